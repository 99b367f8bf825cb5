import { describe, expect, it } from 'vitest';
import {
  answerRest,
  EMPTY_DRAFT,
  isComplete,
  openQuestions,
  type Question,
  requestOf,
} from '../../../../../../renderer/features/years/opening/draft.ts';
import { optionText } from '../../../../../../renderer/features/years/opening/option-text.ts';
import { yearsAround } from '../../../../../../renderer/features/years/opening/target-choices.tsx';

const question = (measure: string, carry: string | null, interpolate: string | null): Question => ({
  measure,
  name: `指标${measure}`,
  unit: '%',
  carry: carry === null ? null : { printed: carry, fromYears: [2025] },
  interpolate: interpolate === null ? null : { printed: interpolate, fromYears: [2025, 2027] },
});
const QUESTIONS = [question('a', '≥20', '≥22'), question('b', '≥5', null), question('c', null, null)];

describe('the questions of an opening', () => {
  it('stay open until each has an answer that is finished', () => {
    const answers = { a: { kind: 'carry' as const }, b: { kind: 'entered' as const, text: '  ' } };
    expect(openQuestions(QUESTIONS, { answers }).map(({ measure }) => measure)).toEqual(['b', 'c']);
    expect(openQuestions(QUESTIONS, { answers: { ...answers, b: { kind: 'entered', text: '31' }, c: { kind: 'none' } } })).toEqual([]);
  });

  it('are answered together where the answer can be given, and nobody’s answer is overwritten', () => {
    const draft = { ...EMPTY_DRAFT, answers: { a: { kind: 'entered' as const, text: '31' } } };
    expect(answerRest(QUESTIONS, draft, 'carry').answers).toEqual({ a: { kind: 'entered', text: '31' }, b: { kind: 'carry' } });
    expect(answerRest(QUESTIONS, EMPTY_DRAFT, 'interpolate').answers).toEqual({ a: { kind: 'interpolate' } });
  });

  it('say what each answer would give, and why it cannot be given', () => {
    const [all, some] = QUESTIONS;
    expect(all === undefined ? '' : optionText(all, 'interpolate')).toBe('插值 ≥22（2025、2027年）');
    expect(some === undefined ? '' : optionText(some, 'interpolate')).toContain('没有可比的数值');
  });
});

describe('what is asked for', () => {
  it('is only what somebody chose; the rest stays as it is proposed', () => {
    expect(requestOf(2026, EMPTY_DRAFT)).toEqual({ year: 2026, targets: 'ask', choices: {}, roundsDue: {} });
    const draft = {
      answers: { a: { kind: 'carry' as const }, b: { kind: 'entered' as const, text: ' ≤31 ' }, c: { kind: 'entered' as const, text: '' } },
      scheme: 's',
      due: null,
      rounds: ['year', 'quarter'] as const,
      roundsDue: { '2026-Q1': '2026-04-15', '2026-Q2': null },
      units: ['甲局'],
    };
    expect(requestOf(2026, draft)).toEqual({
      year: 2026,
      targets: 'ask',
      choices: { a: 'carry', b: '≤31' },
      scheme: 's',
      rounds: ['year', 'quarter'],
      roundsDue: { '2026-Q1': '2026-04-15' },
      units: ['甲局'],
    });
  });

  it('is not complete with a date that is none, without a round, or without a unit', () => {
    expect(isComplete(EMPTY_DRAFT)).toBe(true);
    expect([isComplete({ ...EMPTY_DRAFT, due: null }), isComplete({ ...EMPTY_DRAFT, rounds: [] })]).toEqual([false, false]);
    expect(isComplete({ ...EMPTY_DRAFT, units: [] })).toBe(false);
  });
});

describe('the years around one', () => {
  it('are the last before and the first after', () => {
    expect(yearsAround([2027, 2024, 2025], 2026)).toEqual([2025, 2027]);
    expect(yearsAround([2024, 2025], 2024)).toEqual([2025]);
  });
});
