import type { Unit } from '../../../shared/domain/plan/schema.ts';
import { layoutReturn } from '../../../shared/domain/returns/layout.ts';
import type { ReturnLayout } from '../../../shared/domain/returns/types.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { adoptedTargets, type WorkPlan } from '../plan/work-plan.ts';

/**
 * Layouts of one year's returns, made once a unit: writing and reading use the same ones. `air: false` leaves the daily air sheet out of
 * the towns' workbooks; reading follows the sheet that is there.
 */
export function createLayouts(db: ReadHandle, workPlan: WorkPlan, year: number): (unit: Unit, air: boolean) => ReturnLayout {
  const adopted = adoptedTargets(db, workPlan.plan, year);
  const made = new Map<string, ReturnLayout>();
  return (unit, air) => {
    const key = `${unit.id}|${air}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const layout = layoutReturn(workPlan.plan, workPlan.version, unit, year, { air, adopted });
    made.set(key, layout);
    return layout;
  };
}
