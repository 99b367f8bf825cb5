import { isBlank } from '../../../returns/cell-text.ts';
import type { RawSheet, RawWorkbook } from '../../../tables/raw-workbook.ts';
import { columnsOf, OTHER_SHEETS, SHEET_NAMES } from '../columns.ts';
import { SHEET_KEYS, type SheetKey } from '../types.ts';
import { type Grid, gridOf, type ReadCell } from './grid.ts';
import { type Notes, onSheet } from './notes.ts';
import { lineKey, OWN_TARGET, requiredColumns, titleMeaning } from './titles.ts';

export interface FoundLine {
  readonly key: string;
  readonly title: string;
  readonly cell: ReadCell;
}

export interface FoundRow {
  readonly number: number;
  /** The cell of a column; a blank one where the file has no such column. */
  at(key: string): ReadCell;
}

/** A table of the workbook, found by its words: lines above it, columns by key, rows below its head. */
export interface FoundTable {
  readonly key: SheetKey;
  readonly sheet: string;
  readonly lines: readonly FoundLine[];
  /** The first words above the head that are no line: the title of a list that somebody else made. */
  readonly heading: string | null;
  has(column: string): boolean;
  /** Title of a column as the file writes it. */
  title(column: string): string;
  /** Cells of the head by column key. */
  head(column: string): ReadCell;
  /** Years that have a column of this kind, in order. */
  years(kind: 'target' | 'stretch' | 'printed'): readonly number[];
  readonly rows: readonly FoundRow[];
}

/** Which sheet is which: by its name, else by the titles of its columns. Sheets that are none are told of. */
export function findSheets(workbook: RawWorkbook, notes: Notes): ReadonlyMap<SheetKey, RawSheet> {
  const found = new Map<SheetKey, RawSheet>();
  const left: RawSheet[] = [];
  for (const sheet of workbook.sheets) {
    const name = sheet.name.replaceAll(/\s/gu, '');
    if (name === OTHER_SHEETS.notes || name === OTHER_SHEETS.offers) continue;
    const key =
      SHEET_KEYS.find((candidate) => candidate !== 'head' && named(candidate, name)) ?? (named('head', name) ? 'head' : undefined);
    if (key !== undefined && !found.has(key)) found.set(key, sheet);
    else left.push(sheet);
  }
  for (const sheet of left) {
    const key = keyByHead(sheet, workbook.date1904, found);
    if (key !== null) found.set(key, sheet);
    else if (sheet.cells.length > 0) notes.add('BOOK_SHEET_UNKNOWN', onSheet(sheet.name));
  }
  return found;
}

const named = (key: SheetKey, name: string): boolean =>
  SHEET_NAMES[key].name.replaceAll(' ', '') === name || SHEET_NAMES[key].known.test(name);

/** Tables of rows of the plan have heads that no other table has; lists of names are known by their sheet alone. */
function keyByHead(sheet: RawSheet, date1904: boolean, found: ReadonlyMap<SheetKey, RawSheet>): SheetKey | null {
  const grid = gridOf(sheet, date1904);
  const fits = (['list', 'annex1', 'annex2'] as const).filter((key) => {
    const head = findHead(grid, key);
    return !found.has(key) && head !== null && requiredColumns(key).every((column) => head.columns.has(column.key));
  });
  // 责任单位 is what a year's list has and 附件2 has not.
  return fits.find((key) => key !== 'list' || findHead(grid, 'list')?.columns.has('responsible') === true) ?? fits[0] ?? null;
}

interface Head {
  readonly row: number;
  readonly columns: ReadonlyMap<string, number>;
}

/** Rows in which a table's head is looked for. */
const HEAD_ROWS = 60;

/** The row that names the most columns of the table: at least two of them, or one where a table has but one to be filled in. */
function findHead(grid: Grid, key: SheetKey): Head | null {
  const least = key === 'subjects' ? 1 : 2;
  let best: Head | null = null;
  for (const row of grid.rowNumbers.filter((number) => number <= HEAD_ROWS)) {
    const columns = new Map<string, number>();
    for (const column of grid.columnsIn(row)) {
      const meaning = titleMeaning(key, grid.cell(row, column).text);
      if (meaning !== null && meaning !== 'yearMissing' && !columns.has(meaning.key)) columns.set(meaning.key, column);
    }
    if (columns.size >= least && columns.size > (best?.columns.size ?? 0)) best = { row, columns };
  }
  return best;
}

