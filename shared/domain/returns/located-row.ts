import type { RawCell } from '../tables/raw-workbook.ts';
import { idColumnOf } from './layout-columns.ts';
import { cellAddress, idColumnNumber, type LocatedSheet } from './locate-sheet.ts';
import type { LayoutRow } from './types.ts';

/** A row of the form in the workbook (已找到的行). */
export interface LocatedRow {
  readonly row: LayoutRow;
  /** Row number in the workbook. */
  readonly number: number;
  readonly cells: ReadonlyMap<number, RawCell>;
}

export interface RowReader {
  readonly file: string;
  readonly date1904: boolean;
  readonly year: number;
  /** Edition of the rules of reading; today's unless said otherwise. */
  readonly edition?: number | undefined;
}

export const idOf = (row: LayoutRow, sheet: LocatedSheet): string => row.fixed[idColumnOf(sheet.layout.columns)?.key ?? ''] ?? '';

export const idAddress = (sheet: LocatedSheet, row: number): string => cellAddress(idColumnNumber(sheet), row);
