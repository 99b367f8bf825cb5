import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineDifference, withContext } from '../../../../../../shared/domain/schemes/base/line-difference.ts';

describe('two versions', () => {
  it('differ by the lines that one of them does not have', () => {
    expect(lineDifference(['甲', '乙', '丙'], ['甲', '丁', '丙', '戊'])).toEqual([
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
        const lines = lineDifference(before, after);
        const side = (gone: string): string[] => lines.filter(({ kind }) => kind !== gone).map((line) => line.text);
        expect(side('added')).toEqual(before);
        expect(side('removed')).toEqual(after);
      }),
    );
  });

  it('are shown around what differs; the rest is counted', () => {
    const lines = lineDifference([...'123456'], [...'12345七']);
    expect(withContext(lines, 1)).toEqual([
      { kind: 'gap', count: 4 },
      { kind: 'kept', text: '5' },
      { kind: 'removed', text: '6' },
      { kind: 'added', text: '七' },
    ]);
  });
});
