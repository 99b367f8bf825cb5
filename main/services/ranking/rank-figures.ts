import { isCalendarYear, type Period, samePeriodLastYear } from '../../../shared/domain/air/period.ts';
import { type Measure, NEEDED } from '../../../shared/domain/air/ranking/measures.ts';
import { type RankedPlace, type RankingEntry, rankPlaces } from '../../../shared/domain/air/ranking/rank-places.ts';
import type { RankingScheme } from '../../../shared/domain/air/ranking/ranking-scheme.ts';
import { standardsWithin } from '../../../shared/domain/air/standards/evaluation-standard.ts';
import { POLLUTANTS } from '../../../shared/domain/air/standards/pollutants.ts';
import { changeOf, type PeriodChange } from '../../../shared/domain/air/statistics/change.ts';
import { evaluatePeriod } from '../../../shared/domain/air/statistics/evaluate-period.ts';
import type { EvaluationSettings, PeriodEvaluation } from '../../../shared/domain/air/statistics/types.ts';
import { requiredDays } from '../../../shared/domain/air/statistics/validity.ts';
import type { DecimalText } from '../../../shared/domain/numbers/decimal.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import type { ServiceContext } from '../context.ts';
import { airCacheOf } from '../monitoring/gathering/air-cache.ts';
import { gatherYears, present } from '../monitoring/gathering/gather-places.ts';
import type { GatheredPlace } from '../monitoring/gathering/gathered-place.ts';
import { requirePeriod } from './period.ts';

/** A town with what its rank is made from. */
export interface TownFigures {
  readonly place: GatheredPlace;
  readonly evaluation: PeriodEvaluation;
  /** 同期 of last year; null without enough valid data then. */
  readonly lastYear: PeriodEvaluation | null;
  readonly change: PeriodChange | null;
  readonly lastPlace: GatheredPlace | null;
}

export interface RankedPeriod {
  readonly text: string;
  readonly period: Period;
  readonly wholeYear: boolean;
  readonly towns: ReadonlyMap<string, TownFigures>;
  readonly ranked: readonly RankedPlace[];
  /** Last year's days are judged anew by this period's standard, so that day counts and index compare. */
  readonly rejudged: boolean;
}

/** Evaluates every town over the period and the same period of last year, and ranks them. */
export function rankFigures(context: ServiceContext, plan: Plan, scheme: RankingScheme, text: string): RankedPeriod {
  const period = requirePeriod(text);
  const last = samePeriodLastYear(text);
  const before = last === null ? null : requirePeriod(last);
  const { summaries } = airCacheOf(context.work);
  const lastSettings = before === null ? scheme.evaluation : comparable(scheme.evaluation, period, before);
  const lastPlaces = new Map(before === null ? [] : townsOf(context, plan, before).map((place) => [place.placeId, place]));
  const towns = new Map(
    townsOf(context, plan, period).map((place): [string, TownFigures] => {
      const evaluation = evaluatePeriod(place, period, scheme.evaluation, summaries);
      const lastPlace = lastPlaces.get(place.placeId) ?? null;
      const known =
        before === null || lastPlace === null || lastPlace.days.length === 0
          ? null
          : evaluatePeriod(lastPlace, before, lastSettings, summaries);
      const lastYear = known === null || known.gaps.length > 0 ? null : known;
      return [place.placeId, { place, evaluation, lastYear, lastPlace, change: lastYear === null ? null : changeOf(evaluation, lastYear) }];
    }),
  );
  const ranked = rankPlaces([...towns.values()].map(entryOf), scheme);
  return {
    text,
    period,
    wholeYear: isCalendarYear(period),
    towns,
    ranked,
    rejudged: lastSettings.standard !== scheme.evaluation.standard && [...towns.values()].some((town) => town.change !== null),
  };
}

const townsOf = (context: ServiceContext, plan: Plan, period: Period): GatheredPlace[] =>
  gatherYears(context, plan, period.from, period.to).filter(
    (place) => place.kind === 'town' && present(plan, period.from, period.to)(place),
  );

