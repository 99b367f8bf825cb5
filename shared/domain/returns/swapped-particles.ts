import { finding } from '../findings.ts';
import { quantityOf } from './check-figures.ts';
import { answerPlace, cellAddress, type LocatedSheet } from './locate-sheet.ts';
import type { ReadRow } from './read-rows.ts';
import type { SheetMarks } from './sheet-marks.ts';

/** So few days tell nothing. */
const FEWEST_DAYS = 5;

/**
 * PM2.5 is part of PM10: where it is more on most days the two columns were exchanged, under their titles or by them. One finding at both, and
 * neither is adopted, because the fault may lie with the titles or with the values.
 */
export function swappedParticles(sheet: LocatedSheet, rows: readonly ReadRow[], file: string, marks: SheetMarks): boolean {
  const [fine, coarse] = [answerPlace(sheet, 'pm25'), answerPlace(sheet, 'pm10')];
  if (fine === null || coarse === null) return false;
  const days = rows.flatMap((row) => {
    const [pm25, pm10] = [quantityOf(row.answers.get('pm25')), quantityOf(row.answers.get('pm10'))];
    return pm25 === null || pm10 === null ? [] : [pm25.gt(pm10)];
  });
  const exceeding = days.filter((more) => more).length;
  if (days.length < FEWEST_DAYS || exceeding * 2 <= days.length) return false;
  const [left, right] = [Math.min(fine.column, coarse.column), Math.max(fine.column, coarse.column)];
  const header = sheet.titles.find(({ column }) => column.answer === 'pm25')?.row ?? sheet.headerRow;
  const cell = right - left === 1 ? `${cellAddress(left, header)}:${cellAddress(right, header)}` : cellAddress(left, header);
  const params = { pm25: cellAddress(fine.column, header), pm10: cellAddress(coarse.column, header), count: exceeding, days: days.length };
  marks.findings.push(finding('AIR_COLUMNS_SWAPPED', { file, sheet: sheet.name, cell }, params));
  for (const { number } of rows) for (const { column } of [fine, coarse]) marks.block(cellAddress(column, number), 'AIR_COLUMNS_SWAPPED');
  return true;
}
