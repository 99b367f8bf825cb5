import { plainText } from '../returns/cell-text.ts';
import type { RawCell } from '../tables/raw-workbook.ts';
import { isChanging } from './cells/formulas.ts';
import { MONITORING_EDITION } from './edition.ts';
import type { Grid, GridRow } from './grid.ts';
import { type HeaderCell, type HeaderContext, NOTHING_SAID, numberLabels, readHeaderCell } from './table-header.ts';
import type { ColumnMeaning } from './types.ts';

/** A table in a sheet: the titles above its header, the rows of the header, and the rows below as far as the next header. */
export interface FoundTable {
  readonly titles: readonly string[];
  readonly header: readonly GridRow[];
  readonly rows: readonly GridRow[];
}

/** Tables stand below each other as often as in sheets of their own: one town under the other, one month under the other. */
export function findTables(grid: Grid, context: HeaderContext): FoundTable[] {
  const { rows } = grid;
  const starts = headerStarts(grid, context);
  return starts.map((start, index) => {
    const next = starts[index + 1]?.index ?? rows.length;
    const above = rows.slice(index === 0 ? 0 : lastDataRow(rows, starts[index - 1]?.end ?? 0, start.index), start.index);
    return { titles: titlesOf(above, context), header: rows.slice(start.index, start.end), rows: rows.slice(start.end, next) };
  });
}

interface HeaderStart {
  readonly index: number;
  /** Index of the first row behind the header. */
  readonly end: number;
}

function headerStarts(grid: Grid, context: HeaderContext): HeaderStart[] {
  const starts: HeaderStart[] = [];
  for (let index = 0; index < grid.rows.length; index += 1) {
    const row = grid.rows[index];
    if (row === undefined || !couldBeHeader(row, context) || !isHeaderStart(row, context, starts.length > 0)) continue;
    const end = headerEnd(grid, index, context);
    starts.push({ index, end });
    index = end - 1;
  }
  return starts;
}

/** Cheap look at the first cells: rows of figures are most of a file. */
function couldBeHeader(row: GridRow, context: HeaderContext): boolean {
  if (row.count < 2) return false;
  let figures = 0;
  for (let place = 0; place < row.count; place += 1) {
    const value = row.valueOf(place);
    if (value.type === 'number' && value.format === 'general') figures += 1;
  }
  return figures === 0 || numberLabels(row, context) !== null || (figures >= 3 && areTextsAndDays(row));
}

function areTextsAndDays(row: GridRow): boolean {
  for (let place = 0; place < row.count; place += 1) {
    const value = row.valueOf(place);
    if (value.type !== 'text' && !(value.type === 'number' && /^20\d{6}$/.test(value.digits))) return false;
  }
  return true;
}

const KEYS: ReadonlySet<ColumnMeaning | null> = new Set<ColumnMeaning | null>([
  'place',
  'station',
  'region',
  'year',
  'month',
  'date',
  'hour',
  'pollutantName',
  'value',
]);

function isHeaderStart(row: GridRow, context: HeaderContext, further: boolean): boolean {
  const cells = row.cells.map((cell) => readHeaderCell(cell, context));
  const count = (test: (cell: HeaderCell) => boolean): number => cells.filter(test).length;
  const keys = count((cell) => KEYS.has(cell.meaning));
  const labels = numberLabels(row, context) === null ? 0 : 1;
  const said = count((cell) => cell !== NOTHING_SAID) + labels;
  if (keys >= 1 && said >= 2) return true;
  // Without a word for its keys a row is a header only at the head of a sheet; below it would be a row of names.
  if (further) return false;
  const towns = count((cell) => cell.placeId !== null);
  return (
    towns >= 2 ||
    labels > 0 ||
    count((cell) => cell.pollutant !== null) >= 2 ||
    count((cell) => cell.date !== null) >= 3 ||
    count((cell) => cell.hour !== null) >= 3
  );
}

const MOST_HEADER_ROWS = 4;

function headerEnd(grid: Grid, start: number, context: HeaderContext): number {
  const [first, ...further] = grid.rows.slice(start, start + MOST_HEADER_ROWS);
  const ends = first === undefined ? 0 : further.findIndex((row) => !continuesHeader(grid, row, first, context));
  return start + 1 + (ends < 0 ? further.length : ends);
}

/** A further row of the header has pollutants, units, towns or hours in it and no day and no value. */
function continuesHeader(grid: Grid, row: GridRow, first: GridRow, context: HeaderContext): boolean {
  const labels = numberLabels(row, context) !== null;
  if (!labels && row.cells.some(({ value }) => value.type === 'number' || value.type === 'error')) return false;
  const cells = row.cells.map((cell) => ({ cell, said: readHeaderCell(cell, context) }));
  // A town or a day at the very left, below its own heading, is the key of a row of missing values.
  const isKey = ({ cell, said }: { readonly cell: RawCell; readonly said: HeaderCell }): boolean =>
    (said.placeId !== null || said.date !== null) && isKeyHeading(grid, first, cell.column, context);
  if (cells.some(isKey)) return false;
  const speaking = cells.filter(({ said }) => said !== NOTHING_SAID);
  return labels || (speaking.length >= 1 && speaking.length * 2 >= cells.length);
}

function isKeyHeading(grid: Grid, first: GridRow, column: number, context: HeaderContext): boolean {
  const heading = grid.cellAt(first, column);
  return heading === undefined ? column === 1 : KEYS.has(readHeaderCell(heading, context).meaning);
}

/** Behind the last row of the table before: rows with one cell only are titles of the next. */
function lastDataRow(rows: readonly GridRow[], from: number, until: number): number {
  let index = until;
  while (index > from && (rows[index - 1]?.count ?? 2) === 1) index -= 1;
  return index;
}

/** A title that changes with every opening (TODAY) says nothing of the values. */
function titlesOf(rows: readonly GridRow[], { stamps: { edition = MONITORING_EDITION } }: HeaderContext): string[] {
  return rows.flatMap((row) =>
    row.cells.flatMap(({ value, look }) =>
      value.type !== 'text' || (edition >= 5 && isChanging(look?.formula ?? '')) ? [] : [plainText(value.text)],
    ),
  );
}
