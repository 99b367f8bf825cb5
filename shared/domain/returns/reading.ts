import type { FindingCode, FindingParams } from '../findings.ts';
import type { ReadValue, TaskStatus } from './types.ts';

/** What one cell says, and what is wrong with it. A value beside an issue is usable and only needs a look; null is not. */
export interface CellReading {
  readonly value: ReadValue | null;
  readonly issues: readonly CellIssue[];
}

export interface CellIssue {
  readonly code: FindingCode;
  readonly params: FindingParams;
}

/** What the parser must know about the workbook and the year, because the cell does not say it. */
export interface CellContext {
  readonly date1904: boolean;
  /** 考核年度. */
  readonly year: number;
  /** The cell holds a formula: without a result it is not blank but broken. */
  readonly formula: boolean;
  /** Words for 完成状态 that the office has added to the usual ones. */
  readonly statusWords?: ReadonlyMap<string, TaskStatus> | undefined;
  /** Edition of the rules of reading; today's unless said otherwise. */
  readonly edition?: number | undefined;
}

export const issue = (code: FindingCode, params: FindingParams = {}): CellIssue => ({ code, params });

export const unread = (code: FindingCode, params: FindingParams = {}): CellReading => ({ value: null, issues: [issue(code, params)] });

export const NOTHING: CellReading = { value: null, issues: [] };

export const NOT_APPLICABLE: CellReading = { value: { kind: 'notApplicable' }, issues: [] };
