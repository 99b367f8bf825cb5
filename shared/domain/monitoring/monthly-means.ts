import { isValidHour } from '../air/hours/hours-of-day.ts';
import { addressOfKey } from './grid.ts';
import type { Notices } from './notices.ts';
import type { DayBucket } from './value-store.ts';

/** So many of them are no daily values of which by chance only these were sent, as two of months that follow each other are. */
const FEWEST = 3;

/**
 * Takes the daily values of a place out where each of its days is the first of another month: means of months (月均值), whose month a workbook
 * keeps as its first day. Hours are what they are.
 */
export function dropMonthlyMeans(
  buckets: Map<string, DayBucket>,
  nameOf: (placeId: string, station: string) => string,
  notices: Notices,
): void {
  const given = [...buckets.values()].filter(({ daily }) => [...daily.values()].some(({ thousandths }) => isValidHour(thousandths)));
  for (const days of Map.groupBy(given, ({ placeId, station }) => `${placeId}\n${station}`).values()) {
    if ((days.length < FEWEST && !areNeighbours(days)) || days.some(({ date, hourly }) => !date.endsWith('-01') || hourly.size > 0))
      continue;
    const ordered = days.toSorted((one, other) => (one.date < other.date ? -1 : 1));
    const [first] = ordered;
    const [slot] = first === undefined ? [] : first.daily.values();
    if (first === undefined || slot === undefined) continue;
    for (const { daily } of days) daily.clear();
    notices.say('MONITOR_MONTHLY', slot.cell.sheet, addressOfKey(slot.cell.key), {
      place: nameOf(first.placeId, first.station),
      count: days.length,
      first: first.date,
      last: ordered.at(-1)?.date ?? '',
    });
  }
}

const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

/** Two firsts of months that follow each other. */
const areNeighbours = (days: readonly DayBucket[]): boolean =>
  days.length === 2 && Math.abs(monthOf(days[0]?.date ?? '') - monthOf(days[1]?.date ?? '')) === 1;
