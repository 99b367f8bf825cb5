import type { AdoptedTarget } from '../../../shared/domain/plan/conflict-types.ts';
import { adoptTargets } from '../../../shared/domain/plan/conflicts.ts';
import type { Unit } from '../../../shared/domain/plan/schema.ts';
import { layoutReturn } from '../../../shared/domain/returns/layout.ts';
import type { LayoutRow, LayoutSheet, ReturnLayout } from '../../../shared/domain/returns/types.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { adoptedTargets, earlierDecisions } from '../plan/work-plan.ts';
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
 * this work never had. Rows are those of that form; targets are those that hold now, where the row still has one, and beside them those
 * that held when it was made, which its locked cells may show.
 */
export function formerLayouts(db: ReadHandle, present: Pick<PlanOfYear, 'plan'>): (version: string) => LayoutOf | null {
  const adopted = adoptedTargets(db, present);
  const known = new Map<string, LayoutOf | null>();
  return (version) => {
    const made = known.get(version);
    if (made !== undefined) return made;
    const former = yearPlanOfVersion(db, present.plan.year, version);
    const layouts = former === null ? null : layoutsOfFormer(db, former, adopted);
    known.set(version, layouts);
    return layouts;
  };
}

function layoutsOfFormer(
  db: ReadHandle,
  former: Pick<PlanOfYear, 'plan' | 'version'>,
  adopted: ReadonlyMap<string, AdoptedTarget>,
): LayoutOf {
  const present = rememberedLayouts(former, new Map([...adoptedTargets(db, former), ...adopted]));
  const states = earlierDecisions(db, former.plan.year).map((decisions) => rememberedLayouts(former, adoptTargets(former.plan, decisions)));
  return (unit, air) =>
    withEarlier(
      present(unit, air),
      states.map((layoutOf) => layoutOf(unit, air)),
    );
}

/** The layout with what the same rows showed by others. */
function withEarlier(layout: ReturnLayout, others: readonly ReturnLayout[]): ReturnLayout {
  const shown = Map.groupBy(
    others.flatMap(({ sheets }) => sheets.flatMap((sheet) => sheet.rows.map((row) => ({ at: placeOf(sheet, row), row })))),
    ({ at }) => at,
  );
  const sheets = layout.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => {
      const rows = (shown.get(placeOf(sheet, row)) ?? []).map((other) => other.row);
      const earlier = Object.entries(row.fixed).flatMap(([key, text]): [string, string[]][] => {
        const texts = [...new Set(rows.map(({ fixed }) => fixed[key] ?? text))].filter((other) => other !== text);
        return texts.length === 0 ? [] : [[key, texts]];
      });
      return earlier.length === 0 ? row : { ...row, earlier: Object.fromEntries(earlier) };
    }),
  }));
  return { ...layout, sheets };
}

const placeOf = (sheet: LayoutSheet, row: LayoutRow): string => `${sheet.name}|${row.kind}|${row.rowId}`;

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
