import { addressAt } from './cell-address.ts';
import type { CellLook, RawCell, RawSheet, RawValue, RawWorkbook } from './raw-workbook.ts';

/** A file of tables as its reader leaves it: large sheets packed, small ones as the cells that they are. */
export interface CellWorkbook extends Omit<RawWorkbook, 'sheets'> {
  readonly sheets: readonly CellSheet[];
}

export interface CellSheet extends Omit<RawSheet, 'cells'> {
  readonly cells: readonly RawCell[] | PackedCells;
}

/** What few cells have besides a value. */
export type CellExtras = Pick<RawCell, 'formula' | 'look'>;

/**
 * The cells of a sheet in typed arrays (成批的单元格), in row-major order: six bytes a cell, because a year of hours has millions of cells and a
 * few thousand different values. An object for a cell is made when somebody asks for it and kept by nobody.
 */
export class PackedCells implements Iterable<RawCell> {
  /** Different values; `ids` says which of them a cell holds. */
  readonly values: readonly RawValue[];
  readonly columns: Uint16Array;
  readonly ids: Uint32Array;
  /** Number of each row that has a cell, and the index of its first cell; one more start than rows. */
  readonly rows: Uint32Array;
  readonly starts: Uint32Array;
  private readonly extras: ReadonlyMap<number, CellExtras>;

  constructor(parts: {
    readonly values: readonly RawValue[];
    readonly columns: Uint16Array;
    readonly ids: Uint32Array;
    readonly rows: Uint32Array;
    readonly starts: Uint32Array;
    readonly extras: ReadonlyMap<number, CellExtras>;
  }) {
    this.values = parts.values;
    this.columns = parts.columns;
    this.ids = parts.ids;
    this.rows = parts.rows;
    this.starts = parts.starts;
    this.extras = parts.extras;
  }

  get length(): number {
    return this.ids.length;
  }

  valueAt(index: number): RawValue {
    return this.values[this.ids[index] ?? 0] ?? BLANK;
  }

  cell(index: number, row: number): RawCell {
    const column = this.columns[index] ?? 0;
    const { formula, look } = this.extras.get(index) ?? PLAIN;
    const cell = { address: addressAt(row, column), row, column, value: this.valueAt(index), formula };
    return look === undefined ? cell : { ...cell, look };
  }

  /** Whether any cell has more than a value. */
  get hasExtras(): boolean {
    return this.extras.size > 0;
  }

  lookAt(index: number): CellLook | null {
    return this.extras.get(index)?.look ?? null;
  }

  /** Index of the cell of a column between `from` and `until`, which are of one row; -1 where it has none. */
  indexOf(column: number, from: number, until: number): number {
    const { columns } = this;
    // Rows without gaps are most of a file.
    const guess = from + column - (columns[from] ?? 0);
    if (guess >= from && guess < until && columns[guess] === column) return guess;
    let [low, high] = [from, until - 1];
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const at = columns[middle] ?? 0;
      if (at === column) return middle;
      if (at < column) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  *[Symbol.iterator](): Generator<RawCell> {
    for (let row = 0; row < this.rows.length; row += 1) {
      const until = this.starts[row + 1] ?? 0;
      for (let index = this.starts[row] ?? 0; index < until; index += 1) yield this.cell(index, this.rows[row] ?? 0);
    }
  }

  /** The first cells, as those of a sheet that is held whole. */
  slice(from: 0, until: number): RawCell[] {
    const cells: RawCell[] = [];
    for (const cell of this) {
      if (cells.length >= until - from) break;
      cells.push(cell);
    }
    return cells;
  }
}

const BLANK: RawValue = { type: 'blank' };
const PLAIN: CellExtras = { formula: false };

/** Different values of a workbook, each held once: what is reckoned of a value can be kept by it. */
export class ValueTable {
  readonly values: RawValue[] = [];
  private readonly known = new Map<string, number>();
  private readonly most: number;
  private readonly beyond: (count: number) => Error;

  /** More different values than `most` are refused by the error that `beyond` makes. */
  constructor(most = Number.POSITIVE_INFINITY, beyond = (count: number): Error => new RangeError(`${count} values`)) {
    this.most = most;
    this.beyond = beyond;
  }

