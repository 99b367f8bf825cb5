import { isCalendarYear, type Period } from '../../../shared/domain/air/period.ts';
import type { Measure } from '../../../shared/domain/air/ranking/measures.ts';
import { type RankedPlace, type RankingEntry, rankPlaces } from '../../../shared/domain/air/ranking/rank-places.ts';
import type { RankingScheme } from '../../../shared/domain/air/ranking/ranking-scheme.ts';
import { POLLUTANTS } from '../../../shared/domain/air/standards/pollutants.ts';
import type { DecimalText } from '../../../shared/domain/numbers/decimal.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import type { ServiceContext } from '../context.ts';
import type { GatheredPlace } from '../monitoring/gathering/gathered-place.ts';
import { requirePeriod } from './period.ts';
import { enough, enoughDays, evaluateFigures, type PlaceFigures } from './place-figures.ts';

/** A town with what its rank is made from. */
export type TownFigures = PlaceFigures;

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
  const { places, lastSettings } = evaluateFigures(context, plan, scheme.evaluation, text);
  const towns = new Map([...places].filter(([, { place }]) => place.kind === 'town'));
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
  let print = `${placeId};${stationCount};${sample};${[...dustDates].toSorted().join()}`;
  for (const { date, values, o3OneHour } of days) {
    print += `;${date} ${sources.get(date) ?? ''} `;
    for (const pollutant of POLLUTANTS) {
      const value = values[pollutant];
      print += value === null ? ',' : `${value.num}/${value.den},`;
    }
    if (o3OneHour !== null) print += `${o3OneHour.num}/${o3OneHour.den}`;
  }
  return print;
}
