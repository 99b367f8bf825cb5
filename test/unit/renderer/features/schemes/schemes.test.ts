import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineDifference, withContext } from '../../../../../renderer/features/schemes/detail/line-difference.ts';
import { freeId, idProblem } from '../../../../../renderer/features/schemes/dialogs/new-id.ts';

describe('two versions of a file', () => {
  it('differ by the lines that one of them does not have', () => {
    expect(lineDifference('甲\n乙\n丙\n', '甲\n丁\n丙\n戊\n')).toEqual([
      { kind: 'kept', text: '甲' },
      { kind: 'removed', text: '乙' },
      { kind: 'added', text: '丁' },
      { kind: 'kept', text: '丙' },
      { kind: 'added', text: '戊' },
    ]);
  });

  it('can each be read from the difference again, and are the same where nothing differs', () => {
    const text = fc.array(fc.constantFrom('甲', '乙', '丙'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = lineDifference(before.join('\n'), after.join('\n'));
        const side = (gone: string): string[] => lines.filter(({ kind }) => kind !== gone).map((line) => line.text);
        expect(side('added')).toEqual(before);
        expect(side('removed')).toEqual(after);
      }),
    );
    expect(lineDifference('甲\r\n乙', '甲\n乙\n').every(({ kind }) => kind === 'kept')).toBe(true);
  });

  it('are shown around what differs; the rest is counted', () => {
    const lines = lineDifference('1\n2\n3\n4\n5\n6', '1\n2\n3\n4\n5\n七');
    expect(withContext(lines, 1)).toEqual([
      { kind: 'gap', count: 4 },
      { kind: 'kept', text: '5' },
      { kind: 'removed', text: '6' },
      { kind: 'added', text: '七' },
    ]);
  });
});

describe('the id of a copy', () => {
  it('is the first that is free, and says why another cannot be', () => {
    expect(freeId('own', ['own', 'own-2'])).toBe('own-3');
    expect([idProblem('own-3', ['own']), idProblem('own', ['own']), idProblem('自定', [])]).toEqual([
      null,
      '这个编号已有办法使用',
      '只能用小写字母、数字和短横',
    ]);
  });
});
