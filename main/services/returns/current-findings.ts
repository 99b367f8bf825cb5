import type { CurrentFinding } from '../../../shared/contract/returns.ts';
import { selectCurrentFindings, selectCurrentReturns } from '../../db/queries/returns.ts';
import type { ServiceContext } from '../context.ts';
import { requireOpenYear } from '../plan/year-plan.ts';

/** Findings of the returns that count now, unit by unit in the plan's order. */
export function currentFindings(context: ServiceContext, year: number): CurrentFinding[] {
  const db = context.work.handle;
  const { plan } = requireOpenYear(db, year);
  const returns = new Map(selectCurrentReturns(db, year).map((record) => [record.unitId, record]));
  const byReturn = Map.groupBy(selectCurrentFindings(db, year), (entry) => entry.returnId);
  return plan.units.flatMap((unit) => {
    const record = returns.get(unit.id);
    if (record === undefined) return [];
    return (byReturn.get(record.id) ?? []).map((entry) => ({
      unitId: unit.id,
      unitName: unit.name,
      sha256: record.sha256,
      finding: entry.finding,
    }));
  });
}
