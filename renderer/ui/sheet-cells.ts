import type { OriginalSheet } from '../../shared/contract/returns.ts';

export interface CellPlace {
  readonly column: number;
  readonly row: number;
}

/** H17 → column 8, row 17; null for anything that is no address. */
export function cellPlace(address: string): CellPlace | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address);
  if (match === null) return null;
  const letters = match[1] ?? '';
  return { column: [...letters].reduce((sum, letter) => sum * ALPHABET + letter.charCodeAt(0) - BEFORE_A, 0), row: Number(match[2]) };
}

/** 8 → H, 27 → AA. */
export function columnLetters(column: number): string {
  const rest = (column - 1) % ALPHABET;
  const letter = String.fromCharCode(BEFORE_A + 1 + rest);
  return column <= ALPHABET ? letter : `${columnLetters((column - 1 - rest) / ALPHABET)}${letter}`;
}

export interface DrawnCell {
  readonly address: string;
  readonly text: string;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

export interface DrawnRow {
  readonly row: number;
  readonly cells: readonly DrawnCell[];
}

export interface SheetWindow {
  readonly columns: readonly number[];
  readonly rows: readonly DrawnRow[];
}

/** Rows and columns of a sheet that are drawn, ascending. */
export interface SheetPick {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Every row and column, and the focus where it lies outside of them. */
export function wholeSheet(sheet: OriginalSheet, focus: CellPlace | null): SheetPick {
  const last = Math.max(sheet.rows.at(-1)?.row ?? 0, focus?.row ?? 0);
  return { rows: upTo(last), columns: upTo(Math.max(sheet.columns, focus?.column ?? 0, 1)) };
}

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

/** What is drawn of a sheet, merged cells put together. */
export function sheetWindow(sheet: OriginalSheet, { rows, columns }: SheetPick): SheetWindow {
  const texts = new Map(sheet.rows.flatMap((row) => row.cells.map((cell) => [cell.address, cell.text] as const)));
  const merges = sheet.merges.flatMap((range) => mergeWithin(range, rows, columns) ?? []);
  return { columns, rows: rows.map((row) => drawnRow(row, columns, texts, merges)) };
}

const ALPHABET = 26;
const BEFORE_A = 64;

interface Merge {
  readonly anchor: string;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** A merge cut to what is drawn; its text stands in its first cell there. */
function mergeWithin(range: string, rows: readonly number[], columns: readonly number[]): Merge | null {
  const [first = '', second = first] = range.split(':');
  const [start, end] = [cellPlace(first), cellPlace(second)];
  if (start === null || end === null) return null;
  const inside = {
    anchor: first,
    rows: rows.filter((row) => row >= start.row && row <= end.row),
    columns: columns.filter((column) => column >= start.column && column <= end.column),
  };
  return inside.rows.length === 0 || inside.columns.length === 0 ? null : inside;
}

function drawnRow(row: number, columns: readonly number[], texts: ReadonlyMap<string, string>, merges: readonly Merge[]): DrawnRow {
  const cells = columns.flatMap((column): DrawnCell[] => {
    const address = `${columnLetters(column)}${row}`;
    const merge = merges.find((one) => one.rows.includes(row) && one.columns.includes(column));
    if (merge === undefined) return [{ address, text: texts.get(address) ?? '', columnSpan: 1, rowSpan: 1 }];
    if (merge.rows[0] !== row || merge.columns[0] !== column) return [];
    return [
      {
        address: merge.anchor,
        text: texts.get(merge.anchor) ?? '',
        columnSpan: merge.columns.length,
        rowSpan: merge.rows.length,
      },
    ];
  });
  return { row, cells };
}
