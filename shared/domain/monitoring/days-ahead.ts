import { HOUR_MISSING } from '../air/hours/hours-of-day.ts';
import { addressOfKey } from './grid.ts';
import type { Notices } from './notices.ts';
import { type DayBucket, sheetOfHour, type StoredCell } from './value-store.ts';

/**
 * Takes the days after the day of import out: nothing can have been measured on them, so that their year is a slip of the pen, or the values
 * are a forecast. They are named with their number; the days of a form that is not filled in yet are nothing to speak of.
 */
export function dropDaysAhead(buckets: Map<string, DayBucket>, until: string, notices: Notices): void {
  const ahead = [...buckets].filter(([, { date }]) => date > until);
  for (const [key] of ahead) buckets.delete(key);
  const said = ahead.flatMap(([, bucket]) => {
    const cell = firstValue(bucket);
    return cell === null ? [] : [{ date: bucket.date, cell }];
  });
  const dates = [...new Set(said.map(({ date }) => date))].toSorted();
  const [first] = said.toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
  if (first === undefined) return;
  notices.say('MONITOR_AHEAD', first.cell.sheet, addressOfKey(first.cell.key), {
    count: dates.length,
    first: dates[0] ?? '',
    last: dates.at(-1) ?? '',
    until,
  });
}

/** Cell of the first value of a day; null where it has none. */
function firstValue({ daily, hourly }: DayBucket): StoredCell | null {
  for (const slot of daily.values()) if (slot.thousandths !== HOUR_MISSING) return slot.cell;
  for (const slot of hourly.values()) {
    const hour = slot.values.findIndex((value) => value !== HOUR_MISSING);
    if (hour >= 0) return { sheet: sheetOfHour(slot, hour), key: slot.keys[hour] ?? 0 };
  }
  return null;
}
