import { daysIn, daysOfMonth, isCalendarYear, monthsOf, type Period } from '../period.ts';
import {
  type EvaluationStandard,
  EVALUATION_STANDARDS,
  type StandardChoice,
  standardOf,
  standardsWithin,
} from '../standards/evaluation-standard.ts';
import { type EvaluationEdition, publishedDecimals } from '../standards/hj663.ts';
import { type Pollutant, POLLUTANTS } from '../standards/pollutants.ts';
import { DAY_VERSIONS, type MonitoredSpan, type PlaceDay, type PlaceSeries } from '../types.ts';
import { concentrationOf } from './concentration.ts';
import { dayFigures } from './day-figures.ts';
import { type DaySummary, mergeDays } from './day-summary.ts';
import { type DustDecimals, dustFigures, indexOf } from './dust-figures.ts';
import { itemsWithin, presentIn } from './monitored.ts';
import { mergeSummaries, type MonthSummary, monthSummary } from './month-summary.ts';
import { type PlaceStatistics, statisticsOf } from './place-statistics.ts';
import { eachPollutant, somePollutants } from './pollutant-record.ts';
import { createSummaryCache, type SummaryCache } from './summary-cache.ts';
import type {
  AlternativeEvaluation,
  CompositeIndex,
  ConcentrationEvaluation,
  DayFigures,
  EvaluationSettings,
  PeriodEvaluation,
  ValidityGap,
} from './types.ts';
import { type MonthValidity, validityGaps } from './validity.ts';

/**
 * 时段评价 of one place (HJ 663-2013, HJ 663-2026): month, quarter, half year, year or any span of days, merged from summaries of its months.
 * Days outside the period only help to know what the place monitors. With the cache of an evaluation before, months that have not changed are
 * not summarised again, and a place of which no month has changed is not evaluated again.
 */
export function evaluatePeriod(
  series: PlaceSeries,
  period: Period,
  settings: EvaluationSettings,
  cache: SummaryCache = createSummaryCache(),
): PeriodEvaluation {
  const months = monthsOfSeries(series, period, cache);
  const summaries = months.summarise(settings.standard);
  const key = `${series.placeId} ${period.from} ${period.to} ${JSON.stringify(settings)} ${JSON.stringify(months.spans)}`;
  return cache.evaluation(key, summaries, () => evaluationOf(series.placeId, basisOf(months, summaries, period, settings)));
}

function evaluationOf(placeId: string, basis: Basis): PeriodEvaluation {
  const { period, settings } = basis;
  const days = basis.daysUnder(settings.standard);
  const limits = limitsOf(period, settings.standard);
  const concentrations = concentrationsOf(basis, days, limits);
  const indices = indicesOf(basis, limits);
  return {
    placeId,
    period,
    calendarDays: daysIn(period),
    settings,
    standards: EVALUATION_STANDARDS.flatMap((standard) => (days.standards.has(standard.id) ? [standard.id] : [])),
    limitsOf: limits.id,
    mixed: settings.standard === 'byDate' && standardsWithin(period.from, period.to).length > 1,
    monitored: basis.monitored,
    concentrations,
    days: figuresOf(days, settings),
    compositeIndex: indices[version(settings.dust.concentrations)],
    allAttained: allAttained(concentrations),
    gaps: basis.gaps.pm25,
    dust: dustOf(basis, days, indices, limits.evaluation),
    ...eventsOf(basis, days, limits),
    alternatives: alternativesOf(basis),
  };
}

type Versions<T> = { readonly withDust: T; readonly withoutDust: T };

/** Where no dust day took part, both versions are one, and reckoned once. */
function indicesOf({ statistics, settings }: Basis, limits: EvaluationStandard): Versions<CompositeIndex | null> {
  const withDust = indexOf(statistics.withDust, limits.quality.second, settings.index);
  return {
    withDust,
    withoutDust:
      statistics.withoutDust === statistics.withDust ? withDust : indexOf(statistics.withoutDust, limits.quality.second, settings.index),
  };
}

