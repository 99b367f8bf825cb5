import { quantityOf } from './gas-states.ts';
import type { HeadedColumn } from './table-columns.ts';
import type { Field } from './types.ts';

/** Columns of what a platform leaves of the values once dust is taken out (扣沙后), and the others. */
export interface DustStates<Column> {
  readonly kept: readonly Column[];
  /** 扣沙后 beside the measured value: the platform's own figure, which is not used. */
  readonly after: readonly Column[];
  /** The same alone: what was measured is not in the file. */
  readonly alone: readonly Column[];
}

/** What was measured is what stands before dust is taken out (扣沙前), or says nothing of it; which days count is decided by the dust list. */
export function measuredOfDust<Column extends HeadedColumn & { readonly field: Field | null }>(
  columns: readonly Column[],
): DustStates<Column> {
  const after = columns.filter(({ said }) => said.dust === 'after');
  if (after.length === 0) return { kept: columns, after: [], alone: [] };
  const kept = columns.filter((column) => !after.includes(column));
  const measured = new Set(kept.map(quantityOf));
  return {
    kept,
    after: after.filter((column) => measured.has(quantityOf(column))),
    alone: after.filter((column) => !measured.has(quantityOf(column))),
  };
}
