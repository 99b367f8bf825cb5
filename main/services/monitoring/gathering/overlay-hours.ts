import { HOUR_MISSING, HOURS_OF_DAY } from '../../../../shared/domain/air/hours/hours-of-day.ts';

/** The hours a file speaks of: from the first one it has to the last. Null without any. */
export function spanOf(hours: Int32Array): { readonly first: number; readonly last: number } | null {
  const first = hours.findIndex((hour) => hour !== HOUR_MISSING);
  return first === -1 ? null : { first, last: hours.findLastIndex((hour) => hour !== HOUR_MISSING) };
}

/**
 * Hours of a part of the day only: a file that starts at noon, one whose first label, 00:00, is the last hour of the day before, or one with a
 * blank where blanks say nothing (`keep`).
 */
export function isPartOfDay(hours: Int32Array | undefined, blanks: 'keep' | 'replace' | 'former'): boolean {
  const span = hours === undefined ? null : spanOf(hours);
  if (span === null) return false;
  return span.first > 0 || span.last < HOURS_OF_DAY - 1 || (blanks === 'keep' && hours?.includes(HOUR_MISSING) === true);
}

/** What counts when newer hours come to older ones: the newer where there is one, also one that is marked as invalid, else the older. */
export function overlayHours(older: Int32Array | undefined, newer: Int32Array): Int32Array {
  return older === undefined ? newer : newer.map((hour, index) => (hour === HOUR_MISSING ? (older[index] ?? HOUR_MISSING) : hour));
}
