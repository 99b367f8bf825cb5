import type { StandardChoice } from '../standards/evaluation-standard.ts';
import type { MonitoredSpan, PlaceDay } from '../types.ts';
import { type DaySummary, mergeDays, summariseDays } from './day-summary.ts';
import { mergeValues, summariseValues, type ValueSummary } from './value-summary.ts';

/** All that an evaluation needs of some days of one place, such as a month; summaries merge, and the merge of a year's months is the year. */
export interface MonthSummary {
  readonly values: ValueSummary;
  readonly days: DaySummary;
  /** 扣沙日 among the days with values. */
  readonly dustDays: number;
}

export interface SummaryRules {
  readonly standard: StandardChoice;
  readonly monitored: readonly MonitoredSpan[];
  readonly dustDates: ReadonlySet<string>;
}

export function monthSummary(days: readonly PlaceDay[], rules: SummaryRules): MonthSummary {
  return { values: summariseValues(days, rules.dustDates), days: summariseDays(days, rules), dustDays: dustDaysOf(days, rules.dustDates) };
}

export function mergeSummaries(parts: readonly MonthSummary[]): MonthSummary {
  return {
    values: mergeValues(parts.map((part) => part.values)),
    days: mergeDays(parts.map((part) => part.days)),
    dustDays: parts.reduce((sum, part) => sum + part.dustDays, 0),
  };
}

export function dustDaysOf(days: readonly PlaceDay[], dustDates: ReadonlySet<string>): number {
  if (dustDates.size === 0) return 0;
  return days.filter((day) => dustDates.has(day.date) && Object.values(day.values).some((value) => value !== null)).length;
}
