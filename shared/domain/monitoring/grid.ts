import { isBlank } from '../returns/cell-text.ts';
import { cellAddress } from '../returns/locate-sheet.ts';
import type { RawCell, RawSheet } from '../tables/raw-workbook.ts';

/** The cells of a sheet by row and column, without the blank ones. */
export interface Grid {
  readonly name: string;
  readonly rows: readonly GridRow[];
  /** The cell that stands at a place, or the one whose merged range covers it. */
  cellAt(row: GridRow, column: number): RawCell | undefined;
  /** The same for a row that may have no cell of its own. */
  covering(row: number, column: number): RawCell | undefined;
}

export interface GridRow {
  readonly row: number;
  /** In order of columns. */
  readonly cells: readonly RawCell[];
  readonly byColumn: readonly (RawCell | undefined)[];
}

export function gridOf(sheet: RawSheet): Grid {
  const rows = rowsOf(sheet.cells);
  const covers = coversOf(sheet, rows);
  const covering = (row: number, column: number): RawCell | undefined => covers.get(keyOf(row, column));
  return {
    name: sheet.name,
    rows,
    covering,
    cellAt: (row, column) => row.byColumn[column] ?? (covers.size === 0 ? undefined : covering(row.row, column)),
  };
}

const COLUMNS = 16_384;
/** One number for a place, so that millions of cells can be kept by it. */
export const keyOf = (row: number, column: number): number => row * COLUMNS + (column - 1);
export const rowOfKey = (key: number): number => Math.floor(key / COLUMNS);
export const columnOfKey = (key: number): number => (key % COLUMNS) + 1;
export const addressOfKey = (key: number): string => cellAddress(columnOfKey(key), rowOfKey(key));

/** Tells most texts from blanks without folding them. */
const VISIBLE = /^[\da-z\u4e00-\u9fff]/iu;

function rowsOf(cells: readonly RawCell[]): GridRow[] {
  const rows: { row: number; cells: RawCell[]; byColumn: (RawCell | undefined)[] }[] = [];
  let current = rows.at(-1);
  for (const cell of cells) {
    if (cell.value.type !== 'number' && !(cell.value.type === 'text' && VISIBLE.test(cell.value.text)) && isBlank(cell.value)) continue;
    if (current?.row !== cell.row) {
      current = { row: cell.row, cells: [], byColumn: [] };
      rows.push(current);
    }
    current.cells.push(cell);
    current.byColumn[cell.column] = cell;
  }
  return rows;
}

/** Merged cells beyond this are a decoration of the whole sheet and tell nothing of a table. */
const MOST_COVERED = 500_000;

function coversOf(sheet: RawSheet, rows: readonly GridRow[]): ReadonlyMap<number, RawCell> {
  const covers = new Map<number, RawCell>();
  if (sheet.merges.length === 0) return covers;
  const byRow = new Map(rows.map((row) => [row.row, row]));
  const lastRow = rows.at(-1)?.row ?? 0;
  const lastColumn = rows.reduce((last, row) => Math.max(last, row.byColumn.length - 1), 0);
  for (const merge of sheet.merges) {
    const range = parseRange(merge);
    const origin = range === null ? undefined : byRow.get(range.top)?.byColumn[range.left];
    if (range === null || origin === undefined) continue;
    const bottom = Math.min(range.bottom, lastRow);
    // A merged title may reach beyond the last cell of the header, whose own columns are then all that matters.
    const right = Math.min(range.right, lastColumn);
    if (covers.size + (bottom - range.top + 1) * (right - range.left + 1) > MOST_COVERED) continue;
    for (let row = range.top; row <= bottom; row += 1)
      for (let column = range.left; column <= right; column += 1) covers.set(keyOf(row, column), origin);
  }
  return covers;
}

interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

function parseRange(text: string): Range | null {
  const match = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(text);
  if (match === null) return null;
  return { left: columnNumber(match[1] ?? ''), top: Number(match[2]), right: columnNumber(match[3] ?? ''), bottom: Number(match[4]) };
}

const columnNumber = (letters: string): number => [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
