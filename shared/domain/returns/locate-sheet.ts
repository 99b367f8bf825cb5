import { addressAt } from '../tables/cell-address.ts';
import type { CellLookup } from '../tables/formula-result.ts';
import type { RawCell, RawSheet, RawWorkbook } from '../tables/raw-workbook.ts';
import { comparableText, isBlank, typedText } from './cell-text.ts';
import { titleMatcher, type TitleMatch } from './header-words.ts';
import { columnOf, idColumnOf } from './layout-columns.ts';
import { rowsOf, type SheetRows } from './sheet-rows.ts';
import type { AnswerField, LayoutColumn, LayoutSheet } from './types.ts';

/** A sheet of the workbook with its cells by row and column, and the place of every layout column in it. */
export interface LocatedSheet {
  readonly layout: LayoutSheet;
  readonly raw: RawSheet;
  readonly name: string;
  /** The last row of the header; the table begins below it. */
  readonly headerRow: number;
  /** Rows that make up the header; mostly one. */
  readonly headerRows: ReadonlySet<number>;
  /** Column number by layout column key; missing columns are not in it. */
  readonly columns: ReadonlyMap<string, number>;
  /** All columns that bear one title, where they are several; which is meant nobody can tell. */
  readonly twins: ReadonlyMap<string, readonly number[]>;
  /** Header cells that name a column otherwise than the form. */
  readonly titles: readonly HeaderCell[];
  readonly rows: SheetRows;
  /** Values of any cell of the workbook, for formulas of this sheet. */
  readonly lookup: CellLookup;
}

export interface HeaderCell extends TitleMatch {
  readonly address: string;
  readonly row: number;
  /** Number of the column. */
  readonly number: number;
  readonly text: string;
}

/** The sheet's columns by their titles, wherever they stand: inserted rows and moved columns are no concern of ours. Null without a header. */
export function locateColumns(workbook: RawWorkbook, raw: RawSheet, layout: LayoutSheet): LocatedSheet | null {
  const rows = rowsOf(raw);
  const header = findHeader(rows, layout, workbook.date1904);
  if (header === null) return null;
  return { layout, raw, name: raw.name, ...header, rows, lookup: lookupIn(workbook, raw, rows) };
}

/** Title without the line break that only the header cell needs. */
export const titleOf = ({ title }: LayoutColumn): string => (title.includes('\n') ? title.replaceAll('\n', '') : title);

/** Where a row answers a field: column number and title; null where the sender removed the column. */
export function answerPlace(sheet: LocatedSheet, field: AnswerField): AnswerPlace | null {
  // Every cell of a year of days asks again.
  const known = placesOf.get(sheet) ?? new Map<AnswerField, AnswerPlace | null>();
  placesOf.set(sheet, known);
  const found = known.get(field);
  if (found !== undefined) return found;
  const place = findPlace(sheet, field);
  known.set(field, place);
  return place;
}

const placesOf = new WeakMap<LocatedSheet, Map<AnswerField, AnswerPlace | null>>();

interface AnswerPlace {
  readonly column: number;
  readonly title: string;
  readonly twins: readonly number[];
}

function findPlace(sheet: LocatedSheet, field: AnswerField): AnswerPlace | null {
  const column = columnOf(sheet.layout.columns, field);
  const number = column === null ? undefined : sheet.columns.get(column.key);
  return column === null || number === undefined
    ? null
    : { column: number, title: titleOf(column), twins: sheet.twins.get(column.key) ?? [] };
}

/** A1 address of a column number and a row number, both from 1. */
export const cellAddress = (column: number, row: number): string => addressAt(row, column);

export const idColumnNumber = (sheet: LocatedSheet): number => sheet.columns.get(idColumnOf(sheet.layout.columns)?.key ?? '') ?? 1;

/** The value of any cell of a workbook, for formulas of one of its sheets. Other sheets are looked through only when a formula asks for them. */
export function lookupIn(workbook: RawWorkbook, own: RawSheet, rows: SheetRows): CellLookup {
  const bySheet = new Map<string, SheetRows>([[own.name, rows]]);
  return (name, column, row) => {
    const sheet = workbook.sheets.find((candidate) => candidate.name === (name ?? own.name));
    if (sheet === undefined) return { type: 'error', code: '#REF!' };
    const known = bySheet.get(sheet.name) ?? rowsOf(sheet);
    bySheet.set(sheet.name, known);
    return known.get(row)?.get(column)?.value ?? null;
  };
}

type Header = Pick<LocatedSheet, 'headerRow' | 'headerRows' | 'columns' | 'twins' | 'titles'>;

/** The row with the most column titles, at least two; titles that it lacks may stand in the rows beside it (多行表头). */
function findHeader(rows: SheetRows, layout: LayoutSheet, date1904: boolean): Header | null {
  const match = titleMatcher(layout.columns);
  const matched = (cells: ReadonlyMap<number, RawCell> | undefined): HeaderCell[] =>
    [...(cells?.values() ?? [])]
      .toSorted((left, right) => left.column - right.column)
      .flatMap((cell) => {
        const text = isBlank(cell.value) ? '' : typedText(cell.value, date1904);
        const found = text === '' ? null : match(text);
        return found === null ? [] : [{ ...found, address: cell.address, row: cell.row, number: cell.column, text }];
      });
  let best: { readonly row: number; readonly cells: HeaderCell[]; readonly keys: number } | null = null;
  for (const [row, cells] of rows) {
    const found = matched(cells);
    const keys = new Set(found.map(({ column }) => column.key)).size;
    if (keys >= 2 && keys > (best?.keys ?? 0)) best = { row, cells: found, keys };
  }
  if (best === null) return null;
  const { row } = best;
  const all = [...best.cells];
  const used = new Set([row]);
  for (const near of [row - 1, row + 1, row - 2, row + 2]) {
    const more = matched(rows.get(near)).filter(
      ({ column, number, how }) => how !== 'synonym' && !all.some((cell) => cell.column.key === column.key || cell.number === number),
    );
    if (more.length === 0) continue;
    all.push(...more);
    used.add(near);
  }
  return { headerRow: Math.max(...used), headerRows: used, ...settled(all) };
}

/** Of the cells that name one column: a synonym gives way to the title itself; what is left over is a twin. */
function settled(cells: readonly HeaderCell[]): Pick<Header, 'columns' | 'twins' | 'titles'> {
  const columns = new Map<string, number>();
  const twins = new Map<string, readonly number[]>();
  const titles: HeaderCell[] = [];
  for (const [key, named] of Map.groupBy(cells, ({ column }) => column.key)) {
    const direct = named.filter(({ how }) => how !== 'synonym');
    const [first, ...others] = direct.length > 0 ? direct : named;
    if (first === undefined) continue;
    columns.set(key, first.number);
    titles.push(first);
    // Of locked text the first counts; a second one is compared like any other cell.
    if (others.length === 0 || first.column.answer === null) continue;
    twins.set(
      key,
      [first, ...others].map(({ number }) => number),
    );
    titles.push(...others);
  }
  return { columns, twins, titles };
}

/** Whether two sheets are called the same. */
export const isNamed = (raw: RawSheet, layout: LayoutSheet): boolean => comparableText(raw.name) === comparableText(layout.name);
