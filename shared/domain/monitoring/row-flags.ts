import { HOUR_INVALID, HOUR_MISSING } from '../air/hours/hours-of-day.ts';
import { plainText, typedText } from '../returns/cell-text.ts';
import type { RawCell } from '../tables/raw-workbook.ts';
import type { FlagColumn } from './flag-columns.ts';
import { isYes, markText, verdictOf } from './flag-marks.ts';
import { type GridRow, keyOf } from './grid.ts';
import type { Notices } from './notices.ts';
import type { TablePlan } from './plan-table.ts';
import type { RulesOn } from './value-rules.ts';

/** What is stored instead of a value that its mark (标识) makes none; null where nothing speaks against it. Such a mark is counted once. */
export type RowFlags = (column: number) => number | null;

const UNFLAGGED: RowFlags = () => null;

export function rowFlagsOf(plan: TablePlan, notices: Notices, rulesOn: RulesOn): (row: GridRow, date: string | null) => RowFlags {
  if (plan.flags.length === 0) return () => UNFLAGGED;
  const besideYes = new Set(plan.flags.filter((flag) => saysYes(plan, flag)).map(({ column }) => column));
  return (row, date) => {
    const marks = new Map<number, Mark>();
    for (const flag of plan.flags) {
      const cell = plan.grid.cellAt(row, flag.column);
      const own = cell === undefined ? 'valid' : verdictOf(cell.value, flag.asks, besideYes.has(flag.column));
      const verdict = own === 'unknown' && cell !== undefined ? (rulesOn(date ?? '').flags.get(markText(cell.value)) ?? own) : own;
      if (cell === undefined || verdict === 'valid') continue;
      const mark = { verdict, flag, cell, counted: false };
      for (const column of flag.covers) if (marks.get(column)?.verdict !== 'invalid') marks.set(column, mark);
    }
    return marks.size === 0 ? UNFLAGGED : (column) => counted(marks.get(column), plan, notices);
  };
}

const saysYes = ({ found }: TablePlan, { column }: FlagColumn): boolean =>
  found.rows.some((row) => {
    const value = row.value(column);
    return value !== undefined && isYes(value);
  });

interface Mark {
  readonly verdict: 'invalid' | 'unknown';
  readonly flag: FlagColumn;
  readonly cell: RawCell;
  counted: boolean;
}

/** A value that is marked as invalid takes back what was known; one with a mark that nobody understands says nothing. */
function counted(mark: Mark | undefined, { grid }: TablePlan, notices: Notices): number | null {
  if (mark === undefined) return null;
  const { verdict, flag, cell } = mark;
  const text = plainText(typedText(cell.value, false)).slice(0, LONGEST);
  const place = { sheet: grid.name, key: keyOf(cell.row, cell.column), column: flag.title };
  if (!mark.counted) {
    if (verdict === 'invalid') notices.tally('MONITOR_FLAGGED', place, { text });
    else notices.tally('MONITOR_FLAG_UNKNOWN', { ...place, mark: text }, { text });
  }
  mark.counted = true;
  return verdict === 'invalid' ? HOUR_INVALID : HOUR_MISSING;
}

const LONGEST = 30;