/**
 * 同比 compares one standard with itself: where the standard has changed in between, last year's days are judged by the newer one. A period that
 * lies under two standards itself has no such counterpart; its day counts and index are then not compared.
 */
function comparable(settings: EvaluationSettings, period: Period, before: Period): EvaluationSettings {
  if (settings.standard !== 'byDate') return settings;
  const [own, ...others] = standardsWithin(period.from, period.to);
  const [earlier, ...more] = standardsWithin(before.from, before.to);
  if (own === undefined || others.length > 0 || (earlier?.id === own.id && more.length === 0)) return settings;
  return { ...settings, standard: own.id };
}

function entryOf(town: TownFigures): RankingEntry {
  const { place, evaluation } = town;
  const { concentrations, days, compositeIndex } = evaluation;
  return {
    unitId: place.placeId,
    pollutants: days.pollutants,
    valid: evaluation.gaps.length === 0,
    values: {
      pm25Mean: concentrations.pm25?.mean.exact ?? null,
      pm10Mean: enough(evaluation, 'pm10Mean') ? (concentrations.pm10?.mean.exact ?? null) : null,
      goodDayRatio: enoughDays(evaluation) ? days.ratioExact : null,
      heavyDays: enoughDays(evaluation) ? String(days.heavy) : null,
      compositeIndex: compositeIndex?.complete === true && enough(evaluation, 'compositeIndex') ? compositeIndex.exact : null,
      ...comparisons(town),
    },
  };
}

/** Valid days of every pollutant that the measure is made of. */
const enough = ({ concentrations }: PeriodEvaluation, measure: Measure): boolean =>
  NEEDED[measure].every((pollutant) => concentrations[pollutant]?.gaps.length === 0);

/**
 * Day counts compare where every pollutant the place monitors has enough valid days and enough days have an AQI: a pollutant that was measured
 * on a few days only would leave the AQI of the others to those it judged not. Dust days that the scheme takes out are no missing ones.
 */
function enoughDays({ concentrations, monitored, days, dust, settings, period }: PeriodEvaluation): boolean {
  const counted = days.valid + (settings.dust.days ? dust.days : 0);
  return counted >= requiredDays(period) && monitored.every((pollutant) => concentrations[pollutant]?.gaps.length === 0);
}

type Comparison = 'pm25Change' | 'pm10Change' | 'goodDayRatioChange' | 'compositeIndexChange';

function comparisons({ evaluation, lastYear, change }: TownFigures): Readonly<Record<Comparison, DecimalText | null>> {
  const judgedAlike = change !== null && !change.acrossStandards;
  const both = (measure: Measure): boolean => lastYear !== null && enough(evaluation, measure) && enough(lastYear, measure);
  return {
    pm25Change: change?.concentrations.pm25?.exact ?? null,
    pm10Change: both('pm10Mean') ? (change?.concentrations.pm10?.exact ?? null) : null,
    goodDayRatioChange:
      judgedAlike && lastYear !== null && enoughDays(evaluation) && enoughDays(lastYear) ? (change.goodRatio?.exact ?? null) : null,
    compositeIndexChange: judgedAlike && both('compositeIndex') ? (change.compositeIndex?.exact ?? null) : null,
  };
}

/** Everything a ranked period depends on besides plan and scheme, as plain text that is cheap to make and to hash. */
export function figuresFingerprint({ text, towns }: RankedPeriod): readonly string[] {
  return [
    text,
    ...[...towns.values()].flatMap(({ place, lastPlace }) => [place, ...(lastPlace === null ? [] : [lastPlace])].map(placeFingerprint)),
  ];
}

function placeFingerprint({ placeId, days, dustDates, sources, stationCount, sample }: GatheredPlace): string {
  const values = days.map(
    (day) =>
      `${day.date} ${sources.get(day.date) ?? ''} ${[...POLLUTANTS.map((pollutant) => day.values[pollutant]), day.o3OneHour].map((value) => (value === null ? '' : `${value.num}/${value.den}`)).join()}`,
  );
  return [placeId, stationCount, sample, [...dustDates].toSorted().join(), ...values].join(';');
}
