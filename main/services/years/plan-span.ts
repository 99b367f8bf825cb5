import { Failure } from '../../../shared/domain/failure.ts';
import { planSpan } from '../../../shared/domain/plan/statements.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { readWorkPlan } from '../plan/work-plan.ts';
import { openYears } from '../plan/year-plan.ts';
import { yearsWithTargets } from './targets-by-year.ts';

/** 方案年度: the years that the plan speaks of; a year outside them is neither opened nor given targets. */
export function requireYearOfPlan(db: ReadHandle, year: number): void {
  const { from, to } = planSpan(readWorkPlan(db).plan);
  if (year < from || year > to) throw new Failure('YEAR_OUTSIDE_PLAN', { year, from, to });
}

/** What targets may be set for: a year that is open stays so, also where a later plan ends before it. */
export function requireTargetYear(db: ReadHandle, year: number): void {
  if (!openYears(db).includes(year)) requireYearOfPlan(db, year);
}

/** What may be settled: also results of earlier years, which are compared with; none of a year that is still beyond the plan. */
export function requireFigureYear(db: ReadHandle, year: number): void {
  const { from } = planSpan(readWorkPlan(db).plan);
  if (year >= from) requireTargetYear(db, year);
}

/** What may be looked at: also a year that only has targets set by a document. */
export function requireShownYear(db: ReadHandle, year: number): void {
  if (!yearsWithTargets(db).includes(year)) requireYearOfPlan(db, year);
}
