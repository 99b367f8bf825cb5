/** What a table shows one below the other: rows, and above those of a kind its head with their sums; at the end the sums of all. */
export type Line<Row> =
  | { readonly kind: 'data'; readonly key: string; readonly row: Row }
  | { readonly kind: 'group'; readonly key: string; readonly name: string; readonly rows: readonly Row[] }
  | { readonly kind: 'total'; readonly key: string; readonly rows: readonly Row[] };

export interface LinesInput<Row> {
  /** In the order in which they are shown. */
  readonly rows: readonly Row[];
  rowKey(row: Row): string;
  /** Kind of a row; without it rows stand by themselves. */
  groupOf?: ((row: Row) => string) | undefined;
  /** Groups whose rows are folded away. */
  readonly folded: ReadonlySet<string>;
  /** False where no column can be summed. */
  readonly summed: boolean;
}

/** Rows under the heads of their groups, groups in the order in which they come; each group keeps the order of its rows. */
export function linesOf<Row>({ rows, rowKey, groupOf, folded, summed }: LinesInput<Row>): Line<Row>[] {
  const data = (ones: readonly Row[]): Line<Row>[] => ones.map((row) => ({ kind: 'data', key: rowKey(row), row }));
  const total: Line<Row>[] = summed && rows.length > 1 ? [{ kind: 'total', key: TOTAL_KEY, rows }] : [];
  if (groupOf === undefined) return [...data(rows), ...total];
  const groups = [...Map.groupBy(rows, groupOf)];
  const lines = groups.flatMap(([name, ones]): Line<Row>[] => [
    { kind: 'group', key: `${GROUP_KEY}${name}`, name, rows: ones },
    ...(folded.has(name) ? [] : data(ones)),
  ]);
  // The only group's head says what the total would.
  return [...lines, ...(groups.length > 1 ? total : [])];
}

/** No row is called so. */
const GROUP_KEY = '\u0000group ';
const TOTAL_KEY = '\u0000total';
