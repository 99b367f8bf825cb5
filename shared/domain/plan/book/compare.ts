import type { Plan } from '../schema.ts';
import { MEASURE_KEYS } from './columns.ts';
import { bookOf } from './make/book-of-plan.ts';
import type { Book, BookCells, BookLine, BookRow, BookSheet, SheetKey } from './types.ts';

/** What a cell said and says now. */
export interface FieldDifference {
  /** Title of the column. */
  readonly column: string;
  /** Name of the 指标量 that it belongs to; null for the row's own. */
  readonly measure: string | null;
  readonly before: string;
  readonly after: string;
}

/** 差异: what is new, gone or changed of one row. `order`: the rows that stay stand in another order. */
export interface BookDifference {
  readonly part: SheetKey;
  /** Name of the sheet. */
  readonly sheet: string;
  readonly change: 'new' | 'removed' | 'changed' | 'order';
  /** Blank for the lines above a table. */
  readonly id: string;
  readonly name: string;
  readonly fields: readonly FieldDifference[];
}

/** Compares two plans as a clerk sees them in the workbook; without a plan before, all of the other is new. */
export function comparePlans(before: Plan | null, after: Plan): BookDifference[] {
  const year = after.annex3?.year ?? before?.annex3?.year ?? 0;
  return compareBooks(before === null ? [] : bookOf(before, year), bookOf(after, year));
}

export function compareBooks(before: Book, after: Book): BookDifference[] {
  return after.flatMap((sheet) => {
    const old = before.find((one) => one.key === sheet.key) ?? { ...sheet, lines: [], rows: [] };
    return [...compareLines(old, sheet), ...compareRows(old, sheet)];
  });
}

function compareLines(before: BookSheet, after: BookSheet): BookDifference[] {
  const [old, now] = [before, after].map(({ lines }) => textsOf(lines));
  const keys = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])];
  const fields = keys.flatMap((title) => fieldOf(title, null, old?.get(title) ?? '', now?.get(title) ?? ''));
  return fields.length === 0 ? [] : [{ part: after.key, sheet: after.name, change: 'changed', id: '', name: '', fields }];
}

/** Lines of one title stand together: several notes are one text. */
const textsOf = (lines: readonly BookLine[]): ReadonlyMap<string, string> =>
  new Map([...Map.groupBy(lines, (line) => line.title)].map(([title, ones]) => [title, ones.map((line) => line.value).join('\n')]));

function compareRows(before: BookSheet, after: BookSheet): BookDifference[] {
  const head = { part: after.key, sheet: after.name } as const;
  const titles = new Map([...before.columns, ...after.columns].map((column) => [column.key, column.title]));
  const [old, now] = [rowsById(before.rows), rowsById(after.rows)];
  const removed = [...old.values()].filter((row) => !now.has(keyOf(row)));
  const kept = after.rows.filter((row) => old.has(keyOf(row)));
  return [
    ...after.rows.flatMap((row): BookDifference[] => {
      const match = old.get(keyOf(row));
      const fields = compareCells(match?.cells ?? [], row.cells, titles);
      if (match !== undefined && fields.length === 0) return [];
      return [{ ...head, change: match === undefined ? 'new' : 'changed', id: row.id, name: row.name, fields }];
    }),
    ...removed.map((row): BookDifference => ({ ...head, change: 'removed', id: row.id, name: row.name, fields: [] })),
    ...(sameOrder(kept, [...old.values()]) ? [] : [{ ...head, change: 'order' as const, id: '', name: '', fields: [] }]),
  ];
}

/** A heading without rows has no id. */
const keyOf = (row: BookRow): string => (row.id === '' ? `|${row.name}` : row.id);
const rowsById = (rows: readonly BookRow[]): ReadonlyMap<string, BookRow> => new Map(rows.map((row) => [keyOf(row), row]));

function sameOrder(kept: readonly BookRow[], before: readonly BookRow[]): boolean {
  const places = new Map(before.map((row, index) => [keyOf(row), index]));
  const order = kept.map((row) => places.get(keyOf(row)) ?? 0);
  return order.every((place, index) => index === 0 || place > (order[index - 1] ?? 0));
}

type Titles = ReadonlyMap<string, string>;

/** The row's own cells, then each 指标量 beside the one of the same id. */
function compareCells(before: readonly BookCells[], after: readonly BookCells[], titles: Titles): FieldDifference[] {
  const own = (cells: readonly BookCells[]): BookCells => cells[0] ?? {};
  const measures = (cells: readonly BookCells[]): ReadonlyMap<string, BookCells> =>
    new Map(cells.flatMap((line) => (line['measureId'] === undefined ? [] : [[line['measureId'], line] as const])));
  const [old, now] = [measures(before), measures(after)];
  const keys = [...titles.keys()].filter((key) => !IDS.has(key));
  return [
    ...compareLeads(own(before), own(after), titles),
    ...keys
      .filter((key) => !isMeasureKey(key))
      .flatMap((key) => fieldOf(titles.get(key) ?? key, null, own(before)[key] ?? '', own(after)[key] ?? '')),
    ...[...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
      const [was = {}, is = {}] = [old.get(id), now.get(id)];
      const name = is['measureName'] ?? was['measureName'] ?? id;
      return keys.filter(isMeasureKey).flatMap((key) => fieldOf(titles.get(key) ?? key, name, was[key] ?? '', is[key] ?? ''));
    }),
  ];
}

/** Names as printed may stay while another unit is meant by them, as after a 机构变动. */
function compareLeads(before: BookCells, after: BookCells, titles: Titles): FieldDifference[] {
  const same = before['leads'] !== after['leads'] || before['leadIds'] === undefined || before['leadIds'] === after['leadIds'];
  return same ? [] : fieldOf(titles.get('leads') ?? '', null, before['leadLabels'] ?? '', after['leadLabels'] ?? '');
}

const IDS = new Set(['id', 'measureId', 'sectionId']);
const isMeasureKey = (key: string): boolean => MEASURE_KEYS.includes(key) || key.startsWith('target:') || key.startsWith('stretch:');

const fieldOf = (column: string, measure: string | null, before: string, after: string): FieldDifference[] =>
  before === after ? [] : [{ column, measure, before, after }];