function dustOf(
  { statistics, dustDays, settings }: Basis,
  days: DaySummary,
  indices: Versions<CompositeIndex | null>,
  edition: EvaluationEdition,
): PeriodEvaluation['dust'] {
  const decimals = decimalsOf(edition, settings);
  const withDust = dustFigures(statistics.withDust, days.withDust, indices.withDust, decimals);
  return {
    days: dustDays,
    withDust,
    withoutPm: dustDays === 0 ? withDust : dustFigures(statistics.withoutDust, days.withoutPm, indices.withoutDust, decimals),
    withoutDust: dustDays === 0 ? withDust : dustFigures(statistics.withoutDust, days.withoutDust, indices.withoutDust, decimals),
  };
}

const decimalsOf = (edition: EvaluationEdition, { pm25Published }: EvaluationSettings): DustDecimals => ({
  pm10: publishedDecimals('pm10', edition, pm25Published),
  pm25: publishedDecimals('pm25', edition, pm25Published),
});

/** The version beside, where an event other than dust took part: everything as it was measured. */
function eventsOf(
  { statistics, takenDays, settings }: Basis,
  days: DaySummary,
  limits: EvaluationStandard,
): Pick<PeriodEvaluation, 'events'> {
  if (takenDays === 0) return {};
  const index = indexOf(statistics.measured, limits.quality.second, settings.index);
  const decimals = decimalsOf(limits.evaluation, settings);
  return { events: { days: takenDays, measured: dustFigures(statistics.measured, days.measured, index, decimals) } };
}

/** Everything of the period that does not depend on the choice of the standard, and its days under any choice. */
interface Basis {
  readonly period: Period;
  readonly settings: EvaluationSettings;
  readonly monitored: readonly Pollutant[];
  readonly statistics: Versions<PlaceStatistics> & { readonly measured: PlaceStatistics };
  readonly validDays: Readonly<Record<Pollutant, number>>;
  readonly dustDays: number;
  readonly takenDays: number;
  readonly gaps: Readonly<Record<Pollutant, readonly ValidityGap[]>>;
  readonly daysUnder: (choice: StandardChoice) => DaySummary;
}

/** The months of a period, what the place monitors, and their summaries under any choice of the standard. */
interface SeriesMonths {
  readonly months: readonly { readonly month: string; readonly days: number }[];
  readonly monitored: readonly Pollutant[];
  readonly spans: readonly MonitoredSpan[];
  readonly summarise: (choice: StandardChoice) => readonly MonthSummary[];
}

function monthsOfSeries(series: PlaceSeries, period: Period, cache: SummaryCache): SeriesMonths {
  const spans = series.monitored ?? [{ from: '', items: monitoredPollutants(series.days, period) }];
  const byMonth = Map.groupBy(daysWithin(series.days, period), (day) => day.date.slice(0, 7));
  const months = monthsOf(period).map(({ month, days }) => ({ month, days, records: byMonth.get(month) ?? [] }));
  const summarise = (standard: StandardChoice): readonly MonthSummary[] =>
    months.map(({ month, days, records }) => {
      const rules = { standard, monitored: spans, dustDates: series.dustDates, takenOut: series.takenOut };
      return days === daysOfMonth(month) ? cache.whole(series.placeId, month, records, rules) : monthSummary(records, rules);
    });
  return { months, monitored: itemsWithin(spans, period.from, period.to), spans, summarise };
}

function basisOf(
  { months, monitored, summarise }: SeriesMonths,
  summaries: readonly MonthSummary[],
  period: Period,
  settings: EvaluationSettings,
): Basis {
  const { values, days: chosen, dustDays, takenDays } = mergeSummaries(summaries);
  const validity = (pollutant: Pollutant): MonthValidity[] =>
    months.map(({ month, days }, index) => ({ month, days, validDays: summaries[index]?.values.measured[pollutant].sorted.length ?? 0 }));
  return {
    period,
    settings,
    monitored,
    statistics: statisticsOf(values),
    validDays: eachPollutant((pollutant) => values.measured[pollutant].sorted.length),
    dustDays,
    takenDays,
    gaps: eachPollutant((pollutant) => validityGaps(validity(pollutant), period)),
    daysUnder: (choice) => (choice === settings.standard ? chosen : mergeDays(summarise(choice).map((summary) => summary.days))),
  };
}

