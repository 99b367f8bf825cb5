import { describe, expect, it } from 'vitest';
import { LIKE, likeness, likenessText, rememberedLikeness } from '../../../../../../shared/domain/returns/other-table/likeness.ts';
import { PAGE_EDITION } from '../../../../../../shared/domain/returns/reading-edition.ts';
import { tableTitle } from '../../../../../../shared/domain/returns/other-table/table-words.ts';

const between = (one: string, other: string): number => likeness(likenessText(one), likenessText(other));

describe('the likeness of two names', () => {
  it('is whole where they are the same but for numbering, brackets and marks', () => {
    expect(between('（3）淘汰治理老旧车辆（辆）', '└ 淘汰治理老旧车辆')).toBe(100);
    expect(between('1.2 PM2.5 平均浓度', '＊PM2.5平均浓度')).toBe(100);
  });

  it('counts pairs of neighbours: by hand 4 of 5 and 7 pairs are 8/12', () => {
    expect(between('老旧车辆淘汰', '淘汰治理老旧车辆')).toBe(72);
    expect(likeness('ABCD', 'ABCE')).toBe(67);
  });

  it('is the same from memory', () => {
    const remembered = rememberedLikeness();
    for (const other of ['淘汰治理老旧车辆', '老旧小区改造', '淘汰治理老旧车辆'])
      expect(remembered('老旧车辆淘汰', other)).toBe(likeness('老旧车辆淘汰', other));
  });

  it('is below the threshold for names that share a word only', () => {
    expect(between('淘汰老旧车辆', '老旧小区改造')).toBeLessThan(LIKE);
    expect(between('', '淘汰老旧车辆')).toBe(0);
  });
});

describe('a title of a table', () => {
  it('is known with its year and its unit beside it', () => {
    expect(tableTitle('2024年完成值（万辆）')).toEqual({ role: 'value', words: '万辆', year: 2024 });
    expect(tableTitle('截至2024年底累计完成数')).toEqual({ role: 'value', words: null, year: 2024 });
    expect(tableTitle('完成情况')).toEqual({ role: 'result', words: null, year: null });
    expect(tableTitle('责任单位')?.role).toBe('units');
    expect(tableTitle('领导批示')).toBeNull();
  });

  it('heads what was done in a year, whether the year is named or not', () => {
    expect(tableTitle('2023年完成')).toEqual({ role: 'result', words: null, year: 2023 });
    expect(tableTitle('本年完成')).toEqual({ role: 'result', words: null, year: null });
    expect(tableTitle('上年完成（辆）')).toEqual({ role: 'result', words: '辆', year: 0 });
    expect(tableTitle('当年新增')?.role).toBe('increment');
    expect(tableTitle('2024年目标')?.role).toBe('target');
    // A bare year may head targets; what stands above the table tells.
    expect(tableTitle('2024年')).toBeNull();
    expect(tableTitle('2024年', PAGE_EDITION, true)).toEqual({ role: 'result', words: null, year: 2024 });
    expect(tableTitle('2023年完成', PAGE_EDITION - 1)).toBeNull();
  });
});
