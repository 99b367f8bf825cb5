import type { HeadedColumn } from './table-columns.ts';

/**
 * Of a table whose columns are hours: 0 right behind 23 is the end of the same day (01:00 … 23:00, 00:00), and a column without an hour, such as
 * 日均值, is none of its values.
 */
export function withColumnHours<Column extends HeadedColumn>(values: readonly Column[]): Column[] {
  if (values.every(({ said }) => said.hour === null)) return [...values];
  const labelled = values.filter(({ said }) => said.hour !== null);
  const isLast = ({ said }: Column, index: number): boolean => said.hour === 0 && labelled[index - 1]?.said.hour === 23;
  const zeros = labelled.filter(({ said }) => said.hour === 0).length;
  if (zeros === 0 || labelled.filter(isLast).length !== zeros) return labelled;
  return labelled.map((column, index) => (isLast(column, index) ? { ...column, said: { ...column.said, hour: 24 } } : column));
}
