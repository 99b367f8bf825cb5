import type { StandardChoice } from '../standards/evaluation-standard.ts';
import type { MonitoredSpan, PlaceDay, PlaceSeries } from '../types.ts';
import { type DaySummary, mergeDays, summariseDays } from './day-summary.ts';
import { mergeValues, summariseValues, type ValueSummary } from './value-summary.ts';

/** All that an evaluation needs of some days of one place, such as a month; summaries merge, and the merge of a year's months is the year. */
export interface MonthSummary {
  readonly values: ValueSummary;
  readonly days: DaySummary;
  /** 扣沙日 among the days with values. */
  readonly dustDays: number;
  /** Days with values on which another event takes something out. */
  readonly takenDays: number;
}

export interface SummaryRules extends Pick<PlaceSeries, 'dustDates' | 'takenOut'> {
  readonly standard: StandardChoice;
  readonly monitored: readonly MonitoredSpan[];
}

export const monthSummary = (days: readonly PlaceDay[], rules: SummaryRules): MonthSummary => ({
  values: summariseValues(days, rules),
  days: summariseDays(days, rules),
  dustDays: daysAmong(days, rules.dustDates),
  takenDays: daysAmong(days, rules.takenOut),
});

export function mergeSummaries(parts: readonly MonthSummary[]): MonthSummary {
  return {
    values: mergeValues(parts.map((part) => part.values)),
    days: mergeDays(parts.map((part) => part.days)),
    dustDays: parts.reduce((sum, part) => sum + part.dustDays, 0),
    takenDays: parts.reduce((sum, part) => sum + part.takenDays, 0),
  };
}

/** Days with any value that are among the dates. */
export function daysAmong(days: readonly PlaceDay[], dates: { readonly size: number; has(date: string): boolean } | undefined): number {
  if (dates === undefined || dates.size === 0) return 0;
  return days.filter((day) => dates.has(day.date) && Object.values(day.values).some((value) => value !== null)).length;
}
