import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../../shared/domain/findings.ts';
import { AIR_POLLUTANTS } from '../../../../../shared/domain/returns/layout-air.ts';
import { parseReturn } from '../../../../../shared/domain/returns/parse-return.ts';
import type { RawValue, RawWorkbook } from '../../../../../shared/domain/tables/raw-workbook.ts';
import { layoutFor } from '../../../../support/layouts.ts';
import { loadTestPlan } from '../../../../support/plan.ts';
import { moved, rawCell, rawReturn, textCell, type TypedAnswers, withCells } from '../../../../support/raw-return.ts';
import { atOnce } from '../../../../support/at-once.ts';

const plan = loadTestPlan();
const town = plan.units.find((unit) => unit.name === '合阳城街道');
if (town === undefined) throw new Error('no town');
const layout = layoutFor(plan, town);
const days = layout.sheets.find((sheet) => sheet.kind === 'air')?.rows ?? [];

const number = (digits: string): RawValue => ({ type: 'number', digits, format: 'general' });
const VALUES = { pm25: '35', pm10: '60', so2: '8', no2: '25', co: '0.8', o3: '90' } as const;
const fullYear: TypedAnswers = Object.fromEntries(
  days.flatMap((day) => AIR_POLLUTANTS.map(({ field }) => [`${day.rowId}|${field}`, number(VALUES[field])])),
);

const airOf = (workbook: RawWorkbook) => {
  const { answers, findings } = atOnce(parseReturn(workbook, layout, 'x.xlsx'));
  return {
    answers: answers.filter((answer) => answer.sheet === '空气监测'),
    findings: findings.filter((found) => found.sheet === '空气监测'),
  };
};
const short = (findings: readonly Finding[]): unknown[] => findings.map((found) => [found.code, found.cell]);

describe('the air sheet', () => {
  it('gives six values for each of 366 days and nothing to complain about', () => {
    const { answers, findings } = airOf(rawReturn(layout, fullYear));
    expect(findings).toEqual([]);
    expect(answers).toHaveLength(366 * 6);
    expect(answers.find((answer) => answer.rowId === '2024-02-29' && answer.field === 'co')).toEqual({
      rowId: '2024-02-29',
      field: 'co',
      value: { kind: 'quantity', value: '0.8' },
      raw: '0.8',
      sheet: '空气监测',
      cell: 'F62',
    });
  });

  it.each(['—', '-', 'NA', 'na', '-99', '-999', '/', '无', '缺测', ''])('takes “%s” as a missing value, not as a wrong one', (mark) => {
    const { answers, findings } = airOf(rawReturn(layout, { ...fullYear, '2024-03-05|so2': mark }));
    expect(answers).toHaveLength(366 * 6 - 1);
    expect(findings.map((found) => [found.code, found.cell, found.params])).toEqual([
      ['AIR_DAYS_MISSING', 'B67', { month: '2024-03', empty: 0, partial: 1, days: 31, first: '2024-03-05' }],
    ]);
  });

  it('takes the number -99 as a missing value too', () => {
    expect(short(airOf(rawReturn(layout, { ...fullYear, '2024-03-05|so2': number('-99') })).findings)).toEqual([
      ['AIR_DAYS_MISSING', 'B67'],
    ]);
  });

  it('counts the days without any value by the month', () => {
    const answers = Object.fromEntries(Object.entries(fullYear).filter(([key]) => !/^2024-(02|07-1[0-4])/u.test(key)));
    expect(airOf(rawReturn(layout, answers)).findings.map((found) => found.params)).toEqual([
      { month: '2024-02', empty: 29, partial: 0, days: 29, first: '2024-02-01' },
      { month: '2024-07', empty: 5, partial: 0, days: 31, first: '2024-07-10' },
    ]);
  });

  it.each([
    ['pm25', '-3', '-3', 1000],
    ['pm25', '1000', '1000', 1000],
    ['co', '800', '800', 50],
    ['o3', '9000', '9000', 1000],
  ])('refuses %s of %s', (field, typed, value, maximum) => {
    const findings = airOf(rawReturn(layout, { ...fullYear, [`2024-03-05|${field}`]: number(typed) })).findings;
    expect(findings.map((found) => found.code)).toEqual(['AIR_VALUE_IMPOSSIBLE', 'AIR_DAYS_MISSING']);
    expect(findings[0]?.params).toMatchObject({ row: '2024-03-05', raw: typed, value, maximum });
  });

  it('doubts a day on which PM2.5 is more than PM10, and keeps it', () => {
    const { answers, findings } = airOf(rawReturn(layout, { ...fullYear, '2024-03-05|pm25': number('61') }));
    expect(short(findings)).toEqual([['AIR_PM25_ABOVE_PM10', 'B67']]);
    expect(answers).toHaveLength(366 * 6);
    expect(airOf(rawReturn(layout, { ...fullYear, '2024-03-05|pm25': number('60') })).findings).toEqual([]);
  });

  it('reads dates as serials, reports days outside the year and days given twice', () => {
    const serials = withCells(rawReturn(layout, fullYear), '空气监测', (cells) =>
      cells.map((cell) =>
        cell.column === 1 && cell.row > 2
          ? rawCell(1, cell.row, { type: 'number', digits: String(45_292 + cell.row - 3), format: 'date' })
          : cell,
      ),
    );
    expect(airOf(serials).findings).toEqual([]);
    const outside = withCells(serials, '空气监测', (cells) => [
      ...cells,
      textCell(1, 400, '2025-01-01'),
      rawCell(2, 400, number('30')),
      textCell(1, 401, '平均'),
      rawCell(2, 401, number('35')),
    ]);
    expect(short(airOf(outside).findings)).toEqual([
      ['AIR_DATE_OUTSIDE', 'A400'],
      ['CELL_UNREAD_ANSWER', 'B400'],
      ['CELL_UNREAD', 'A401'],
      ['CELL_UNREAD_ANSWER', 'B401'],
    ]);
    const twice = withCells(serials, '空气监测', (cells) => [
      ...cells,
      ...cells.filter((cell) => cell.row === 10).map((cell) => moved(cell, cell.column, 400)),
    ]);
    expect(airOf(twice).findings.map((found) => [found.code, found.cell, found.params['row'], found.params['first']])).toEqual([
      ['ROW_REPEATED', 'A400', '2024-01-08', 'A10'],
    ]);
  });
});
