import type { RawCell } from '../tables/raw-workbook.ts';
import type { FoundTable } from './find-tables.ts';
import type { TableKeys } from './table-keys.ts';
import { ofValue } from './remembered-value.ts';
import { minutesPast } from './stamps.ts';

/** Times of a table that are not of whole hours, with the first such cell: rows 5 or 30 minutes apart, or all of them as far off the hour. */
export interface BetweenHours {
  readonly cell: RawCell;
  /** Minutes by which every row is off the hour; null where rows are less than an hour apart. */
  readonly offHour: number | null;
}

/** One stray time is an error of its cell; times between the hours all through are another kind of data. */
export function betweenHoursOf(
  { hour, date }: Pick<TableKeys, 'hour' | 'date'>,
  { rows }: FoundTable,
  edition: number,
): BetweenHours | null {
  const column = (hour ?? date)?.column;
  if (column === undefined) return null;
  let [count, given] = [0, 0];
  let first: RawCell | null = null;
  const offs = new Set<number>();
  const minutesOf = ofValue(minutesPast);
  for (const row of rows) {
    const value = row.value(column);
    const minutes = value === undefined ? null : minutesOf(value);
    if (value !== undefined) given += 1;
    if (minutes === null) continue;
    count += 1;
    offs.add(minutes);
    first ??= row.at(column) ?? null;
  }
  if (first === null || count < FEWEST_BETWEEN || count * 10 < rows.length) return null;
  const [off = null] = offs;
  return { cell: first, offHour: edition >= 4 && offs.size === 1 && count === given ? off : null };
}

const FEWEST_BETWEEN = 3;
