import { HOUR_SCALE } from '../air/hours/hours-of-day.ts';
import type { Notices } from './notices.ts';
import type { TablePlan, ValueColumn } from './plan-table.ts';
import type { ConcentrationUnit, Field } from './types.ts';
import { readValue } from './values.ts';

/** Columns that are not read, by table. */
export type HeldColumns = ReadonlyMap<TablePlan, ReadonlySet<number>>;

/**
 * Columns whose values, over the whole file, make sense only in another unit than the usual one, or than the one that is stated: none of them is
 * read, and each is named. What a pollutant's values are in one town they are in all. Stated units were believed before the fifth edition.
 */
export function columnsInOtherUnit(plans: readonly TablePlan[], notices: Notices, edition: number): HeldColumns {
  const columns = plans.flatMap((plan) =>
    plan.values.flatMap((column) => {
      const { field, unit } = column;
      const asked = field !== null && (unit === null || (edition >= 5 && (unit === 'µg/m³' || unit === 'mg/m³')));
      return asked ? [{ plan, column, field, unit: unit ?? usualUnit(field) }] : [];
    }),
  );
  const held = new Map<TablePlan, Set<number>>();
  for (const [, group] of Map.groupBy(columns, ({ plan, field, column }) => `${field} ${plan.hourly} ${column.unit ?? ''}`)) {
    if (!areOther(group)) continue;
    for (const { plan, column, field, unit } of group) {
      held.set(plan, (held.get(plan) ?? new Set()).add(column.column));
      const units = { expected: unit, other: unit === 'mg/m³' ? 'µg/m³' : 'mg/m³' };
      const code = column.unit === null ? 'MONITOR_UNIT_HELD' : 'MONITOR_UNIT_CONTRADICTED';
      notices.say(code, plan.grid.name, column.address, { column: column.title, field, ...units });
    }
  }
  return held;
}

const usualUnit = (field: Field): ConcentrationUnit => (field === 'co' ? 'mg/m³' : 'µg/m³');

/**
 * Below this no mean of a day lies, nor do all hours of particles and NO2; single hours of SO2 and ozone do. CO above 50 mg/m³ (HJ 633 表: IAQI
 * 300 at 36) all through would leave nobody well, and below 0.05 mg/m³ it is nowhere.
 */
const LOWEST: Readonly<Record<Exclude<Field, 'co'>, number>> = { pm25: 1, pm10: 1, no2: 1, o3: 1, o3OneHour: 1, so2: 0.2 };
const HIGHEST_CO = 50;
/** Figures of a column that says mg/m³: 1 mg/m³ of anything but CO, all through, is nowhere. */
const HIGHEST_IN_MG = 1;
const NEVER_OF_HOURS: ReadonlySet<Field> = new Set<Field>(['so2', 'o3']);
const FEWEST = 5;

interface Asked {
  readonly plan: TablePlan;
  readonly column: ValueColumn;
  readonly field: Field;
  /** As stated, or the usual one. */
  readonly unit: ConcentrationUnit;
}

function areOther(group: readonly Asked[]): boolean {
  const [first] = group;
  if (first === undefined || (first.plan.hourly && NEVER_OF_HOURS.has(first.field))) return false;
  let count = 0;
  for (const { plan, column, field, unit } of group)
    for (const row of plan.found.rows) {
      const value = readValue(row.value(column.column), field, '1');
      if ((value.kind !== 'number' && value.kind !== 'impossible') || value.thousandths === 0) continue;
      if (isLikely(field, unit, value.thousandths / HOUR_SCALE)) return false;
      count += 1;
    }
  return count >= (first.plan.hourly || first.field === 'so2' || first.column.unit !== null ? FEWEST : 1);
}

/** Whether a figure can be one of this unit. */
function isLikely(field: Field, unit: ConcentrationUnit, figure: number): boolean {
  if (field === 'co') return unit === 'mg/m³' ? figure <= HIGHEST_CO : figure >= HIGHEST_CO;
  return unit === 'mg/m³' ? figure < HIGHEST_IN_MG : figure >= LOWEST[field];
}
