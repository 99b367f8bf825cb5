import type { Fraction } from '../../numbers/fraction.ts';
import { POLLUTANTS } from '../standards/pollutants.ts';
import type { PlaceDay } from '../types.ts';
import type { AreaDay, AreaRule } from './area-day.ts';
import { plainAreaDay, plainAreaDays } from './plain-area-days.ts';

/** Days of an area as they were reckoned, and what entered them. */
interface Remembered {
  readonly stations: readonly (readonly PlaceDay[])[];
  readonly rule: AreaRule;
  readonly byDate: ReadonlyMap<string, AreaDay>;
}

/** Days of an area, of which only those are reckoned anew whose stations' values, or what is asked of them, are others than the last time. */
export type AreaMemory = (stations: readonly (readonly PlaceDay[])[], rule: AreaRule) => readonly AreaDay[];

export function createAreaMemory(): AreaMemory {
  let last: Remembered | null = null;
  return (stations, rule) => {
    const days = last === null ? null : changedOnly(last, stations, rule);
    const made = days ?? plainAreaDays(stations, rule);
    last = { stations, rule, byDate: new Map(made.map((day) => [day.date, day])) };
    return made;
  };
}

/** Null where stations have come or gone, or so much has changed that all days are as quickly reckoned. */
function changedOnly(last: Remembered, stations: readonly (readonly PlaceDay[])[], rule: AreaRule): AreaDay[] | null {
  if (last.stations.length !== stations.length) return null;
  const changed = new Set<string>();
  for (const [index, days] of stations.entries()) {
    const before = last.stations[index];
    if (before !== days && before !== undefined) for (const date of differingDates(before, days)) changed.add(date);
    if (changed.size > MOST_CHANGED) return null;
  }
  const dates = new Set([...last.byDate.keys(), ...changed]);
  const made: AreaDay[] = [];
  for (const date of [...dates].toSorted()) {
    const known = last.byDate.get(date);
    if (known !== undefined && !changed.has(date) && sameRule(last.rule, rule, date)) {
      made.push(known);
      continue;
    }
    const own = stations.flatMap((days) => dayOn(days, date) ?? []);
    if (own.length > 0) made.push(plainAreaDay(date, own, rule));
  }
  return made;
}

/** A quarter of a year: days are then sought station by station for each of them. */
const MOST_CHANGED = 92;

function differingDates(before: readonly PlaceDay[], now: readonly PlaceDay[]): string[] {
  const known = new Map(before.map((day) => [day.date, day]));
  const dates: string[] = [];
  for (const day of now) {
    const earlier = known.get(day.date);
    if (earlier === undefined || !sameDay(earlier, day)) dates.push(day.date);
    known.delete(day.date);
  }
  return [...dates, ...known.keys()];
}

/** Days of a station are in order of date. */
function dayOn(days: readonly PlaceDay[], date: string): PlaceDay | null {
  let [low, high] = [0, days.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const day = days[middle];
    if (day === undefined || day.date === date) return day ?? null;
    if (day.date < date) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

function sameRule(one: AreaRule, other: AreaRule, date: string): boolean {
  const [share, then] = [one.share(date), other.share(date)];
  return (
    share.share === then.share &&
    share.few === then.few &&
    share.fewShare === then.fewShare &&
    POLLUTANTS.every((pollutant) => one.expected(date, pollutant) === other.expected(date, pollutant))
  );
}

/** The same values, fraction by fraction. */
export const sameDay = (left: PlaceDay, right: PlaceDay): boolean =>
  left === right ||
  (left.date === right.date &&
    sameValue(left.o3OneHour, right.o3OneHour) &&
    POLLUTANTS.every((pollutant) => sameValue(left.values[pollutant], right.values[pollutant])));

const sameValue = (left: Fraction | null, right: Fraction | null): boolean =>
  left === right || (left !== null && right !== null && left.num === right.num && left.den === right.den);
