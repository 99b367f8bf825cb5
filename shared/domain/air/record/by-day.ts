import type { Period } from '../period.ts';
import { evaluatePeriod } from '../statistics/evaluate-period.ts';
import type { EvaluationSettings, PeriodEvaluation } from '../statistics/types.ts';
import type { MonitoredSpan, PlaceDay, PlaceSeries } from '../types.ts';

/** A place whose monitored items are known. */
export type RecordSeries = PlaceSeries & { readonly monitored: readonly MonitoredSpan[] };

export interface EvaluatedDay {
  readonly day: PlaceDay;
  readonly evaluation: PeriodEvaluation;
}

/** Each day of a period that has values as a period of its own, so that what counts, is over its limit or is dust is said in one place only. */
export const evaluatedDays = (series: RecordSeries, { from, to }: Period, settings: EvaluationSettings): EvaluatedDay[] =>
  series.days
    .filter(({ date }) => from <= date && date <= to)
    .map((day) => ({ day, evaluation: evaluatePeriod({ ...series, days: [day] }, { from: day.date, to: day.date }, settings) }));
