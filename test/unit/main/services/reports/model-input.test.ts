import { expect, test } from 'vitest';
import { judgedText } from '../../../../../main/services/reports/model-input.ts';
import type { ScoreFigure } from '../../../../../shared/domain/assessment/types.ts';

const figure = (id: string, judgedValue: string | null, params: Readonly<Record<string, string>> = {}): ScoreFigure => ({
  id,
  name: '',
  unit: '',
  target: null,
  targetFrom: null,
  targetDisplaced: null,
  exactValue: judgedValue,
  judgedValue,
  state: judgedValue === null ? 'notApplicable' : 'met',
  rule: { code: judgedValue === null ? 'notApplicable' : 'met', params },
  share: '0',
  sources: [],
});

const reported = (id: string): { value: string } | null => (id === 'given' ? { value: '120' } : null);

test('of a target that is 待定 the figure that came in stands, and a dash where none did', () => {
  expect(judgedText([figure('given', null, { reason: 'pending' })], reported)).toBe('120');
  expect(judgedText([figure('other', null, { reason: 'pending' })], reported)).toBe('—');
});

test('what does not count for another reason has no figure, and two measures stand as their targets do', () => {
  expect(judgedText([figure('given', null, { reason: 'consented' })], reported)).toBe('—');
  expect(judgedText([figure('a', '34.5'), figure('given', null, { reason: 'pending' })], reported)).toBe('34.5（120）');
});
