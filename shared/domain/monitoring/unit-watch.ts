import { HOUR_SCALE } from '../air/hours/hours-of-day.ts';
import type { TablePlan } from './plan-table.ts';
import type { Notices } from './notices.ts';
import type { Field } from './types.ts';

/** Watches for columns without a stated unit whose values make sense only in the other one. They are read as they stand, and named. */
export interface UnitWatch {
  see(field: Field, place: { readonly sheet: string; readonly column: string }, thousandths: number): void;
  report(): void;
}

interface Seen {
  count: number;
  below: number;
  above: number;
}

/** Below 1 µg/m³ no day and hardly an hour lies; above 50 mg/m³ of CO (HJ 633 表: IAQI 300 at 36) nobody would be well. */
const LOWEST_LIKELY = 1 * HOUR_SCALE;
const HIGHEST_LIKELY_CO = 50 * HOUR_SCALE;
const FEWEST = 5;

export function unitWatch(plans: readonly TablePlan[], notices: Notices): UnitWatch {
  const columns = plans.flatMap((plan) =>
    plan.values.filter((column) => column.unit === null).map((column) => ({ column, sheet: plan.grid.name })),
  );
  const unstated = new Map(
    columns.map(({ column, sheet }) => [`${sheet}\n${column.title}`, { address: column.address, sheet, title: column.title }]),
  );
  const seen: (Seen & { readonly field: Field; readonly id: string })[] = [];
  const begin = (sheet: string, column: string, field: Field): Seen | null => {
    const id = `${sheet}\n${column}`;
    if (!unstated.has(id)) return null;
    const values = { count: 0, below: 0, above: 0, field, id };
    seen.push(values);
    return values;
  };
  // Looked up for every value, so without making a key of the three.
  const places = new Map<string, Map<string, Map<Field, Seen | null>>>();
  return {
    see: (field, { sheet, column }, thousandths) => {
      const fields = inside(inside(places, sheet), column);
      let values = fields.get(field);
      if (values === undefined) fields.set(field, (values = begin(sheet, column, field)));
      if (values === null) return;
      values.count += 1;
      if (thousandths < LOWEST_LIKELY) values.below += 1;
      if (thousandths > HIGHEST_LIKELY_CO) values.above += 1;
    },
    report: () => {
      for (const { field, id, count, below, above } of seen) {
        const column = unstated.get(id);
        if (column === undefined || count < FEWEST || !isDoubtful(field, count, below, above)) continue;
        const units = field === 'co' ? { expected: 'mg/m³', other: 'µg/m³' } : { expected: 'µg/m³', other: 'mg/m³' };
        notices.say('MONITOR_UNIT_DOUBTFUL', column.sheet, column.address, { column: column.title, ...units });
      }
    },
  };
}

function inside<Key, Value>(outer: Map<string, Map<Key, Value>>, key: string): Map<Key, Value> {
  const known = outer.get(key) ?? new Map<Key, Value>();
  if (known.size === 0) outer.set(key, known);
  return known;
}

/** More than half above is a median above. SO2 and ozone of single hours do come below 1. */
const isDoubtful = (field: Field, count: number, below: number, above: number): boolean =>
  field === 'co' ? above * 2 > count : field === 'pm25' || field === 'pm10' || field === 'no2' ? below === count : false;
