import { describe, expect, it } from 'vitest';
import type { OriginalSheet } from '../../../../../../shared/contract/returns.ts';
import { finding } from '../../../../../../shared/domain/findings.ts';
import {
  byGravity,
  cellCaption,
  excerptOf,
  marksOf,
  problemListOf,
} from '../../../../../../renderer/features/returns/detail/finding-place.ts';

const place = { file: 'x.xlsx', sheet: '任务填报', cell: 'J13' };

function sheetOf(rows: Readonly<Record<number, Readonly<Record<string, string>>>>): OriginalSheet {
  return {
    file: 'x.xlsx',
    sheets: ['任务填报'],
    sheet: '任务填报',
    merges: [],
    columns: 10,
    rows: Object.entries(rows).map(([row, cells]) => ({
      row: Number(row),
      cells: Object.entries(cells).map(([letter, text]) => ({ column: letter.charCodeAt(0) - 64, address: `${letter}${row}`, text })),
    })),
  };
}

describe('findings of a return', () => {
  const findings = [
    finding('AIR_DAYS_MISSING', { ...place, sheet: '空气监测', cell: 'B5' }),
    finding('DATE_MISSING', place),
    finding('NUMBER_VAGUE', place, { text: '约3个' }),
  ];

  it('are ordered by gravity', () => {
    expect(byGravity(findings).map((one) => one.severity)).toEqual(['error', 'warning', 'info']);
  });

  it('mark the cells of their own sheet only', () => {
    expect(marksOf(findings, '任务填报').map((mark) => [mark.cell, mark.severity])).toEqual([
      ['J13', 'warning'],
      ['J13', 'error'],
    ]);
    expect(marksOf([finding('RETURN_FOREIGN', { file: 'x.xlsx' })], '任务填报')).toEqual([]);
  });

  it('become a list for the unit, without what needs no answer', () => {
    const list = problemListOf('区商务委', 'x.xlsx', findings).split('\n');
    expect(list[0]).toBe('区商务委：填报表“x.xlsx”有 2 处请核实：');
    expect(list[1]).toMatch(/^1\. 任务填报 J13（错误）：“约3个”不是确切的数/);
    expect(list).toHaveLength(3);
  });
});

describe('the caption of a cell', () => {
  it('names column and row of a task, without the sign of its figures', () => {
    const sheet = sheetOf({
      1: { A: '区商务委2024年任务填报' },
      4: { A: '编号', B: '任务内容', J: '完成值' },
      13: { A: 'A3-5.3-a', B: '└ 裸露地块整治\n完成值：全年完成数', J: '≥4' },
    });
    expect(cellCaption(sheet, 'J13')).toEqual({ column: '完成值', row: '裸露地块整治' });
  });

  it('takes the indicator, not its category, and the first line of a heading', () => {
    const indicators = sheetOf({
      4: { A: '编号', B: '类别', C: '指标', H: '分子\n（万平方米）' },
      5: { A: 'A1-06', B: '工业减排', C: '绿色园区', H: '1' },
    });
    expect(cellCaption(indicators, 'H5')).toEqual({ column: '分子', row: '绿色园区' });
  });

  it('takes the date of a day', () => {
    expect(cellCaption(sheetOf({ 4: { A: '日期', B: 'PM2.5\n（微克/立方米）' }, 5: { A: '2024-01-01', B: '69' } }), 'B5')).toEqual({
      column: 'PM2.5',
      row: '2024-01-01',
    });
  });

  it('says nothing where there is nothing to say', () => {
    expect(cellCaption(sheetOf({ 1: { A: '总结' } }), 'C3')).toEqual({ column: null, row: null });
    expect(cellCaption(sheetOf({}), '第三行')).toEqual({ column: null, row: null });
  });
});

describe('the excerpt around a cell', () => {
  const sheet = sheetOf({
    1: { A: '区商务委2024年指标填报' },
    4: { A: '编号', C: '指标', D: '说明', H: '分子', I: '完成值', J: '备注' },
    5: { A: 'x-1', C: '绿色园区', H: '1', I: '2' },
    9: { A: 'x-5', C: '超充站', D: '完成值：截至年底的累计数'.repeat(5), H: '3' },
    10: { A: 'x-6', C: '公交车', I: '7' },
  });

  it('has the headings, two rows on each side, and no column without a word or with a long explanation', () => {
    expect(excerptOf(sheet, 'I9')).toEqual({ rows: [4, 7, 8, 9, 10], columns: [3, 8, 9] });
  });

  it('keeps the column in question, whatever is in it', () => {
    expect(excerptOf(sheet, 'D9')?.columns).toEqual([3, 4, 8, 9]);
    expect(excerptOf(sheet, 'J5')).toEqual({ rows: [3, 4, 5, 6, 7], columns: [3, 8, 9, 10] });
  });

  it('reaches a cell behind the last row, and has nothing for what is no cell', () => {
    expect(excerptOf(sheet, 'I14')).toEqual({ rows: [4, 12, 13, 14], columns: [3, 9] });
    expect(excerptOf(sheet, '第三行')).toBeUndefined();
  });
});
