import { HOUR_SCALE } from '../air/hours/hours-of-day.ts';
import type { Notices } from './notices.ts';
import type { TablePlan, ValueColumn } from './plan-table.ts';
import type { Field } from './types.ts';
import { readValue } from './values.ts';

/** Columns that are not read, by table. */
export type HeldColumns = ReadonlyMap<TablePlan, ReadonlySet<number>>;

/**
 * Columns without a stated unit whose values, over the whole file, make sense only in the other one: none of them is read, and each is named.
 * What a pollutant's values are in one town they are in all.
 */
export function columnsInOtherUnit(plans: readonly TablePlan[], notices: Notices): HeldColumns {
  const unstated = plans.flatMap((plan) =>
    plan.values.flatMap((column) => (column.unit === null && column.field !== null ? [{ plan, column, field: column.field }] : [])),
  );
  const held = new Map<TablePlan, Set<number>>();
  for (const [, group] of Map.groupBy(unstated, ({ plan, field }) => `${field} ${plan.hourly}`)) {
    if (!areOther(group)) continue;
    for (const { plan, column, field } of group) {
      held.set(plan, (held.get(plan) ?? new Set()).add(column.column));
      const units = field === 'co' ? { expected: 'mg/m³', other: 'µg/m³' } : { expected: 'µg/m³', other: 'mg/m³' };
      notices.say('MONITOR_UNIT_HELD', plan.grid.name, column.address, { column: column.title, field, ...units });
    }
  }
  return held;
}

/**
 * Below this no mean of a day lies, nor do all hours of particles and NO2; single hours of SO2 and ozone do. CO above 50 mg/m³ (HJ 633 表: IAQI
 * 300 at 36) all through would leave nobody well.
 */
const LOWEST: Readonly<Record<Exclude<Field, 'co'>, number>> = { pm25: 1, pm10: 1, no2: 1, o3: 1, o3OneHour: 1, so2: 0.2 };
const HIGHEST_CO = 50;
const NEVER_OF_HOURS: ReadonlySet<Field> = new Set<Field>(['so2', 'o3']);
const FEWEST = 5;

interface Unstated {
  readonly plan: TablePlan;
  readonly column: ValueColumn;
  readonly field: Field;
}

function areOther(group: readonly Unstated[]): boolean {
  const [first] = group;
  if (first === undefined || (first.plan.hourly && NEVER_OF_HOURS.has(first.field))) return false;
  let count = 0;
  for (const { plan, column, field } of group)
    for (const row of plan.found.rows) {
      const value = readValue(row.value(column.column), field, '1');
      if ((value.kind !== 'number' && value.kind !== 'impossible') || value.thousandths === 0) continue;
      const likely = field === 'co' ? value.thousandths <= HIGHEST_CO * HOUR_SCALE : value.thousandths >= LOWEST[field] * HOUR_SCALE;
      if (likely) return false;
      count += 1;
    }
  return count >= (first.plan.hourly || first.field === 'so2' ? FEWEST : 1);
}
