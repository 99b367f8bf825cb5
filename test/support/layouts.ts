import { adoptTargets } from '../../shared/domain/plan/conflicts.ts';
import type { Plan, Unit } from '../../shared/domain/plan/schema.ts';
import { yearPlanOf } from '../../shared/domain/plan/years/plan-for-year.ts';
import { layoutReturn } from '../../shared/domain/returns/layout.ts';
import type { ReturnLayout } from '../../shared/domain/returns/types.ts';

interface LayoutRequest {
  readonly year?: number;
  readonly air?: boolean;
  readonly version?: string;
}

/** The form of one unit by the plan alone: no later document, no decision. */
export function layoutFor(plan: Plan, unit: Unit, { year = 2024, air = true, version = 'v1' }: LayoutRequest = {}): ReturnLayout {
  const yearPlan = yearPlanOf(plan, year);
  return layoutReturn(yearPlan, version, unit, { air, adopted: adoptTargets(yearPlan) });
}

export function unitNamed(plan: Pick<Plan, 'units'>, name: string): Unit {
  const unit = plan.units.find((candidate) => candidate.name === name);
  if (unit === undefined) throw new Error(`no unit ${name}`);
  return unit;
}
