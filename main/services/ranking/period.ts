import { parsePeriod, type Period } from '../../../shared/domain/air/period.ts';
import { Failure } from '../../../shared/domain/failure.ts';

export interface YearPeriod extends Period {
  readonly year: number;
}

/** Reads a period as typed; anything but a year, a month or the year to date fails with PERIOD_INVALID. */
export function requirePeriod(text: string): YearPeriod {
  const period = parsePeriod(text);
  if (period === null) throw new Failure('PERIOD_INVALID', { period: text });
  return { ...period, year: Number(text.slice(0, 4)) };
}

/** A period that has to lie in `year`. */
export function periodOf(text: string, year: number): string {
  if (requirePeriod(text).year !== year) throw new Failure('PERIOD_OTHER_YEAR', { period: text, year });
  return text;
}
