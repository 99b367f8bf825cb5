/** What sorting, filtering and copying need to know of a column. */
export interface ArrangedColumn<Row> {
  readonly key: string;
  readonly title: string;
  text(row: Row): string;
  /** Numbers and texts sort as themselves; null stands for "none" and comes last in both directions. */
  sortValue?: ((row: Row) => number | string | null) | undefined;
  readonly filter?: 'values' | 'search' | undefined;
}

export interface Arrangement {
  readonly sortKey: string | null;
  readonly direction: 'ascend' | 'descend';
  /** Column → what is let through: whole texts ('values') or the text looked for ('search'). */
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

export const UNARRANGED: Arrangement = { sortKey: null, direction: 'ascend', filters: {} };

/** The rows a person sees: filtered, then sorted; rows that compare equal keep their order. */
export function arrangeRows<Row>(rows: readonly Row[], columns: readonly ArrangedColumn<Row>[], arrangement: Arrangement): Row[] {
  const shown = rows.filter((row) => columns.every((column) => passes(row, column, arrangement.filters[column.key] ?? [])));
  const sorted = columns.find((column) => column.key === arrangement.sortKey);
  if (sorted === undefined) return shown;
  const value = sorted.sortValue ?? ((row: Row) => sorted.text(row));
  return shown.toSorted((one, other) => compareValues(value(one), value(other), arrangement.direction));
}

/** The choices of a 'values' filter, in the order they first occur. */
export function filterChoices<Row>(rows: readonly Row[], column: ArrangedColumn<Row>): string[] {
  return [...new Set(rows.map((row) => column.text(row)))];
}

function passes<Row>(row: Row, column: ArrangedColumn<Row>, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const text = column.text(row);
  return column.filter === 'search' ? wanted.every((part) => text.toLowerCase().includes(part.toLowerCase())) : wanted.includes(text);
}

const chinese = new Intl.Collator('zh-CN', { numeric: true });

function compareValues(one: number | string | null, other: number | string | null, direction: 'ascend' | 'descend'): number {
  const blank = (value: number | string | null): boolean => value === null || value === '';
  if (blank(one) || blank(other)) return Number(blank(one)) - Number(blank(other));
  const order = typeof one === 'number' && typeof other === 'number' ? one - other : chinese.compare(String(one), String(other));
  return direction === 'ascend' ? order : -order;
}
