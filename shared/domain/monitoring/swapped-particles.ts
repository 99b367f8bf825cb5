import { isValidHour } from '../air/hours/hours-of-day.ts';
import { addressOfKey } from './grid.ts';
import type { Notices } from './notices.ts';
import { type DayBucket, sheetOfHour, type StoredCell } from './value-store.ts';

/** So few days or hours tell nothing. */
const FEWEST_DAYS = 5;
const FEWEST_HOURS = 24;

/**
 * PM2.5 is part of PM10: where it is more on most days of a place (or in most hours) the two columns were exchanged, under their titles or by
 * them, as in returns. Neither is adopted, because the fault may lie with the titles or with the values.
 */
export function holdSwapped(days: readonly DayBucket[], place: string, notices: Notices): void {
  for (const kind of ['daily', 'hourly'] as const) {
    const tally: Tally = { count: 0, more: 0, first: null };
    for (const day of days) (kind === 'daily' ? countDay : countHours)(day, tally);
    const { count, more, first } = tally;
    if (first === null || count < (kind === 'daily' ? FEWEST_DAYS : FEWEST_HOURS) || more * 2 <= count) continue;
    notices.say('MONITOR_PARTICLES_SWAPPED', first.sheet, addressOfKey(first.key), {
      place,
      count: more,
      days: count,
      unit: kind === 'daily' ? 'days' : 'hours',
    });
    for (const day of days) for (const field of ['pm25', 'pm10'] as const) day[kind].delete(field);
  }
}

/** Of all that have both: how many have more of the fine particles, and the first of those. */
interface Tally {
  count: number;
  more: number;
  first: StoredCell | null;
}

function countDay({ daily }: DayBucket, tally: Tally): void {
  const [fine, coarse] = [daily.get('pm25'), daily.get('pm10')];
  if (fine === undefined || coarse === undefined || !isValidHour(fine.thousandths) || !isValidHour(coarse.thousandths)) return;
  tally.count += 1;
  if (fine.thousandths <= coarse.thousandths) return;
  tally.more += 1;
  tally.first ??= fine.cell;
}

function countHours({ hourly }: DayBucket, tally: Tally): void {
  const [fine, coarse] = [hourly.get('pm25'), hourly.get('pm10')];
  if (fine === undefined || coarse === undefined) return;
  for (const [hour, value] of fine.values.entries()) {
    const whole = coarse.values[hour] ?? 0;
    if (!isValidHour(value) || !isValidHour(whole)) continue;
    tally.count += 1;
    if (value <= whole) continue;
    tally.more += 1;
    tally.first ??= { sheet: sheetOfHour(fine, hour), key: fine.keys[hour] ?? 0 };
  }
}
