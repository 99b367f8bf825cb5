import type { ReadHandle } from '../../db/handles.ts';
import { countAirDays } from '../../db/queries/returns-air.ts';
import { selectCurrentReturns, selectUnitsWithAnswers } from '../../db/queries/returns.ts';
import type { PlanOfYear } from '../plan/year-plan.ts';
import { createLayouts } from '../returns/layouts.ts';
import { COVER_FIELDS, demandsSomething } from '../returns/read-return.ts';

/** 空表: the units whose return that counts says nothing although its form asks for something. */
export function emptyReturns(db: ReadHandle, yearPlan: Pick<PlanOfYear, 'plan' | 'version'>): ReadonlySet<string> {
  const { plan } = yearPlan;
  const filled = selectUnitsWithAnswers(db, plan.year, [...COVER_FIELDS]);
  const air = countAirDays(db, plan.year);
  const silent = selectCurrentReturns(db, plan.year).filter(({ unitId }) => !filled.has(unitId) && (air.get(unitId) ?? 0) === 0);
  // A layout takes its time, and hardly ever is one needed.
  if (silent.length === 0) return new Set();
  const layoutOf = createLayouts(db, yearPlan);
  const units = new Map(plan.units.map((unit) => [unit.id, unit]));
  return new Set(
    silent.flatMap(({ unitId }) => {
      const unit = units.get(unitId);
      return unit !== undefined && demandsSomething(layoutOf(unit, false)) ? [unitId] : [];
    }),
  );
}
