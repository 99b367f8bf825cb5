import type { TrendResult } from '../../../../shared/contract/monitoring-trend.ts';
import { evaluatePeriod } from '../../../../shared/domain/air/statistics/evaluate-period.ts';
import { yearlyTrends } from '../../../../shared/domain/air/trend/yearly-trend.ts';
import { decimalsSentences } from '../../../../shared/text/decimals-text.ts';
import { trendNotes } from '../../../../shared/text/trend-text.ts';
import type { ServiceContext } from '../../context.ts';
import { airCacheOf } from '../gathering/air-cache.ts';
import { requirePeriodOf, requirePlace } from '../gathering/places.ts';
import { printedDecimals } from './printed-decimals.ts';
import { settingsOf, type SettingsInput } from './evaluation-settings.ts';

/** 多年变化 of one place: every year by the settings that hold at its end; a year without data has no value. */
export function trendOf(
  context: ServiceContext,
  { place: name, from, to, settings: input }: { place: string; from: number; to: number; settings: SettingsInput },
): TrendResult {
  const { summaries } = airCacheOf(context.work);
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index).map((year) => {
    const period = requirePeriodOf(String(year));
    const place = requirePlace(context, name, period.from, period.to);
    const settings = settingsOf(context.work.handle, input, period.to);
    const evaluation = place.days.length === 0 ? null : evaluatePeriod(place, period, settings, summaries);
    return { year, place, evaluation };
  });
  const [first] = years;
  const standards = new Set(years.flatMap(({ evaluation }) => (evaluation === null ? [] : [evaluation.limitsOf])));
  return {
    placeId: first?.place.placeId ?? '',
    name: first?.place.name ?? name,
    sample: years.some(({ place, evaluation }) => place.sample && evaluation !== null),
    trends: yearlyTrends(years),
    notes: [
      ...trendNotes({ severalLimits: standards.size > 1 }),
      ...decimalsSentences(printedDecimals(settingsOf(context.work.handle, input, `${to}-12-31`), `${to}-12-31`)),
    ],
  };
}
