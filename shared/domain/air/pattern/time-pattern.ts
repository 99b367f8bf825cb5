import { ExactSum, type Fraction } from '../../numbers/fraction.ts';
import { dayNumber } from '../../calendar.ts';
import { HOURS_OF_DAY } from '../hours/hours-of-day.ts';
import { DECIMALS } from '../standards/hj663.ts';
import type { Pollutant } from '../standards/pollutants.ts';
import { rounded } from '../statistics/rounded.ts';
import type { RoundedNumber } from '../statistics/types.ts';
import type { PlaceDay } from '../types.ts';

/** One hour of the day, day of the week or month: the mean of all values that fall on it, in µg/m³ (CO mg/m³). */
export interface PatternPoint {
  /** Hour 1 (00:00–01:00) to 24, day 1 (Monday) to 7, month 1 to 12. */
  readonly at: number;
  /** Null without a value. */
  readonly mean: RoundedNumber | null;
  /** Values behind the mean: hours at an hour of the day, days at the others. */
  readonly count: number;
}

/** 时间变化 of one pollutant: how it goes up and down over the day, the week and the year. */
export interface TimePattern {
  /** Of hourly means, of O3 its 1-hour means. */
  readonly hours: readonly PatternPoint[];
  /** Of daily means, of O3 its 日最大8小时. */
  readonly weekdays: readonly PatternPoint[];
  readonly months: readonly PatternPoint[];
  /** Days with a daily value, and days with an hourly one. */
  readonly days: number;
  readonly hourDays: number;
}

/** The 24 hourly means of a place on one day; null where there is none. */
export interface DayHours {
  readonly date: string;
  readonly means: readonly (Fraction | null)[];
}

export interface PatternInput {
  readonly days: readonly PlaceDay[];
  readonly hours: readonly DayHours[];
  /** Days on which the pollutant is taken out, for dust or another event. */
  readonly out: ReadonlySet<string>;
}

/** Plain means over all values, none of them rounded before the end (GB/T 8170 不许连续修约), with the decimals of HJ 663-2026 表3. */
export function timePattern(pollutant: Pollutant, { days, hours, out }: PatternInput): TimePattern {
  const kept = (date: string): boolean => !out.has(date);
  const [ofHours, ofWeekdays, ofMonths] = [sums(HOURS_OF_DAY), sums(DAYS_OF_WEEK), sums(MONTHS)];
  let [dayCount, hourDays] = [0, 0];
  for (const { date, values } of days) {
    const value = values[pollutant];
    if (value === null || !kept(date)) continue;
    dayCount += 1;
    ofWeekdays[weekdayOf(date) - 1]?.add(value);
    ofMonths[Number(date.slice(5, 7)) - 1]?.add(value);
  }
  for (const { date, means } of hours) {
    if (!kept(date)) continue;
    for (const [index, value] of means.entries()) if (value !== null) ofHours[index]?.add(value);
    hourDays += means.some((value) => value !== null) ? 1 : 0;
  }
  const points = (all: readonly ExactSum[]): PatternPoint[] => all.map((sum, index) => pointOf(pollutant, index + 1, sum));
  return { hours: points(ofHours), weekdays: points(ofWeekdays), months: points(ofMonths), days: dayCount, hourDays };
}

const DAYS_OF_WEEK = 7;
const MONTHS = 12;

const sums = (count: number): ExactSum[] => Array.from({ length: count }, () => new ExactSum());

function pointOf(pollutant: Pollutant, at: number, sum: ExactSum): PatternPoint {
  const mean = sum.mean();
  return { at, mean: mean === null ? null : rounded(mean, DECIMALS.published[pollutant]), count: sum.count };
}

/** 1 = Monday … 7. Day 0 of the count, 0000-03-01, was a Wednesday. */
export function weekdayOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return ((dayNumber({ year, month, day }) + 2) % DAYS_OF_WEEK) + 1;
}
