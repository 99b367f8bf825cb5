import { type DecimalText, exact, roundHalfEven, toText } from '../numbers/decimal.ts';
import { dailyAqi, type DailyConcentrations } from './iaqi.ts';
import { daysOfMonth, isCalendarYear, monthsOf, type Period } from './period.ts';
import { type AqiStandard, DATA_MINIMUM, type Pollutant, POLLUTANTS, standardFor } from './standards.ts';

export interface AirDay {
  /** ISO date; each at most once. */
  readonly date: string;
  readonly values: DailyConcentrations;
}

/** Why the valid days do not carry a mean (GB 3095-2026 表4, §6.4): none at all, a month too short, the year too short. */
export type ValidityGap =
  | { readonly code: 'NO_DATA' }
  | { readonly code: 'MONTH_DAYS_SHORT'; readonly month: string; readonly validDays: number; readonly required: number }
  | { readonly code: 'YEAR_DAYS_SHORT'; readonly validDays: number; readonly required: number };

export interface PeriodStatistics {
  readonly period: Period;
  readonly calendarDays: number;
  /** 有效天数: days with a daily mean of PM2.5. */
  readonly validDays: number;
  /** Unrounded, at most 40 digits; null without a valid day. */
  readonly pm25MeanExact: DecimalText | null;
  /** Published with one decimal (HJ 663-2026 表3 统计值). */
  readonly pm25Mean: DecimalText | null;
  /** 优良天数: valid days with AQI ≤ 100, the AQI made from the pollutants that are there. */
  readonly goodDays: number;
  /** Per cent of the valid days, unrounded and published with one decimal. */
  readonly goodDayRatioExact: DecimalText | null;
  readonly goodDayRatio: DecimalText | null;
  /** 重污染天数: days with AQI > 200, also without PM2.5: an AQI above 100 stands whatever is missing (HJ 633-2026 §5.3.1). */
  readonly heavyDays: number;
  /** Empty when the data suffice. */
  readonly gaps: readonly ValidityGap[];
  /** Pollutants that entered the AQI on at least one valid day: a town that records PM only is not comparable without saying so. */
  readonly pollutants: readonly Pollutant[];
  readonly standards: readonly AqiStandard['id'][];
}

/** 时段统计 of one place (HJ 663): days outside the period are left out. */
export function periodStatistics(days: readonly AirDay[], period: Period): PeriodStatistics {
  const inside = days.filter((day) => period.from <= day.date && day.date <= period.to);
  const judged = inside.map((day) => ({ date: day.date, pm25: day.values.pm25 ?? null, aqi: dailyAqi(day.values, standardFor(day.date)) }));
  const valid = judged.flatMap((day) => (day.pm25 === null ? [] : [{ ...day, pm25: day.pm25 }]));
  const goodDays = valid.filter((day) => day.aqi.category !== null && day.aqi.category.level <= 2).length;
  const mean = valid.length === 0 ? null : valid.reduce((sum, day) => sum.plus(day.pm25), exact(0)).div(valid.length);
  const ratio = valid.length === 0 ? null : exact(goodDays).times(100).div(valid.length);
  return {
    period,
    calendarDays: monthsOf(period).reduce((sum, month) => sum + month.days, 0),
    validDays: valid.length,
    pm25MeanExact: mean === null ? null : toText(mean),
    pm25Mean: mean === null ? null : roundHalfEven(mean, 1),
    goodDays,
    goodDayRatioExact: ratio === null ? null : toText(ratio),
    goodDayRatio: ratio === null ? null : roundHalfEven(ratio, 1),
    heavyDays: judged.filter((day) => day.aqi.category !== null && day.aqi.category.level >= 5).length,
    gaps: validityGaps(valid.map((day) => day.date), period),
    pollutants: POLLUTANTS.filter((pollutant) => valid.some((day) => day.aqi.used.includes(pollutant))),
    standards: [...new Set(valid.map((day) => day.aqi.standard))].toSorted(),
  };
}

/**
 * 数据有效性: at least 27 valid days in each month (February 25), and in a calendar year at least 324 as well. A month of which only a part
 * lies in the period may miss as many days as a whole one.
 */
function validityGaps(validDates: readonly string[], period: Period): readonly ValidityGap[] {
  if (validDates.length === 0) return [{ code: 'NO_DATA' }];
  const gaps: ValidityGap[] = [];
  for (const { month, days } of monthsOf(period)) {
    const validDays = validDates.filter((date) => date.startsWith(month)).length;
    const minimum = month.endsWith('-02') ? DATA_MINIMUM.february : DATA_MINIMUM.month;
    const required = Math.max(1, minimum - (daysOfMonth(month) - days));
    if (validDays < required) gaps.push({ code: 'MONTH_DAYS_SHORT', month, validDays, required });
  }
  if (isCalendarYear(period) && validDates.length < DATA_MINIMUM.year) {
    gaps.push({ code: 'YEAR_DAYS_SHORT', validDays: validDates.length, required: DATA_MINIMUM.year });
  }
  return gaps;
}
