import type { RawCell } from '../tables/raw-workbook.ts';
import { cellAddress } from '../returns/locate-sheet.ts';
import { MONITORING_EDITION } from './edition.ts';
import type { FoundTable } from './find-tables.ts';
import type { Grid, GridRow } from './grid.ts';
import { isStatistic } from './header-words.ts';
import { isMeanOfPlaces } from './mean-rows.ts';
import { readHour, readStamp } from './stamps.ts';
import { type HeaderCell, type HeaderContext, headerTitle, joined, NOTHING_SAID, numberLabels, readHeaderCell } from './table-header.ts';
import { type ColumnMeaning, DISTRICT } from './types.ts';

/** A column with everything its header says, before anything is decided about the table. */
export interface HeadedColumn {
  readonly column: number;
  readonly address: string;
  readonly title: string;
  readonly said: HeaderCell;
  readonly meaning: ColumnMeaning;
}

export function headedColumns(grid: Grid, table: FoundTable, context: HeaderContext, date1904: boolean): HeadedColumn[] {
  const last = Math.max(...table.header.map((row) => row.lastColumn), 0);
  const columns: HeadedColumn[] = [];
  const means = new Set<number>();
  for (let column = 1; column <= last; column += 1) {
    const cells = cellsAbove(grid, table.header, column, context);
    const own = cells.filter((cell) => cell !== undefined);
    const said = joined(own.map((cell) => labelled(cell, table.header, context)));
    const [first] = own;
    const address = first?.address ?? cellAddress(column, table.header[0]?.row ?? 1);
    columns.push({ column, address, title: headerTitle(own, date1904), said, meaning: meaningOf(said) });
    if (own.some(({ value }) => value.type === 'text' && isMeanOfPlaces(value.text, context.places))) means.add(column);
  }
  return withInferredKeys(withoutMeans(columns, means, context), table.rows, context);
}

/** 全区平均 beside towns is the mean of them, no station of the district. */
function withoutMeans(columns: readonly HeadedColumn[], means: ReadonlySet<number>, { stamps }: HeaderContext): readonly HeadedColumn[] {
  const towns = columns.some(({ said }) => said.placeId !== null && said.placeId !== DISTRICT);
  if (!towns || means.size === 0 || (stamps.edition ?? MONITORING_EDITION) < 5) return columns;
  return columns.map((column) => (means.has(column.column) ? { ...column, said: NOTHING_SAID, meaning: 'known' } : column));
}

function meaningOf(said: HeaderCell): ColumnMeaning {
  if (said.meaning === 'known' || said.meaning === 'flag') return said.meaning;
  if (said.meaning !== null && said.meaning !== 'value' && said.pollutant === null) return said.meaning;
  const placed = said.pollutant !== null || said.placeId !== null || said.date !== null || said.hour !== null;
  return placed || said.meaning === 'value' ? 'value' : 'unknown';
}

/**
 * The cells above a column, merged ones included. WPS leaves blanks where a merged heading was taken apart: in all rows but the last a
 * blank takes what stands to its left, as long as that says something that is shared by several columns.
 */
function cellsAbove(grid: Grid, header: readonly GridRow[], column: number, context: HeaderContext): (RawCell | undefined)[] {
  const lowest = header.at(-1);
  return header.map((row) => {
    const cell = grid.cellAt(row, column);
    if (cell !== undefined || row === lowest || lowest?.has(column) !== true) return cell;
    const left = leftOf(row, column);
    const said = left === undefined ? NOTHING_SAID : readHeaderCell(left, context);
    return said.placeId !== null || (said.pollutant !== null && said.meaning === null) ? left : undefined;
  });
}

function leftOf(row: GridRow, column: number): RawCell | undefined {
  return row.cells.findLast((cell) => cell.column < column);
}

