import { daysOfMonth, isCalendarYear, monthsOf, type Period } from '../period.ts';
import { DATA_MINIMUM } from '../standards/hj663.ts';
import type { ValidityGap } from './types.ts';

/** Days of a month inside the period, and those with a daily value. */
export interface MonthValidity {
  readonly month: string;
  readonly days: number;
  readonly validDays: number;
}

/**
 * 数据有效性 (GB 3095-2026 表4): at least 27 daily values in each month (February 25), and in a calendar year at least 324 as well. A month
 * of which only a part lies in the period may miss as many days as a whole one.
 */
export function validityGaps(months: readonly MonthValidity[], period: Period): readonly ValidityGap[] {
  const total = months.reduce((sum, month) => sum + month.validDays, 0);
  if (total === 0) return [{ code: 'NO_DATA' }];
  const gaps: ValidityGap[] = [];
  for (const { month, days, validDays } of months) {
    const required = requiredOf({ month, days });
    if (validDays < required) gaps.push({ code: 'MONTH_DAYS_SHORT', month, validDays, required });
  }
  if (isCalendarYear(period) && total < DATA_MINIMUM.year)
    gaps.push({ code: 'YEAR_DAYS_SHORT', validDays: total, required: DATA_MINIMUM.year });
  return gaps;
}

/** Days that a count of a period needs, as its means do: those of its months together, of a calendar year 324 and not fewer. */
export function requiredDays(period: Period): number {
  const ofMonths = monthsOf(period).reduce((sum, month) => sum + requiredOf(month), 0);
  return isCalendarYear(period) ? Math.max(ofMonths, DATA_MINIMUM.year) : ofMonths;
}

function requiredOf({ month, days }: Pick<MonthValidity, 'month' | 'days'>): number {
  const minimum = month.endsWith('-02') ? DATA_MINIMUM.february : DATA_MINIMUM.month;
  return Math.max(1, minimum - (daysOfMonth(month) - days));
}
