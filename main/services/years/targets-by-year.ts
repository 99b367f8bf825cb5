import type { AdoptedTarget } from '../../../shared/domain/plan/conflict-types.ts';
import { adoptTargets } from '../../../shared/domain/plan/conflicts.ts';
import type { TargetsByYear } from '../../../shared/domain/plan/years/choose-targets.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { readDecisions, readWorkPlan } from '../plan/work-plan.ts';
import { openYears, readYearPlan } from '../plan/year-plan.ts';

/** Years that have targets of their own: those 附件1 prints, those a document adjusts, those that are open. */
export function yearsWithTargets(db: ReadHandle): number[] {
  const { plan } = readWorkPlan(db);
  const revised = readYearPlan(db, plan.annex1.years[0] ?? 0).plan.revisions;
  return [...new Set([...plan.annex1.years, ...revised.map(({ year }) => year), ...openYears(db)])].toSorted((one, other) => one - other);
}

/** Year → measure → the target that holds. */
export function adoptedByYear(db: ReadHandle, years: readonly number[]): ReadonlyMap<number, ReadonlyMap<string, AdoptedTarget>> {
  return new Map(years.map((year) => [year, adoptTargets(readYearPlan(db, year).plan, readDecisions(db, year))]));
}

/** The targets of one measure by year, without the year that is asked for: what may be carried over or interpolated. */
export function knownTargets(
  adopted: ReadonlyMap<number, ReadonlyMap<string, AdoptedTarget>>,
  measure: string,
  except: number,
): TargetsByYear {
  const entries = [...adopted].flatMap(([year, targets]) => {
    const target = targets.get(measure)?.target;
    return year === except || target === undefined ? [] : [[year, target] as const];
  });
  return new Map(entries);
}
