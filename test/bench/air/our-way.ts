import type { WorkDatabase } from '../../../main/db/open.ts';
import type { GatheredPlace } from '../../../main/services/monitoring/gathering/gathered-place.ts';
import { gatherPlaces } from '../../../main/services/monitoring/gathering/gather-places.ts';
import { dailyAqi } from '../../../shared/domain/air/aqi/daily-aqi.ts';
import { parsePeriod, type Period } from '../../../shared/domain/air/period.ts';
import { standardOf } from '../../../shared/domain/air/standards/evaluation-standard.ts';
import { type Pollutant, POLLUTANTS } from '../../../shared/domain/air/standards/pollutants.ts';
import { evaluatePeriod } from '../../../shared/domain/air/statistics/evaluate-period.ts';
import { createSummaryCache, type SummaryCache } from '../../../shared/domain/air/statistics/summary-cache.ts';
import type { EvaluationSettings, PeriodEvaluation } from '../../../shared/domain/air/statistics/types.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import { DATES } from './made-hours.ts';
import { type AirResults, PERIODS, type PeriodResult } from './results.ts';

/**
 * The application's own way: gather from the work database, evaluate twelve months and the year, daily AQI, ranks by 综合指数. Of the towns, as the
 * alternatives have no district.
 */
export function evaluateOurWay(work: WorkDatabase, plan: Plan): AirResults {
  const towns = new Set(plan.units.map(({ id }) => id));
  const places = gatherPlaces({ work }, plan, DATES[0] ?? '', DATES.at(-1) ?? '', towns);
  return { aqi: places.map(aqiOfDays), periods: periodResults(evaluateAll(places, createSummaryCache())) };
}

/** The district goes along with every gathering; the alternatives have none. */
export const townsOf = (places: readonly GatheredPlace[]): readonly GatheredPlace[] => places.filter((place) => place.kind === 'town');

export const SETTINGS: EvaluationSettings = {
  standard: 'byDate',
  dust: { concentrations: false, days: 'kept' },
  index: { rounding: 'sum', weights: { so2: '1', no2: '1', co: '1', o3: '1', pm10: '1', pm25: '1' } },
};

const SPANS: readonly Period[] = PERIODS.map((text) => {
  const period = parsePeriod(text);
  if (period === null) throw new RangeError(text);
  return period;
});

/** By town: the twelve months and the year, all from the same summaries of months. */
export const evaluateAll = (places: readonly GatheredPlace[], cache: SummaryCache): PeriodEvaluation[][] =>
  places.map((place) => SPANS.map((period) => evaluatePeriod(place, period, SETTINGS, cache)));

export function aqiOfDays(place: GatheredPlace): (number | null)[] {
  const monitored = POLLUTANTS.filter((pollutant) => place.days.some((day) => day.values[pollutant] !== null));
  const byDate = new Map(place.days.map((day) => [day.date, dailyAqi(day, standardOf(day.date).aqi, monitored).aqi]));
  return DATES.map((date) => byDate.get(date) ?? null);
}

export function periodResults(towns: readonly (readonly PeriodEvaluation[])[]): PeriodResult[][] {
  const ranks = PERIODS.map((_, period) => ranksOf(towns.map((town) => town[period])));
  return towns.map((town, number) =>
    town.map((evaluation, period) => ({
      values: valuesOf(evaluation),
      index: evaluation.compositeIndex?.complete === true ? Number(evaluation.compositeIndex.exact) : null,
      validDays: evaluation.days.valid,
      goodDays: evaluation.days.good,
      rank: ranks[period]?.[number] ?? null,
    })),
  );
}

function valuesOf({ concentrations }: PeriodEvaluation): PeriodResult['values'] {
  const of = (pollutant: Pollutant): number | null => {
    const evaluated = concentrations[pollutant];
    return evaluated === null ? null : Number(evaluated.value.exact);
  };
  return { so2: of('so2'), no2: of('no2'), co: of('co'), o3: of('o3'), pm10: of('pm10'), pm25: of('pm25') };
}

/** By published index, equal ones share a rank; a town with gaps or without all six pollutants has none. */
function ranksOf(evaluations: readonly (PeriodEvaluation | undefined)[]): (number | null)[] {
  const published = evaluations.map((entry) =>
    entry?.gaps.length === 0 && entry.compositeIndex?.complete === true ? Number(entry.compositeIndex.published) : null,
  );
  const ascending = published.filter((index) => index !== null).toSorted((left, right) => left - right);
  const first = new Map<number, number>();
  for (const [place, index] of ascending.entries()) if (!first.has(index)) first.set(index, place + 1);
  return published.map((index) => (index === null ? null : (first.get(index) ?? null)));
}
