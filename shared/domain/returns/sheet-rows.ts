import type { RawCell, RawSheet } from '../tables/raw-workbook.ts';

/** The cells of a sheet by row and column. */
export type SheetRows = ReadonlyMap<number, ReadonlyMap<number, RawCell>>;

const known = new WeakMap<RawSheet, SheetRows>();

/** In the order of rows. A sheet is asked for by every sheet of the form that it might be; it is sorted once. */
export function rowsOf(sheet: RawSheet): SheetRows {
  const made = known.get(sheet);
  if (made !== undefined) return made;
  const rows = new Map<number, Map<number, RawCell>>();
  for (const cell of sheet.cells) {
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, new Map([[cell.column, cell]]));
    else row.set(cell.column, cell);
  }
  const sorted = new Map([...rows].toSorted(([left], [right]) => left - right));
  known.set(sheet, sorted);
  return sorted;
}