  idOf(value: RawValue): number {
    const key = keyOf(value);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    if (this.values.length >= this.most) throw this.beyond(this.values.length + 1);
    const id = this.values.push(value) - 1;
    this.known.set(key, id);
    return id;
  }
}

function keyOf(value: RawValue): string {
  switch (value.type) {
    case 'number':
      return `${value.format} ${value.digits}`;
    case 'text':
      return `"${value.text}`;
    case 'boolean':
      return value.value ? '+' : '-';
    case 'error':
      return `#${value.code}`;
    case 'blank':
      return '';
  }
}

const FIRST_CELLS = 1024;

/** Takes the cells of a sheet in as they are read. */
export class CellPacker {
  private readonly table: ValueTable;
  private columns = new Uint16Array(FIRST_CELLS);
  private ids = new Uint32Array(FIRST_CELLS);
  private rows = new Uint32Array(FIRST_CELLS);
  private starts = new Uint32Array(FIRST_CELLS);
  private readonly extras = new Map<number, CellExtras>();
  private count = 0;
  private rowCount = 0;
  private row = 0;
  private column = 0;
  private ordered = true;

  constructor(table: ValueTable) {
    this.table = table;
  }

  add(row: number, column: number, id: number): void {
    if (row !== this.row) this.startRow(row);
    else if (column <= this.column) this.ordered = false;
    this.column = column;
    if (this.count === this.ids.length) {
      this.columns = grown(this.columns, new Uint16Array(this.count * 2));
      this.ids = grown(this.ids, new Uint32Array(this.count * 2));
    }
    this.columns[this.count] = column;
    this.ids[this.count] = id;
    this.count += 1;
  }

  /** Of the cell that was added last. */
  mark(formula: boolean, look: CellLook | null): void {
    this.extras.set(this.count - 1, look === null ? { formula } : { formula, look });
  }

  private startRow(row: number): void {
    if (row < this.row) this.ordered = false;
    this.row = row;
    if (this.rowCount + 1 >= this.rows.length) {
      this.rows = grown(this.rows, new Uint32Array(this.rowCount * 2 + 2));
      this.starts = grown(this.starts, new Uint32Array(this.rowCount * 2 + 2));
    }
    this.rows[this.rowCount] = row;
    this.starts[this.rowCount] = this.count;
    this.rowCount += 1;
  }

  /** Some writers put rows in the order they were made. The same place twice would show one value here and another elsewhere: `twice` refuses it. */
  finish(twice: (address: string) => Error): PackedCells {
    this.starts[this.rowCount] = this.count;
    const { table, extras } = this;
    const packed = new PackedCells({
      values: table.values,
      columns: this.columns.subarray(0, this.count),
      ids: this.ids.subarray(0, this.count),
      rows: this.rows.subarray(0, this.rowCount),
      starts: this.starts.subarray(0, this.rowCount + 1),
      extras,
    });
    return this.ordered ? packed : inOrder(packed, table, twice);
  }
}

function grown<Numbers extends Uint16Array | Uint32Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}

function inOrder(packed: PackedCells, table: ValueTable, twice: (address: string) => Error): PackedCells {
  const cells = [...packed].toSorted((one, other) => one.row - other.row || one.column - other.column);
  for (const [index, cell] of cells.entries()) {
    const before = cells[index - 1];
    if (before?.row === cell.row && before.column === cell.column) throw twice(cell.address);
  }
  return packInto(cells, table);
}

function packInto(cells: Iterable<RawCell>, table: ValueTable): PackedCells {
  const packer = new CellPacker(table);
  for (const { row, column, value, formula, look } of cells) {
    packer.add(row, column, table.idOf(value));
    if (formula || look !== undefined) packer.mark(formula, look ?? null);
  }
  return packer.finish((address) => new Error(`${address} twice`));
}

/** Cells in row-major order as they are packed; what is packed already stays as it is. */
export const packedCells = (cells: readonly RawCell[] | PackedCells): PackedCells =>
  cells instanceof PackedCells ? cells : packInto(cells, new ValueTable());

/** The same without the cells of some values. */
export function withoutValues(cells: PackedCells, unwanted: (value: RawValue) => boolean): PackedCells {
  const out = cells.values.map(unwanted);
  if (!out.includes(true) || !cells.ids.some((id) => out[id] === true)) return cells;
  return packInto(wanted(cells, unwanted), new ValueTable());
}

function* wanted(cells: PackedCells, unwanted: (value: RawValue) => boolean): Generator<RawCell> {
  for (const cell of cells) if (!unwanted(cell.value)) yield cell;
}

/** The whole workbook as objects, for forms and lists, which are small. */
export const unpackedWorkbook = (workbook: CellWorkbook): RawWorkbook => ({
  ...workbook,
  sheets: workbook.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells instanceof PackedCells ? [...sheet.cells] : sheet.cells })),
});