/** In order of date, as the cache compares them. */
function daysWithin(days: readonly PlaceDay[], { from, to }: Period): readonly PlaceDay[] {
  const ordered = inOrder(days);
  return ordered.slice(firstFrom(ordered, from), firstFrom(ordered, `${to}~`));
}

/** A year is evaluated by its months and by itself; whether its days are in order is looked at once. */
const inOrderAlready = new WeakSet<readonly PlaceDay[]>();

function inOrder(days: readonly PlaceDay[]): readonly PlaceDay[] {
  if (inOrderAlready.has(days)) return days;
  const ordered = days.every((day, index) => index === 0 || (days[index - 1]?.date ?? '') <= day.date);
  if (!ordered) return days.toSorted((left, right) => (left.date < right.date ? -1 : 1));
  inOrderAlready.add(days);
  return days;
}

/** Index of the first day on or after a date. */
function firstFrom(days: readonly PlaceDay[], date: string): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle]?.date ?? '') < date) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Pollutants with at least one value in the calendar years the period touches. */
function monitoredPollutants(days: readonly PlaceDay[], { from, to }: Period): readonly Pollutant[] {
  const [first, last] = [`${from.slice(0, 4)}-01-01`, `${to.slice(0, 4)}-12-31`];
  return presentIn(days, (date) => first <= date && date <= last);
}

const limitsOf = (period: Period, choice: StandardChoice): EvaluationStandard => standardOf(period.to, choice);

const version = (withoutDust: boolean): 'withDust' | 'withoutDust' => (withoutDust ? 'withoutDust' : 'withDust');

const figuresOf = (days: DaySummary, { dust }: EvaluationSettings): DayFigures => dayFigures(days[DAY_VERSIONS[dust.days]]);

function concentrationsOf(basis: Basis, days: DaySummary, limits: EvaluationStandard): Record<Pollutant, ConcentrationEvaluation | null> {
  const kept = version(basis.settings.dust.concentrations);
  const year = isCalendarYear(basis.period);
  return eachPollutant((pollutant) => {
    const statistics = basis.statistics[kept][pollutant];
    if (statistics === null) return null;
    const [validDays, daysOver] = [basis.validDays[pollutant], days[kept].over[pollutant]];
    return concentrationOf(pollutant, statistics, {
      limits: limits.quality.second,
      published: publishedDecimals(pollutant, limits.evaluation, basis.settings.pm25Published),
      validDays,
      daysOver,
      gaps: basis.gaps[pollutant],
      year,
    });
  });
}

function allAttained(concentrations: Readonly<Record<Pollutant, ConcentrationEvaluation | null>>): boolean | null {
  const all = POLLUTANTS.map((pollutant) => concentrations[pollutant]?.attained ?? null);
  if (all.includes(false)) return false;
  return all.includes(null) ? null : true;
}

/** By date and by each standard of the period's days: nothing says how the mixed year 2026 is to be counted, so all counts stand side by side. */
function alternativesOf(basis: Basis): readonly AlternativeEvaluation[] {
  const { period, settings, statistics } = basis;
  const standards = standardsWithin(period.from, period.to);
  if (standards.length < 2) return [];
  return (['byDate', ...standards.map((standard) => standard.id)] as const).map((choice) => {
    const days = basis.daysUnder(choice);
    const limits = limitsOf(period, choice);
    const concentrations = concentrationsOf(basis, days, limits);
    const index = indexOf(statistics[version(settings.dust.concentrations)], limits.quality.second, settings.index);
    return {
      standard: choice,
      limitsOf: limits.id,
      days: figuresOf(days, settings),
      attained: somePollutants((pollutant) => concentrations[pollutant]?.attained ?? null),
      allAttained: allAttained(concentrations),
      compositeIndex: index === null ? null : { exact: index.exact, published: index.published },
    };
  });
}
