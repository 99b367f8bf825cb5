/**
 * 单位状态: exactly one holds for each unit and year. missing 未报; empty 空表 (a return without a single answer); received 已收 (findings are open);
 * returned 退回; toReview 待核 (no finding is open); passed 通过; final 定稿 (the year is signed; what never came stays 未报 or 空表).
 */
export const UNIT_STATES = ['missing', 'empty', 'received', 'returned', 'toReview', 'passed', 'final'] as const;
export type UnitState = (typeof UNIT_STATES)[number];

/** 审核: passed 通过, returned 退回, open: the word before is taken back. */
export const REVIEW_ACTS = ['passed', 'returned', 'open'] as const;
export type ReviewAct = (typeof REVIEW_ACTS)[number];

export interface UnitFacts {
  /** The year is signed. */
  readonly final: boolean;
  /** 收件号 of the version that counts; null where none does. */
  readonly counting: number | null;
  /** The newest 收件号 of the unit's year that is not withdrawn; null where there is none. */
  readonly newest: number | null;
  readonly empty: boolean;
  /** Errors and warnings that still stand. */
  readonly open: number;
  /** The word of the office that holds, with the version it was about and the newest it knew. */
  readonly review: { readonly act: ReviewAct; readonly number: number; readonly seen: number } | null;
}

export function unitState({ final, counting, newest, empty, open, review }: UnitFacts): UnitState {
  if (counting === null) return 'missing';
  if (empty && final) return 'empty';
  if (final) return 'final';
  const holds = review !== null && review.number === counting && (newest ?? 0) <= review.seen;
  if (holds && review.act === 'returned') return 'returned';
  if (empty) return 'empty';
  if (holds && review.act === 'passed' && open === 0) return 'passed';
  return open > 0 ? 'received' : 'toReview';
}

/** 已报: a return with something in it has come. */
export const hasReported = (state: UnitState): boolean => state !== 'missing' && state !== 'empty';

/** How many units are in each state. */
export function countStates(states: readonly UnitState[]): Readonly<Record<UnitState, number>> {
  const counts = { missing: 0, empty: 0, received: 0, returned: 0, toReview: 0, passed: 0, final: 0 };
  for (const state of states) counts[state] += 1;
  return counts;
}
