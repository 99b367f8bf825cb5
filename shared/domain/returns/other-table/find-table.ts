import type { RawCell, RawSheet, RawWorkbook } from '../../tables/raw-workbook.ts';
import { isBlank, typedText } from '../cell-text.ts';
import { READING_EDITION } from '../reading-edition.ts';
import { rowsOf, type SheetRows } from '../sheet-rows.ts';
import { tableTitle, type TableTitle } from './table-words.ts';

/** Rows in which the header of a table stands. */
const HEAD_ROWS = 20;

/** More rows than this no unit is asked for: a list of enterprises or of papers. */
const MOST_ROWS = 300;

export interface TableColumn extends TableTitle {
  readonly number: number;
  readonly address: string;
  readonly text: string;
}

/** A table with a header in words (自拟表): where its columns and its rows are. */
export interface FoundTable {
  readonly raw: RawSheet;
  readonly headerRow: number;
  readonly columns: readonly TableColumn[];
  readonly rows: SheetRows;
}

const ANSWERS: ReadonlySet<string> = new Set(['value', 'result', 'status', 'date', 'numerator', 'denominator', 'increment', 'progress']);

export const isAnswer = ({ role }: TableTitle): boolean => ANSWERS.has(role);

/** The first row with the most titles that are known, a name and an answer among them; null where the sheet has none such. */
export function findTable(raw: RawSheet, year: number, date1904: boolean, edition: number = READING_EDITION): FoundTable | null {
  if (raw.visibility !== 'visible') return null;
  const rows = rowsOf(raw);
  let best: readonly TableColumn[] = [];
  let headerRow = 0;
  const speaks: string[] = [raw.name];
  for (const [row, cells] of rows) {
    if (row > HEAD_ROWS) break;
    const columns = headerOf(cells, date1904, edition, speaksOfResults(speaks));
    speaks.push(...[...cells.values()].flatMap(({ value }) => (value.type === 'text' ? [value.text] : [])));
    if (columns.length <= best.length || !columns.some(({ role }) => role === 'name') || !columns.some(isAnswer)) continue;
    best = columns;
    headerRow = row;
  }
  if (best.length < 2 || rows.size > headerRow + MOST_ROWS) return null;
  const second = secondLine(best, rows.get(headerRow + 1), date1904, edition);
  if (second.length > 0) {
    headerRow += 1;
    best = [...best.filter(({ number }) => !second.some((column) => column.number === number)), ...second];
  }
  // Of the year before, or of one to come: nothing that is asked for.
  const columns = best.map((column) =>
    column.year === null || column.year === year || column.role === 'name' ? column : { ...column, role: 'other' as const },
  );
  return columns.some(isAnswer) ? { raw, headerRow, columns, rows } : null;
}

/** What stands above a table says whether bare years (2023年, 2024年) head what was done or what is to be done. */
const speaksOfResults = (texts: readonly string[]): boolean =>
  texts.some((text) => /完成|实绩|落实|进展/u.test(text)) && !texts.some((text) => /目标|计划|分解/u.test(text));

/** 完成情况 over 数量 and 进度 (多行表头): titles below others, with nothing below the name but what is merged with it. */
function secondLine(
  first: readonly TableColumn[],
  cells: ReadonlyMap<number, RawCell> | undefined,
  date1904: boolean,
  edition: number,
): TableColumn[] {
  const below =
    cells === undefined ? [] : headerOf(cells, date1904, edition, first.some(isAnswer)).map((column) => underTitle(first, column));
  // 2023年完成情况 over 数量: what stands below it is of that year, as far as it reaches.
  const yearOver = (number: number): number | null => first.findLast((column) => column.number <= number)?.year ?? null;
  const names = first.filter(({ role }) => role === 'name');
  const isHeader = names.every(({ number, text }) => {
    const cell = cells?.get(number);
    return cell === undefined || isBlank(cell.value) || typedText(cell.value, date1904).replaceAll('\n', '') === text;
  });
  if (!isHeader || !below.some(isAnswer)) return [];
  return below.map((column) => ({ ...column, year: column.year ?? yearOver(column.number) }));
}

/** Bare years below 目标 head no results. */
function underTitle(first: readonly TableColumn[], column: TableColumn): TableColumn {
  const above = first.findLast(({ number }) => number <= column.number);
  const isBare = /^20\d{2}年度?$/u.test(column.text.trim());
  return isBare && above !== undefined && !isAnswer(above) ? { ...column, role: above.role === 'target' ? 'target' : 'other' } : column;
}

const headerOf = (cells: ReadonlyMap<number, RawCell>, date1904: boolean, edition: number, ofResults = false): TableColumn[] =>
  [...cells.values()]
    .toSorted((left, right) => left.column - right.column)
    .flatMap((cell) => {
      const text = isBlank(cell.value) ? '' : typedText(cell.value, date1904);
      const title = text === '' ? null : tableTitle(text, edition, ofResults);
      return title === null ? [] : [{ ...title, number: cell.column, address: cell.address, text: text.replaceAll('\n', '') }];
    });

/** What stands in the columns of one role in a row, blanks left out. */
export const cellsOf = (
  { columns }: Pick<FoundTable, 'columns'>,
  cells: ReadonlyMap<number, RawCell>,
  isOne: (column: TableColumn) => boolean,
): RawCell[] =>
  columns.filter(isOne).flatMap(({ number }) => {
    const cell = cells.get(number);
    return cell === undefined || isBlank(cell.value) ? [] : [cell];
  });

/** Whether a row says anything that could be an answer. */
export const saysAnswer = (table: Pick<FoundTable, 'columns'>, cells: ReadonlyMap<number, RawCell>): boolean =>
  cellsOf(table, cells, isAnswer).length > 0;

/** What stands above the tables of a workbook, and the names of their sheets: of whom and of which year they are. */
export const titlesOf = ({ sheets, date1904 }: RawWorkbook, year: number, edition: number): string[] =>
  sheets.flatMap((raw) => {
    const table = findTable(raw, year, date1904, edition);
    if (table === null) return [];
    const above = raw.cells.filter(({ row, value }) => row < table.headerRow && value.type === 'text');
    return [...above.map(({ value }) => typedText(value, date1904)), raw.name];
  });

/** What stands in the columns of units beside the rows that say something. */
export function unitsBeside(raw: RawSheet, year: number, date1904: boolean, edition: number): string[] {
  const table = findTable(raw, year, date1904, edition);
  if (table === null) return [];
  return [...table.rows]
    .filter(([row, cells]) => row > table.headerRow && saysAnswer(table, cells))
    .map(([, cells]) => cellsOf(table, cells, ({ role }) => role === 'units')[0])
    .flatMap((cell) => (cell === undefined ? [] : [typedText(cell.value, date1904)]));
}
