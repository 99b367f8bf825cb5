/** The keys of a row that count here. */
interface HourOfDay {
  readonly placeId: string | null;
  readonly station: string;
  readonly date: string | null;
  readonly hour: number | null;
}

/** What was seen of the hours of one place and day, in the order of the rows. */
const [FIRST, LATE, ZERO] = [1, 2, 4];

/**
 * The label of an hour in a column beside the day's: 0 that comes behind 1 … 23 of the same day is the end of that day (24), as a table that
 * runs from 01:00 to 00:00 under one date writes it. Where the 0 comes first, or the hours run down, it stays 0.
 */
export function midnightOf(): (keys: HourOfDay) => number | null {
  const seen = new Map<string, number>();
  return ({ placeId, station, date, hour }) => {
    if (hour !== 0 && hour !== 1 && hour !== 23) return hour;
    const id = `${placeId ?? ''}\n${station}\n${date ?? ''}`;
    const before = seen.get(id) ?? 0;
    if (hour === 1) seen.set(id, before | FIRST);
    else if (hour === 23 && (before & FIRST) !== 0) seen.set(id, before | LATE);
    else if (hour === 0 && (before & LATE) === 0) seen.set(id, before | ZERO);
    return hour === 0 && (before & LATE) !== 0 && (before & ZERO) === 0 ? 24 : hour;
  };
}