/** Bare numbers in the header are hours or days where they count through a whole row. */
function labelled(cell: RawCell, header: readonly GridRow[], context: HeaderContext): HeaderCell {
  const { value } = cell;
  if (value.type !== 'number' || value.format !== 'general' || !/^\d{1,2}$/.test(value.digits)) return readHeaderCell(cell, context);
  const row = header.find((candidate) => candidate.row === cell.row);
  const labels = row === undefined ? null : numberLabels(row, context);
  if (labels === 'hours') return { ...NOTHING_SAID, hour: Number(value.digits) };
  if (labels === null) return NOTHING_SAID;
  return { ...NOTHING_SAID, date: readStamp({ type: 'text', text: `${value.digits}日` }, context.stamps)?.date ?? null };
}

/** Columns left of the values without a heading that is understood ('镇街\日期', nothing at all) are known by what stands in them. */
function withInferredKeys(columns: readonly HeadedColumn[], rows: readonly GridRow[], context: HeaderContext): HeadedColumn[] {
  const firstValue = columns.find((column) => column.meaning === 'value')?.column ?? 0;
  const first = rows[0];
  return columns.map((column) => {
    if (first === undefined || column.column > firstValue) return column;
    if (column.meaning === 'known' && isCodes(columns, sample(rows, column.column), context)) return { ...column, meaning: 'station' };
    if (column.meaning === 'known' && isTypes(columns, sample(rows, column.column), context))
      return { ...column, meaning: 'pollutantName' };
    if (isMisheaded(columns, column, rows, context)) return { ...column, meaning: 'place' };
    if (column.meaning !== 'unknown' || (context.places.hasRegister && STATION_CODE.test(column.title))) return column;
    return { ...column, meaning: inferredMeaning(sample(rows, column.column), context) ?? 'unknown' };
  });
}

/** 日期 over a column of towns speaks of the days beside it. */
const isMisheaded = (columns: readonly HeadedColumn[], column: HeadedColumn, rows: readonly GridRow[], context: HeaderContext): boolean =>
  column.meaning === 'date' &&
  (context.stamps.edition ?? MONITORING_EDITION) >= 5 &&
  columns.some(({ said }) => said.date !== null) &&
  columns.every(({ meaning }) => meaning !== 'place' && meaning !== 'station') &&
  inferredMeaning(sample(rows, column.column), context) === 'place';

/** 站点编码: codes of the register name the station where no column does by its name. */
const isCodes = (columns: readonly HeadedColumn[], cells: readonly RawCell[], { places }: HeaderContext): boolean =>
  places.hasRegister &&
  columns.every(({ meaning }) => meaning !== 'station') &&
  cells.some(({ value }) => value.type === 'text' && places.registered(value.text));

/** The national archive calls the column of pollutants `type`; its other columns are codes of stations. */
const isTypes = (columns: readonly HeadedColumn[], cells: readonly RawCell[], context: HeaderContext): boolean =>
  (context.places.hasRegister || (context.stamps.edition ?? MONITORING_EDITION) >= 4) &&
  columns.every(({ meaning }) => meaning !== 'pollutantName') &&
  inferredMeaning(cells, context) === 'pollutantName';

export function inferredMeaning(cells: readonly RawCell[], context: HeaderContext): ColumnMeaning | null {
  const mostly = (test: (cell: RawCell) => boolean): boolean => cells.length > 0 && cells.filter(test).length * 10 >= cells.length * 8;
  const text = (cell: RawCell): string => (cell.value.type === 'text' ? cell.value.text : '');
  if (mostly((cell) => readStamp(cell.value, context.stamps) !== null)) return 'date';
  if (mostly((cell) => readHeaderCell(cell, context).pollutant !== null)) return 'pollutantName';
  if (mostly((cell) => context.places.station(text(cell)) !== null)) return 'place';
  return mostly((cell) => readHour(cell.value) !== null) ? 'hour' : null;
}

/** 1432A: a code of the national network. */
export const STATION_CODE = /^\d{4}[A-Z]$/u;

const SAMPLE = 40;

/** The first cells of a column that are not of a row of means. */
export function sample(rows: readonly GridRow[], column: number): RawCell[] {
  const cells: RawCell[] = [];
  for (const row of rows) {
    const cell = row.at(column);
    if (cell !== undefined && !(cell.value.type === 'text' && isStatistic(cell.value.text))) cells.push(cell);
    if (cells.length >= SAMPLE) break;
  }
  return cells;
}
