import { plainText, typedText } from '../returns/cell-text.ts';
import { isTakenOut } from './dust-verdicts.ts';
import { type GridRow, keyOf } from './grid.ts';
import type { Notices } from './notices.ts';
import type { TablePlan } from './plan-table.ts';
import { headerText } from './pollutant-text.ts';
import type { HeadedColumn } from './table-columns.ts';

const TITLE = /扣沙|扣尘|沙尘|^是否已?扣除$/u;
const DONE = /^已?(?:扣沙|扣尘)$/u;

/** Says of a column beside the values (是否扣沙, 扣沙状态) with a yes in it that whether dust was taken out of them is not known. */
export function reportDustColumns({ columns, found, grid }: TablePlan, notices: Notices): void {
  for (const column of columns) {
    if ((column.meaning !== 'known' && column.meaning !== 'unknown') || !TITLE.test(headerText(column.title))) continue;
    for (const row of found.rows)
      if (saysYes(row, column))
        notices.tally('MONITOR_DUST_SAID', { sheet: grid.name, key: keyOf(row.row, column.column), column: column.title });
  }
}

function saysYes(row: GridRow, column: HeadedColumn): boolean {
  const value = row.value(column.column);
  return value !== undefined && (isTakenOut(row, column, false) === true || DONE.test(headerText(plainText(typedText(value, false)))));
}
