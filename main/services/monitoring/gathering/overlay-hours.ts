import { HOUR_MISSING, HOURS_OF_DAY } from '../../../../shared/domain/air/hours/hours-of-day.ts';

/** The hours a file speaks of: from the first one it has to the last, those that are blank in between among them. Null without any. */
function spanOf(hours: Int32Array): { readonly first: number; readonly last: number } | null {
  const first = hours.findIndex((hour) => hour !== HOUR_MISSING);
  return first === -1 ? null : { first, last: hours.findLastIndex((hour) => hour !== HOUR_MISSING) };
}

/** Hours of a part of the day only: a file that starts at noon, or one whose first label, 00:00, is the last hour of the day before. */
export function isPartOfDay(hours: Int32Array | undefined): boolean {
  const span = hours === undefined ? null : spanOf(hours);
  return span !== null && (span.first > 0 || span.last < HOURS_OF_DAY - 1);
}

/** What counts when newer hours come to older ones: within the newer span the newer, blank ones too (a correction takes hours back), else the older. */
export function overlayHours(older: Int32Array | undefined, newer: Int32Array): Int32Array {
  const span = spanOf(newer);
  if (older === undefined || span === null) return newer;
  return newer.map((hour, index) => (span.first <= index && index <= span.last ? hour : (older[index] ?? HOUR_MISSING)));
}
