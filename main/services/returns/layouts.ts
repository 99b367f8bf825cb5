import type { AdoptedTarget } from '../../../shared/domain/plan/conflict-types.ts';
import type { Unit } from '../../../shared/domain/plan/schema.ts';
import { layoutReturn } from '../../../shared/domain/returns/layout.ts';
import type { ReturnLayout } from '../../../shared/domain/returns/types.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { adoptedTargets } from '../plan/work-plan.ts';
import { type PlanOfYear, yearPlanOfVersion } from '../plan/year-plan.ts';

/** The layout of a unit's return; `air: false` leaves the daily air sheet out. */
export type LayoutOf = (unit: Unit, air: boolean) => ReturnLayout;

/**
 * Layouts of one year's returns, made once a unit: writing and reading use the same ones. `air: false` leaves the daily air sheet out of
 * the towns' workbooks; reading follows the sheet that is there.
 */
export const createLayouts = (db: ReadHandle, yearPlan: Pick<PlanOfYear, 'plan' | 'version'>): LayoutOf =>
  rememberedLayouts(yearPlan, adoptedTargets(db, yearPlan));

/**
 * Layouts of forms that were made before the plan of the year changed (旧表), by the version that stands in the form; null for a version that
 * this work never had. Rows are those of that form; targets are those that hold now, where the row still has one.
 */
export function formerLayouts(db: ReadHandle, present: Pick<PlanOfYear, 'plan'>): (version: string) => LayoutOf | null {
  const adopted = adoptedTargets(db, present);
  const known = new Map<string, LayoutOf | null>();
  return (version) => {
    const made = known.get(version);
    if (made !== undefined) return made;
    const former = yearPlanOfVersion(db, present.plan.year, version);
    const layouts = former === null ? null : rememberedLayouts(former, new Map([...adoptedTargets(db, former), ...adopted]));
    known.set(version, layouts);
    return layouts;
  };
}

function rememberedLayouts({ plan, version }: Pick<PlanOfYear, 'plan' | 'version'>, adopted: ReadonlyMap<string, AdoptedTarget>): LayoutOf {
  const made = new Map<string, ReturnLayout>();
  return (unit, air) => {
    const key = `${unit.id}|${air}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const layout = layoutReturn(plan, version, unit, { air, adopted });
    made.set(key, layout);
    return layout;
  };
}
