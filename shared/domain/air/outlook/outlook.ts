import { isOut } from '../aqi/treated-day.ts';
import { daysIn, type Period } from '../period.ts';
import { standardOf } from '../standards/evaluation-standard.ts';
import { publishedDecimals } from '../standards/hj663.ts';
import { evaluatePeriod } from '../statistics/evaluate-period.ts';
import type { SummaryCache } from '../statistics/summary-cache.ts';
import type { EvaluationSettings, PeriodEvaluation } from '../statistics/types.ts';
import type { PlaceSeries } from '../types.ts';
import { countOutlook } from './count-outlook.ts';
import { meanOutlook } from './mean-outlook.ts';
import { ratioOf } from './ratio-number.ts';
import type { Outlook, OutlookTarget, TargetOutlook } from './types.ts';

export interface OutlookInput {
  readonly year: number;
  /** The last day whose data count; the day before the year: nothing has elapsed. */
  readonly asOf: string;
  readonly targets: readonly OutlookTarget[];
  readonly settings: EvaluationSettings;
}

/**
 * 倒排测算: what the remaining days of the year must bring so that each target is met, as the measure is judged (GB/T 8170, its decimals).
 * Every remaining day is taken as valid and without dust. Data after `asOf` do not count, so that any day of the past can be looked at again.
 */
export function outlook(series: PlaceSeries, { year, asOf, targets, settings }: OutlookInput, cache?: SummaryCache): Outlook {
  const whole = { from: `${year}-01-01`, to: `${year}-12-31` };
  const elapsed = elapsedOf(whole, asOf);
  const remainingDays = daysIn(whole) - (elapsed === null ? 0 : daysIn(elapsed));
  const known = { ...series, days: series.days.filter((day) => day.date <= asOf) };
  const evaluation = elapsed === null ? null : evaluatePeriod(known, elapsed, settings, cache);
  const published = publishedDecimals('pm25', standardOf(whole.to, settings.standard).evaluation, settings.pm25Published);
  const daily = elapsed === null ? [] : pm25Of(known, elapsed, settings);
  return {
    placeId: series.placeId,
    year,
    asOf,
    calendarDays: daysIn(whole),
    elapsedDays: daysIn(whole) - remainingDays,
    remainingDays,
    standards: evaluation?.standards ?? [],
    targets: targets.map((target): TargetOutlook =>
      target.measure === 'pm25' ? meanOutlook(target, daily, remainingDays, published) : countOf(target, evaluation, remainingDays),
    ),
    gaps: evaluation?.gaps ?? [],
  };
}

function elapsedOf(whole: Period, asOf: string): Period | null {
  if (asOf < whole.from) return null;
  return { from: whole.from, to: asOf < whole.to ? asOf : whole.to };
}

function pm25Of(series: PlaceSeries, { from, to }: Period, { dust }: EvaluationSettings): ReturnType<typeof ratioOf>[] {
  return series.days.flatMap((day) => {
    const left = day.date < from || to < day.date || isOut(series, day.date, 'pm25', dust.concentrations);
    return left || day.values.pm25 === null ? [] : [ratioOf(day.values.pm25)];
  });
}

function countOf(target: OutlookTarget, evaluation: PeriodEvaluation | null, remainingDays: number): TargetOutlook {
  const days = evaluation?.days ?? { valid: 0, good: 0, heavy: 0 };
  const good = target.measure === 'goodDayRatio';
  return countOutlook(target, {
    validSoFar: days.valid,
    soFar: good ? days.good : days.heavy,
    remainingDays,
  });
}