/** The table of a sheet; null, with findings, where its head is not found or lacks what no row can be without. */
export function findTable(key: SheetKey, sheet: RawSheet, date1904: boolean, notes: Notes): FoundTable | null {
  const grid = gridOf(sheet, date1904);
  const head = key === 'head' ? { row: Number.MAX_SAFE_INTEGER, columns: new Map<string, number>() } : findHead(grid, key);
  const wanted = requiredColumns(key);
  if (head === null) {
    notes.add('BOOK_HEADER_MISSING', onSheet(sheet.name), { wanted: wanted.map((column) => column.title).join('、') });
    return null;
  }
  const missing = wanted.filter((column) => !head.columns.has(column.key));
  for (const column of missing) notes.add('BOOK_COLUMN_MISSING', onSheet(sheet.name), { column: column.title });
  if (missing.length > 0) return null;
  const titles = readHead(grid, head, key, notes);
  const { lines, heading } = readLines(grid, head.row);
  return tableOf({ key, grid, head, titles, lines, heading }, notes);
}

/** Tells of columns that are not read, and gives the titles of those that are. */
function readHead(grid: Grid, head: Head, key: SheetKey, notes: Notes): ReadonlyMap<string, ReadCell> {
  const titles = new Map([...head.columns].map(([column, number]) => [column, grid.cell(head.row, number)] as const));
  if (key === 'head') return titles;
  const below = grid.rowNumbers.filter((row) => row >= head.row);
  const columns = [...new Set(below.flatMap((row) => grid.columnsIn(row)))].toSorted((one, other) => one - other);
  const read = new Set(head.columns.values());
  for (const column of columns.filter((number) => !read.has(number))) {
    const cell = grid.cell(head.row, column);
    const meaning = cell.text === '' ? null : titleMeaning(key, cell.text);
    if (meaning === 'yearMissing') notes.add('BOOK_YEAR_MISSING', cell, { column: cell.text });
    else if (meaning !== null) notes.add('BOOK_COLUMN_TWICE', cell, { column: cell.text, first: titles.get(meaning.key)?.address ?? '' });
    else if (below.some((row) => !isBlank(grid.cell(row, column).value))) notes.add('BOOK_COLUMN_UNKNOWN', cell, { column: cell.text });
  }
  return titles;
}

function readLines(grid: Grid, headRow: number): Pick<FoundTable, 'lines' | 'heading'> {
  const lines: FoundLine[] = [];
  let heading: string | null = null;
  for (const row of grid.rowNumbers.filter((number) => number < headRow)) {
    const [first = 1, next = first + 1] = grid.columnsIn(row);
    const title = grid.cell(row, first).text;
    const key = lineKey(title);
    // Beside a title stands its value; what stands further on, or beside a blank value, says how to fill it in.
    if (key !== null) lines.push({ key, title, cell: grid.cell(row, next === first + 1 ? next : first + 1) });
    else if (heading === null && title !== '' && !title.startsWith(HINT)) heading = title;
  }
  return { lines, heading };
}

/** Begins a line of the workbook that only tells how to fill it in. */
export const HINT = '提示：';

interface TableParts {
  readonly key: SheetKey;
  readonly grid: Grid;
  readonly head: Head;
  readonly titles: ReadonlyMap<string, ReadCell>;
  readonly lines: readonly FoundLine[];
  readonly heading: string | null;
}

function tableOf({ key, grid, head, titles, lines, heading }: TableParts, notes: Notes): FoundTable {
  const merged = new Set(columnsOf(key, { targets: [] }).flatMap((column) => (column.fill === true ? [column.key] : [])));
  const rowOf = (number: number): FoundRow => ({
    number,
    at(column) {
      const at = head.columns.get(column);
      if (at === undefined) return { sheet: grid.name, address: `A${number}`, text: '', value: { type: 'blank' }, broken: null };
      return merged.has(column) ? grid.merged(number, at) : grid.cell(number, at);
    },
  });
  const rows = grid.rowNumbers.filter((number) => number > head.row).map(rowOf);
  for (const row of rows) {
    for (const column of head.columns.keys()) {
      const cell = row.at(column);
      if (cell.broken !== null) notes.add('BOOK_CELL_ERROR', cell, { error: cell.broken });
    }
  }
  return {
    key,
    sheet: grid.name,
    lines,
    heading,
    has: (column) => head.columns.has(column),
    title: (column) => titles.get(column)?.text.replaceAll('\n', '') ?? column,
    head: (column) => titles.get(column) ?? grid.cell(Math.min(head.row, 1), 1),
    years: (kind) => yearsOf(head.columns.keys(), kind),
    rows: rows.filter((row) => [...head.columns.keys()].some((column) => row.at(column).text !== '')),
  };
}

const yearsOf = (keys: Iterable<string>, kind: string): number[] =>
  [...keys]
    .filter((key) => key.startsWith(`${kind}:`) && key !== OWN_TARGET)
    .map((key) => Number(key.slice(kind.length + 1)))
    .toSorted((one, other) => one - other);
