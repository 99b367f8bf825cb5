import { type Finding, finding } from '../findings.ts';
import { exact } from '../numbers/decimal.ts';
import { monthsOfYear } from '../calendar.ts';
import { comparableText, saysNotApplicable } from './cell-text.ts';
import { quantityOf } from './check-figures.ts';
import { AIR_POLLUTANTS } from './layout-air.ts';
import { parseAnswer } from './parse-cell.ts';
import { issue, NOTHING, unread } from './reading.ts';
import { cellFinding, type CellParser, type ReadRow } from './read-rows.ts';
import { PAGE_EDITION, READING_EDITION } from './reading-edition.ts';
import type { AnswerField, LayoutRow } from './types.ts';

/** Marks for a day without a valid value, besides those for 无. Monitors write -99 for it. */
const MISSING_MARKS = new Set([
  '-99',
  '-999',
  '-9999',
  '缺',
  '缺测',
  '缺失',
  '无数据',
  '无效',
  '数据无效',
  '数据不足',
  '停运',
  '故障',
  'NULL',
  'NAN',
  '*',
  '…',
]);

/** Also of monitoring files, whose daily means are held to the same rule. */
export const NEVER_ZERO: ReadonlySet<AnswerField> = new Set(['pm25', 'pm10', 'o3']);

/** A daily value: marks for missing are blank, and what no air ever had is refused. */
export const parseAirCell: CellParser = (raw, spec, context, field) => {
  if (raw.type === 'text' && (saysNotApplicable(raw.text) || MISSING_MARKS.has(comparableText(raw.text)))) return NOTHING;
  // All figures among them are below zero.
  if (raw.type === 'number' && raw.format === 'general' && raw.digits.startsWith('-') && MISSING_MARKS.has(exact(raw.digits).toFixed()))
    return NOTHING;
  const reading = parseAnswer(raw, { ...spec, negative: true }, context);
  if (reading.value?.kind !== 'quantity') return reading;
  const limit = AIR_POLLUTANTS.find((pollutant) => pollutant.field === field)?.impossible;
  const value = exact(reading.value.value);
  // The air always holds some dust and ozone: 0 stands for a device that was down, and would better the mean.
  if (value.isZero() && NEVER_ZERO.has(field)) return unread('AIR_VALUE_ZERO', {});
  if (value.isZero() && (context.edition ?? READING_EDITION) >= PAGE_EDITION)
    return { ...reading, issues: [...reading.issues, issue('AIR_GAS_ZERO')] };
  const impossible = value.isNegative() || (limit !== undefined && value.gte(limit));
  return impossible ? unread('AIR_VALUE_IMPOSSIBLE', { value: reading.value.value, unit: spec.unit ?? '', maximum: limit ?? '' }) : reading;
};

/** Days held against themselves and against the calendar. */
export function checkAir(rows: readonly ReadRow[], days: readonly LayoutRow[], sheet: string, file: string): Finding[] {
  return [...rows.flatMap((row) => checkFineAgainstCoarse(row, file)), ...missingDays(rows, days, sheet, file)];
}

/** PM2.5 is part of PM10; a day on which it is more was mistyped or mismeasured. */
function checkFineAgainstCoarse(row: ReadRow, file: string): Finding[] {
  const fine = row.answers.get('pm25');
  const pm25 = quantityOf(fine);
  const pm10 = quantityOf(row.answers.get('pm10'));
  if (fine === undefined || pm25 === null || pm10 === null || pm25.lte(pm10)) return [];
  return [cellFinding(row, fine, issue('AIR_PM25_ABOVE_PM10', { pm25: pm25.toFixed(), pm10: pm10.toFixed() }), file)];
}

/** One finding a month: how many of its days have no value at all, and how many lack some. */
function missingDays(rows: readonly ReadRow[], days: readonly LayoutRow[], sheet: string, file: string): Finding[] {
  const given = new Map(
    rows.map((row) => [row.row.rowId, [...row.answers.values()].filter((answer) => answer.value?.kind === 'quantity').length]),
  );
  const places = new Map(rows.map((row) => [row.row.rowId, row.answers.get('pm25')?.address ?? null]));
  return monthsOfYear(Number(days[0]?.rowId.slice(0, 4))).flatMap((month) => {
    const ofMonth = days.filter((day) => day.rowId.startsWith(month));
    const empty = ofMonth.filter((day) => (given.get(day.rowId) ?? 0) === 0);
    const partial = ofMonth.filter((day) => {
      const count = given.get(day.rowId) ?? 0;
      return count > 0 && count < AIR_POLLUTANTS.length;
    });
    const [first] = [...empty, ...partial];
    if (first === undefined) return [];
    const params = { month, empty: empty.length, partial: partial.length, days: ofMonth.length, first: first.rowId };
    return [finding('AIR_DAYS_MISSING', { file, sheet, cell: places.get(first.rowId) ?? null }, params)];
  });
}
