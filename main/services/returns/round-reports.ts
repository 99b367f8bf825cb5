import type { NextRoundView } from '../../../shared/contract/returns.ts';
import type { YearRecord } from '../../../shared/domain/plan/years/opening.ts';
import { reportingUnits, type YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import { nextRound, reportedFor } from '../../../shared/domain/plan/years/rounds.ts';
import { selectReturnDates } from '../../db/queries/returns.ts';
import type { ServiceContext } from '../context.ts';

/** 下一轮 of an open year with who has reported for it, by name; null where the year is not open or signed, or no last day is still to come. */
export function nextRoundOf(
  context: ServiceContext,
  { plan, record }: { readonly plan: YearPlan; readonly record: YearRecord | null },
): NextRoundView | null {
  if (record === null || record.final !== null) return null;
  const round = nextRound(record.opening, context.now().slice(0, 10));
  if (round === null) return null;
  const units = new Map(reportingUnits(plan).map((unit) => [unit.id, unit.name]));
  const reports = reportedFor(round, [...units.keys()], selectReturnDates(context.work.handle, plan.year));
  const names = (ids: readonly string[]): string[] => ids.map((id) => units.get(id) ?? id);
  return { ...round, reported: names(reports.reported), undated: names(reports.undated), missing: names(reports.missing) };
}
