import { isBlank } from '../returns/cell-text.ts';
import { cellAddress } from '../returns/locate-sheet.ts';
import { type CellSheet, packedCells, type PackedCells, withoutValues } from '../tables/packed-cells.ts';
import type { CellLook, RawCell, RawValue } from '../tables/raw-workbook.ts';

/** The cells of a sheet by row and column, without the blank ones. */
export interface Grid {
  readonly name: string;
  readonly rows: readonly GridRow[];
  /** The cell that stands at a place, or the one whose merged range covers it. */
  cellAt(row: GridRow, column: number): RawCell | undefined;
  /** The value that it holds. */
  valueAt(row: GridRow, column: number): RawValue | undefined;
  /** The same for a row that may have no cell of its own. */
  covering(row: number, column: number): RawCell | undefined;
  /** Comments (批注) by the place of their cell, which may be blank (keyOf). */
  readonly comments: ReadonlyMap<number, string>;
  /** Formulas of which the file holds no result, by place; the text is empty where the format does not tell it. */
  readonly unresolved: ReadonlyMap<number, string>;
}

/** A row of packed cells: what is asked for is looked up, nothing is held. */
export class GridRow {
  readonly row: number;
  private readonly packed: PackedCells;
  private readonly from: number;
  private readonly until: number;

  constructor(packed: PackedCells, index: number) {
    this.packed = packed;
    this.row = packed.rows[index] ?? 0;
    this.from = packed.starts[index] ?? 0;
    this.until = packed.starts[index + 1] ?? 0;
  }

  get count(): number {
    return this.until - this.from;
  }

  get firstColumn(): number {
    return this.packed.columns[this.from] ?? 1;
  }

  get lastColumn(): number {
    return this.packed.columns[this.until - 1] ?? 0;
  }

  /** In order of columns; made anew each time, for rows of which there are few. */
  get cells(): readonly RawCell[] {
    return Array.from({ length: this.count }, (_, place) => this.packed.cell(this.from + place, this.row));
  }

  /** The value of the cell that is `place` cells behind the first; equal values of a sheet are one object. */
  valueOf(place: number): RawValue {
    return this.packed.valueAt(this.from + place);
  }

  has(column: number): boolean {
    return this.packed.indexOf(column, this.from, this.until) >= 0;
  }

  value(column: number): RawValue | undefined {
    const index = this.packed.indexOf(column, this.from, this.until);
    return index < 0 ? undefined : this.packed.valueAt(index);
  }

  /** What the cell shows beside its value; null where that is all. */
  look(column: number): CellLook | null {
    if (!this.packed.hasExtras) return null;
    const index = this.packed.indexOf(column, this.from, this.until);
    return index < 0 ? null : this.packed.lookAt(index);
  }

  at(column: number): RawCell | undefined {
    const index = this.packed.indexOf(column, this.from, this.until);
    return index < 0 ? undefined : this.packed.cell(index, this.row);
  }
}

const grids = new WeakMap<CellSheet, Grid>();

/** The grid of a sheet, which several recognisers look at in turn. */
export function gridOf(sheet: CellSheet): Grid {
  const known = grids.get(sheet);
  if (known !== undefined) return known;
  const packed = packedCells(sheet.cells);
  const cells = withoutValues(packed, isBlankValue);
  const rows = Array.from({ length: cells.rows.length }, (_, index) => new GridRow(cells, index));
  const covers = coversOf(sheet, rows);
  const covering = (row: number, column: number): RawCell | undefined => covers.get(keyOf(row, column));
  const grid: Grid = {
    name: sheet.name,
    rows,
    covering,
    cellAt: (row, column) => row.at(column) ?? (covers.size === 0 ? undefined : covering(row.row, column)),
    valueAt: (row, column) => row.value(column) ?? (covers.size === 0 ? undefined : covering(row.row, column)?.value),
    comments: new Map((sheet.comments ?? []).map(({ address, text }) => [keyOfAddress(address), text])),
    unresolved: cells === packed || !packed.hasExtras ? NONE : unresolvedOf(packed),
  };
  grids.set(sheet, grid);
  return grid;
}

const NONE: ReadonlyMap<number, string> = new Map();

/** A formula that was never computed stands as a blank cell; one that comes to an empty text has a result. */
function unresolvedOf(cells: PackedCells): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const { row, column, value, formula, look } of cells)
    if (formula && value.type === 'blank') found.set(keyOf(row, column), look?.formula ?? '');
  return found;
}

const COLUMNS = 16_384;
/** One number for a place, so that millions of cells can be kept by it. */
export const keyOf = (row: number, column: number): number => row * COLUMNS + (column - 1);
export const rowOfKey = (key: number): number => Math.floor(key / COLUMNS);
export const columnOfKey = (key: number): number => (key % COLUMNS) + 1;
export function keyOfAddress(address: string): number {
  const [, letters = '', row = ''] = /^([A-Z]{1,3})(\d+)$/.exec(address) ?? [];
  return keyOf(Number(row), columnNumber(letters));
}
export const addressOfKey = (key: number): string => cellAddress(columnOfKey(key), rowOfKey(key));

const isBlankValue = (value: RawValue): boolean =>
  value.type !== 'number' && !(value.type === 'text' && VISIBLE.test(value.text)) && isBlank(value);

/** Tells most texts from blanks without folding them. */
const VISIBLE = /^[\da-z\u4e00-\u9fff]/iu;

/** Merged cells beyond this are a decoration of the whole sheet and tell nothing of a table. */
const MOST_COVERED = 500_000;

function coversOf(sheet: CellSheet, rows: readonly GridRow[]): ReadonlyMap<number, RawCell> {
  const covers = new Map<number, RawCell>();
  if (sheet.merges.length === 0) return covers;
  const byRow = new Map(rows.map((row) => [row.row, row]));
  const lastRow = rows.at(-1)?.row ?? 0;
  const lastColumn = rows.reduce((last, row) => Math.max(last, row.lastColumn), 0);
  for (const merge of sheet.merges) {
    const range = parseRange(merge);
    const origin = range === null ? undefined : byRow.get(range.top)?.at(range.left);
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
