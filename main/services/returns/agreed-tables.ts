import type { Unit } from '../../../shared/domain/plan/schema.ts';
import { rowName } from '../../../shared/domain/returns/layout-columns.ts';
import { typedKey } from '../../../shared/domain/returns/other-table/chosen-rows.ts';
import type { ChosenRow, MappingPairs } from '../../../shared/domain/returns/other-table/map-tables.ts';
import { askingRows } from '../../../shared/domain/returns/other-table/match-rows.ts';
import type { LayoutRow } from '../../../shared/domain/returns/types.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectAgreedTables } from '../../db/queries/agreed-tables.ts';
import { type PlanOfYear, readYearPlan } from '../plan/year-plan.ts';
import { createLayouts, type LayoutOf } from './layouts.ts';

/**
 * What has been agreed on of the tables of a unit, for reading those of one year. A word on a row that was said of another year's table holds as
 * long as the form still has that row under that name; that a row is not to be read (不取), as long as the form does not ask for it by name.
 */
export function agreedTables(
  db: ReadHandle,
  { plan }: Pick<PlanOfYear, 'plan'>,
  layoutOf: LayoutOf,
): (unitId: string) => readonly MappingPairs[] {
  const ofOthers = new Map<number, LayoutOf>();
  const layoutsOf = (year: number): LayoutOf => {
    const made = ofOthers.get(year) ?? createLayouts(db, readYearPlan(db, year));
    ofOthers.set(year, made);
    return made;
  };
  return (unitId) => {
    const unit = plan.units.find(({ id }) => id === unitId);
    return selectAgreedTables(db, unitId).map(({ year, pairs }): MappingPairs => {
      const { chosen = [], ...rest } = pairs;
      if (year === plan.year || unit === undefined || chosen.length === 0) return pairs;
      const [now, then] = [rowsOf(layoutOf, unit), rowsOf(layoutsOf(year), unit)];
      return { ...rest, chosen: chosen.filter((one) => stillHolds(one, now, then)) };
    });
  };
}

const rowsOf = (layoutOf: LayoutOf, unit: Unit): readonly LayoutRow[] => askingRows(layoutOf(unit, false));

function stillHolds([key, rowId]: ChosenRow, now: readonly LayoutRow[], then: readonly LayoutRow[]): boolean {
  if (rowId === null) return now.every((row) => typedKey(rowName(row)) !== key);
  const [row, former] = [now, then].map((rows) => rows.find((one) => one.rowId === rowId));
  return row !== undefined && former !== undefined && typedKey(rowName(row)) === typedKey(rowName(former));
}
