import { type Grid, gridOf } from '../../plan/book/read/grid.ts';
import { type Notes, onSheet, type Place } from '../../plan/book/read/notes.ts';
import type { RawWorkbook } from '../../tables/raw-workbook.ts';
import { type TypedKey, typedKey, typedTitle } from './columns.ts';

/** What stands in one place of a typed line; the place is none where it was typed into a form. */
export interface TypedCell extends Place {
  readonly text: string;
}

/** One value that the office types in, or a remark: of which row, of which of its columns. */
export type TypedLine = Readonly<Record<Exclude<TypedKey, 'unit'>, TypedCell>>;

/** Rows in which the head of the table is looked for. */
const HEAD_ROWS = 60;

interface Head {
  readonly grid: Grid;
  readonly row: number;
  readonly columns: ReadonlyMap<TypedKey, number>;
}

/** Every line of the tables of the workbook that say anything; how many say nothing is told. */
export function typedLines(workbook: RawWorkbook, notes: Notes): TypedLine[] {
  const sheets = workbook.sheets.filter(({ cells, visibility }) => visibility === 'visible' && cells.length > 0);
  const heads = sheets.map((sheet) => headOf(gridOf(sheet, workbook.date1904)));
  const whole = heads.filter(({ columns }) => isWhole(columns));
  const wanted = (['id', 'value'] as const).map(typedTitle).join('、');
  for (const { grid } of heads.filter((head) => !whole.includes(head)))
    notes.add(whole.length === 0 ? 'TYPED_HEADER_MISSING' : 'VALUES_SHEET_UNKNOWN', onSheet(grid.name), { wanted });
  const all = whole.flatMap((head) => linesOf(head, notes));
  const lines = all.filter(({ value, remark }) => value.text !== '' || remark.text !== '');
  if (whole.length > 0 && lines.length > 0 && lines.length < all.length)
    notes.add('TYPED_ROWS_BLANK', { sheet: null, address: null }, { count: all.length - lines.length });
  return lines;
}

/** A row is named by its 编号 or by its 名称. */
const isWhole = (columns: ReadonlyMap<TypedKey, number>): boolean => columns.has('value') && (columns.has('id') || columns.has('name'));

/** The row that names the most columns. */
function headOf(grid: Grid): Head {
  let best: Head = { grid, row: 0, columns: new Map() };
  for (const row of grid.rowNumbers.filter((number) => number <= HEAD_ROWS)) {
    const columns = new Map<TypedKey, number>();
    for (const column of grid.columnsIn(row)) {
      const key = typedKey(grid.cell(row, column).text);
      if (key !== null && !columns.has(key)) columns.set(key, column);
    }
    if (columns.size > best.columns.size) best = { grid, row, columns };
  }
  return best;
}

function linesOf({ grid, row: headRow, columns }: Head, notes: Notes): TypedLine[] {
  const at = (row: number, key: TypedKey): TypedCell => {
    const column = columns.get(key);
    if (column === undefined) return { sheet: grid.name, address: `A${row}`, text: '' };
    const cell = grid.cell(row, column);
    if (cell.broken !== null) notes.add('BOOK_CELL_ERROR', cell, { error: cell.broken });
    return cell;
  };
  return grid.rowNumbers
    .filter((number) => number > headRow)
    .map((number): TypedLine => ({
      id: at(number, 'id'),
      name: at(number, 'name'),
      field: at(number, 'field'),
      value: at(number, 'value'),
      remark: at(number, 'remark'),
    }))
    .filter(({ id, name, value, remark }) => [id, name, value, remark].some(({ text }) => text !== ''));
}
