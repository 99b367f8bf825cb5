import type { ShownTable } from '../../../shared/contract/tables.ts';
import { printedNumber } from '../../../shared/domain/numbers/printed-number.ts';
import { tableText } from '../../../shared/text/ui/app-text.ts';
import type { Arrangement, ArrangedColumn } from '../arrange-rows.ts';
import type { Line } from './lines.ts';

export interface ShownColumn<Row> extends ArrangedColumn<Row> {
  /** Numbers stand at the right. */
  readonly align?: 'left' | 'right' | 'center' | undefined;
  readonly width?: number | string | undefined;
  /** What stands under this column in the head of a group and in the last row. */
  sum?: ((rows: readonly Row[]) => string) | undefined;
}

export interface ShownInput<Row> {
  readonly title: string;
  readonly about: readonly string[];
  readonly columns: readonly ShownColumn<Row>[];
  readonly lines: readonly Line<Row>[];
}

/** The table as it is handed over: every column, also those for which there is no room, and folded groups unfolded by the caller. */
export const shownTable = <Row>({ title, about, columns, lines }: ShownInput<Row>): ShownTable => ({
  title,
  about: about.filter((line) => line !== ''),
  columns: columns.map((column) => ({
    title: column.title,
    numbers: column.align === 'right',
    width: typeof column.width === 'number' ? Math.max(NARROWEST, Math.round(column.width / PIXELS_PER_CHARACTER)) : null,
  })),
  rows: lines.map((line) => ({ kind: line.kind, cells: columns.map((column, index) => cellText(line, column, index === 0)) })),
});

const PIXELS_PER_CHARACTER = 7;
const NARROWEST = 8;

/** What a cell says; the first of a group or total says which it is. */
export function cellText<Row>(line: Line<Row>, column: ShownColumn<Row>, first: boolean): string {
  if (line.kind === 'data') return column.text(line.row);
  if (first) return line.kind === 'group' ? tableText.group(line.name, line.rows.length) : tableText.total(line.rows.length);
  return column.sum?.(line.rows) ?? '';
}

/** For the clipboard: numbers as Excel takes them, without a true minus and without commas. */
export const clipboardRows = ({ columns, rows }: ShownTable): string[][] => [
  columns.map(({ title }) => title),
  ...rows.map(({ cells }) => cells.map((text, index) => (columns[index]?.numbers === true ? plainNumber(text) : text))),
];

function plainNumber(text: string): string {
  const number = printedNumber(text);
  return number === null ? text : `${number.plain}${number.percent ? '%' : ''}`;
}

/** 筛选：状态 未报、空表；排序：总分 降序. Blank where everything stands in its own order. */
export function arrangementText<Row>(columns: readonly ArrangedColumn<Row>[], { sortKey, direction, filters }: Arrangement): string {
  const titles = new Map(columns.map(({ key, title }) => [key, title]));
  const chosen = Object.entries(filters).flatMap(([key, values]) =>
    values.length === 0
      ? []
      : [
          tableText.filterOf(
            titles.get(key) ?? key,
            values.map((value) => (value === '' ? tableText.blank : value)),
          ),
        ],
  );
  return [
    ...(chosen.length === 0 ? [] : [tableText.filteredBy(chosen)]),
    ...(sortKey === null ? [] : [tableText.sortedBy(titles.get(sortKey) ?? sortKey, direction)]),
  ].join('　');
}
