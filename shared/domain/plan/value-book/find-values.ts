import { isBlank } from '../../returns/cell-text.ts';
import { META_SHEET } from '../../returns/recognise.ts';
import type { RawSheet, RawWorkbook } from '../../tables/raw-workbook.ts';
import { OTHER_SHEETS } from '../book/columns.ts';
import { type Grid, gridOf, type ReadCell } from '../book/read/grid.ts';
import { type Notes, onSheet } from '../book/read/notes.ts';
import { type ValueKey, valueKey, type ValueKind, valueTitle } from './columns.ts';

/** A row below the head of a table of values: its cells by column, blank where the file has no such column. */
export interface ValueRow {
  at(key: ValueKey): ReadCell;
  /** The title of a column as the file writes it. */
  title(key: ValueKey): string;
}

/** Rows in which a table's head is looked for. */
const HEAD_ROWS = 60;

/** Words of the head of which a sheet must have two to be taken for a table whose head is incomplete. */
const TELLING: readonly ValueKey[] = ['measure', 'name', 'year', 'value'];

interface Head {
  readonly grid: Grid;
  readonly row: number;
  readonly columns: ReadonlyMap<ValueKey, number>;
}

/** Every row of the tables of the workbook that are of this kind; sheets that have none are told of. */
export function findValues(workbook: RawWorkbook, kind: ValueKind, notes: Notes): ValueRow[] {
  const heads = readableSheets(workbook, notes).map((sheet) => headOf(gridOf(sheet, workbook.date1904), kind));
  const whole = heads.filter((head) => lacking(head).length === 0);
  for (const head of heads.filter((one) => !whole.includes(one))) {
    if (whole.length > 0) notes.add('VALUES_SHEET_UNKNOWN', onSheet(head.grid.name), { wanted: wantedTitles(kind) });
    else tellLack(head, kind, notes);
  }
  if (heads.length === 0) notes.add('VALUES_NONE', { sheet: null, address: null }, { column: valueTitle(kind, 'value') });
  return whole.flatMap((head) => {
    tellColumns(head, kind, notes);
    return rowsOf(head, notes);
  });
}

/** What was hidden by somebody is not to be stored unseen. */
function readableSheets(workbook: RawWorkbook, notes: Notes): RawSheet[] {
  const filled = workbook.sheets.filter((sheet) => sheet.cells.length > 0 && !OWN_SHEETS.includes(sheet.name.trim()));
  for (const sheet of filled) if (sheet.visibility !== 'visible') notes.add('VALUES_SHEET_HIDDEN', onSheet(sheet.name));
  return filled.filter((sheet) => sheet.visibility === 'visible');
}

/** Sheets of the forms that are handed out, hidden or not, which nobody fills in. */
const OWN_SHEETS: readonly string[] = [...Object.values(OTHER_SHEETS), META_SHEET];

/** The row that names the most columns; none at all in a sheet without a table. */
function headOf(grid: Grid, kind: ValueKind): Head {
  let best: Head = { grid, row: 0, columns: new Map() };
  for (const row of grid.rowNumbers.filter((number) => number <= HEAD_ROWS)) {
    const columns = new Map<ValueKey, number>();
    for (const column of grid.columnsIn(row)) {
      const key = valueKey(kind, grid.cell(row, column).text);
      if (key !== null && !columns.has(key)) columns.set(key, column);
    }
    if (columns.size > best.columns.size) best = { grid, row, columns };
  }
  return best;
}

/** A measure is named by its 编号 or by its 名称. */
const lacking = ({ columns }: Head): ValueKey[] =>
  (['measure', 'year', 'value'] as const).filter((key) => !columns.has(key) && !(key === 'measure' && columns.has('name')));

const wantedTitles = (kind: ValueKind): string => (['measure', 'year', 'value'] as const).map((key) => valueTitle(kind, key)).join('、');

function tellLack(head: Head, kind: ValueKind, notes: Notes): void {
  const place = onSheet(head.grid.name);
  const told = TELLING.filter((key) => head.columns.has(key)).length;
  if (told < 2) notes.add('BOOK_HEADER_MISSING', place, { wanted: wantedTitles(kind) });
  else for (const key of lacking(head)) notes.add('BOOK_COLUMN_MISSING', place, { column: valueTitle(kind, key) });
}

/** Columns that are not read: one that is there twice, one that nobody knows. */
function tellColumns({ grid, row, columns }: Head, kind: ValueKind, notes: Notes): void {
  const read = new Set(columns.values());
  const below = grid.rowNumbers.filter((number) => number >= row);
  const all = [...new Set(below.flatMap((number) => grid.columnsIn(number)))].toSorted((one, other) => one - other);
  for (const column of all.filter((number) => !read.has(number))) {
    const cell = grid.cell(row, column);
    const key = valueKey(kind, cell.text);
    const first = key === null ? undefined : columns.get(key);
    if (first !== undefined) notes.add('BOOK_COLUMN_TWICE', cell, { column: cell.text, first: grid.cell(row, first).address });
    else if (below.some((number) => !isBlank(grid.cell(number, column).value)))
      notes.add('BOOK_COLUMN_UNKNOWN', cell, { column: cell.text });
  }
}

/** What is only shown to the clerk, and never read. */
const SHOWN: ReadonlySet<ValueKey> = new Set(['current', 'leads']);

const MERGED: ReadonlySet<ValueKey> = new Set(['measure', 'name', 'year', 'subject']);

function rowsOf({ grid, row: headRow, columns }: Head, notes: Notes): ValueRow[] {
  const title = (key: ValueKey): string => {
    const column = columns.get(key);
    return column === undefined ? key : grid.cell(headRow, column).text.replaceAll('\n', '');
  };
  const rowAt = (number: number): ValueRow => ({
    title,
    at(key) {
      const column = columns.get(key);
      if (column === undefined) return { sheet: grid.name, address: `A${number}`, text: '', value: { type: 'blank' }, broken: null };
      return MERGED.has(key) ? grid.merged(number, column) : grid.cell(number, column);
    },
  });
  const rows = grid.rowNumbers.filter((number) => number > headRow).map(rowAt);
  for (const row of rows) {
    for (const key of [...columns.keys()].filter((one) => !SHOWN.has(one))) {
      const cell = row.at(key);
      if (cell.broken !== null) notes.add('BOOK_CELL_ERROR', cell, { error: cell.broken });
    }
  }
  return rows;
}
