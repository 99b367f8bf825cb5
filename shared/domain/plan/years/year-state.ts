import { isArchived, type YearRecord } from './opening.ts';

/** 年度状态: 准备 until a form is out, 收集 until all are in or the date has passed, 核实 while findings are open, then 试算; 定稿 and 归档 are acts. */
export type YearState = 'unopened' | 'preparing' | 'collecting' | 'verifying' | 'trial' | 'final' | 'archived';

export interface YearFacts {
  /** Whether a form was written for the year, or a return came in. */
  readonly formsOut: boolean;
  readonly expected: number;
  readonly received: number;
  readonly openFindings: number;
  /** Today, ISO. */
  readonly today: string;
}

export function yearState(record: YearRecord | null, facts: YearFacts): YearState {
  if (record === null) return 'unopened';
  if (isArchived(record)) return 'archived';
  if (record.final !== null) return 'final';
  if (!facts.formsOut) return 'preparing';
  const due = record.opening.due;
  const over = facts.received >= facts.expected || (due !== null && facts.today > due);
  if (!over) return 'collecting';
  return facts.openFindings > 0 ? 'verifying' : 'trial';
}
