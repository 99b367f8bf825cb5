import { quantityOf } from './gas-states.ts';
import type { HeadedColumn } from './table-columns.ts';
import type { Field } from './types.ts';

/**
 * Of columns of one pollutant that say different years (2025年, 2024年) those of the year of the rows: the other is last year's for comparison. Where
 * the rows are of neither, or of both, all of them stay.
 */
export function ofOwnYear<Column extends HeadedColumn & { readonly field: Field | null }>(
  columns: readonly Column[],
  yearsOfRows: () => ReadonlySet<number>,
): readonly Column[] {
  if (columns.every(({ said }) => said.year === null)) return columns;
  const rows = yearsOfRows();
  const groups = Map.groupBy(columns, quantityOf);
  return columns.filter((column) => {
    const { year } = column.said;
    const others = groups.get(quantityOf(column)) ?? [];
    if (year === null || rows.size !== 1 || others.length < 2) return true;
    return rows.has(year) || others.every(({ said }) => said.year === null || !rows.has(said.year));
  });
}
