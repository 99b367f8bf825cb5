import { quantityOf } from './gas-states.ts';
import type { GridRow } from './grid.ts';
import type { HeadedColumn } from './table-columns.ts';
import type { Field } from './types.ts';

/** Columns after those were looked for that speak of the same place and pollutant (重复列). */
export interface WithoutTwins<Column> {
  readonly kept: readonly Column[];
  /** Beside one that says 实况, one that says nothing of its state: not used. */
  readonly spare: readonly Column[];
  /** Each group of two or more of which nobody can say which counts: none is read. */
  readonly twins: readonly (readonly Column[])[];
}

/** A column without a cell contradicts nothing. 标况 and 实况 were told apart before; 实况 counts beside a column that names neither. */
export function setTwinsAside<Column extends HeadedColumn & { readonly field: Field | null }>(
  columns: readonly Column[],
  rows: readonly GridRow[],
): WithoutTwins<Column> {
  const groups = [...Map.groupBy(columns, quantityOf).values()].filter((group) => group.length > 1);
  const spare = new Set<Column>();
  const twins: Column[][] = [];
  for (const group of groups) {
    const filled = group.filter(({ column }) => rows.some((row) => row.has(column)));
    const actual = filled.filter(({ said }) => said.state === 'actual');
    if (filled.length < 2) continue;
    if (actual.length === 1) for (const column of filled) if (!actual.includes(column)) spare.add(column);
    if (actual.length !== 1) twins.push(filled);
  }
  const aside = new Set([...spare, ...twins.flat()]);
  return { kept: columns.filter((column) => !aside.has(column)), spare: [...spare], twins };
}
