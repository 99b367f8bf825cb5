import { comparableText, plainText, typedText } from './cell-text.ts';
import type { ReturnIdentity } from './types.ts';
import type { RawSheet, RawWorkbook } from '../tables/raw-workbook.ts';

/** Name of the very hidden sheet that says whose return this is, as key/value rows. */
export const META_SHEET = '_meta';

/** The rows of the very hidden sheet, in the order in which they are written. */
export function metaRows(identity: ReturnIdentity): readonly (readonly [string, string])[] {
  return [
    ['planId', identity.planId],
    ['planVersion', identity.planVersion],
    ['year', String(identity.year)],
    ['unitId', identity.unitId],
    ['layoutId', identity.layoutId],
    ['sample', identity.sample ? 'true' : 'false'],
  ];
}

/** Keys of the hidden sheet, as they are compared. */
export const META_KEYS: ReadonlySet<string> = new Set(['PLANID', 'PLANVERSION', 'YEAR', 'UNITID', 'LAYOUTID', 'SAMPLE']);

/** Whose return a workbook is, from its very hidden sheet; null where that sheet is missing or does not name plan, year and unit. */
export function recogniseReturn(workbook: RawWorkbook): { readonly identity: ReturnIdentity } | null {
  const sheet = workbook.sheets.find((candidate) => comparableText(candidate.name) === comparableText(META_SHEET));
  if (sheet === undefined) return null;
  const entries = readEntries(sheet, workbook.date1904);
  const planId = entries.get('PLANID') ?? '';
  const unitId = entries.get('UNITID') ?? '';
  const year = Number(entries.get('YEAR') ?? '');
  if (planId === '' || unitId === '' || !Number.isInteger(year) || year < 2000 || year > 2100) return null;
  const sample = ['TRUE', '1'].includes((entries.get('SAMPLE') ?? '').toUpperCase());
  return {
    identity: { planId, planVersion: entries.get('PLANVERSION') ?? '', year, unitId, layoutId: entries.get('LAYOUTID') ?? '', sample },
  };
}

function readEntries(sheet: RawSheet, date1904: boolean): Map<string, string> {
  const keys = new Map(
    sheet.cells.filter((cell) => cell.column === 1).map((cell) => [cell.row, comparableText(typedText(cell.value, date1904))]),
  );
  const values = sheet.cells.filter((cell) => cell.column === 2);
  return new Map(
    values.flatMap((cell) => {
      const key = keys.get(cell.row);
      return key === undefined ? [] : [[key, plainText(typedText(cell.value, date1904))] as const];
    }),
  );
}
