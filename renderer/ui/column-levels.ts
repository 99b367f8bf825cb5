import type { ArrangedColumn } from './arrange-rows.ts';
import type { Width } from './use-width.ts';

/**
 * How much a column matters: without a level it always stays; B goes into the second line of the answering column where there is little room;
 * C shows only where there is much, else when it is chosen. `answers`: the column that answers, which takes the room that is left.
 */
export interface LeveledColumn<Row> extends ArrangedColumn<Row> {
  readonly level?: 'B' | 'C' | 'answers' | undefined;
}

export interface Shown<Column> {
  readonly columns: readonly Column[];
  /** Columns whose text stands in the second line of the answering one. */
  readonly below: readonly Column[];
  /** Columns that can be had by choosing them. */
  readonly choosable: readonly Column[];
}

export function shownColumns<Row, Column extends LeveledColumn<Row>>(
  columns: readonly Column[],
  width: Width,
  chosen: readonly string[],
): Shown<Column> {
  const answering = columns.some(({ level }) => level === 'answers');
  const below = width === 'narrow' && answering ? columns.filter(({ level }) => level === 'B') : [];
  const choosable = width === 'wide' ? [] : columns.filter(({ level }) => level === 'C');
  const hidden = new Set([...below, ...choosable.filter(({ key }) => !chosen.includes(key))]);
  return { columns: columns.filter((column) => !hidden.has(column)), below, choosable };
}

/** The second line: names and texts of the columns that moved there, without the empty ones. */
export const lineBelow = <Row>(below: readonly LeveledColumn<Row>[], row: Row): string =>
  below
    .flatMap((column) => {
      const text = column.text(row);
      return text === '' ? [] : [`${column.title} ${text}`];
    })
    .join('　');
