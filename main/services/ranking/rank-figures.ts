import { isCalendarYear, type Period, precedingPeriod } from '../../../shared/domain/air/period.ts';
import { type RankedPlace, rankPlaces } from '../../../shared/domain/air/ranking/rank-places.ts';
import { type RankingScheme, usesRecent } from '../../../shared/domain/air/ranking/ranking-scheme.ts';
import { POLLUTANTS } from '../../../shared/domain/air/standards/pollutants.ts';
import type { DustSwitches } from '../../../shared/domain/air/types.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import type { ServiceContext } from '../context.ts';
import type { GatheredPlace } from '../monitoring/gathering/gathered-place.ts';
import { requirePeriod } from './period.ts';
import { evaluateFigures, evaluatePreceding } from './place-figures.ts';
import { entryOf, recentValid, type TownFigures } from './ranking-entry.ts';

export interface RankedPeriod {
  readonly text: string;
  readonly period: Period;
  readonly wholeYear: boolean;
  /** 沙尘口径 of the work on the last day of the period. */
  readonly dust: DustSwitches;
  readonly towns: ReadonlyMap<string, TownFigures>;
  readonly ranked: readonly RankedPlace[];
  /** Last year's days are judged anew by this period's standard, so that day counts and index compare. */
  readonly rejudged: boolean;
  /** 环比: what the period is held against and whether anybody has data then; null where the scheme ranks by no such change. */
  readonly recent: { readonly period: string | null; readonly known: boolean } | null;
}

/** Evaluates every town over the period and the same period of last year, and ranks them. */
export function rankFigures(context: ServiceContext, plan: Plan, scheme: RankingScheme, text: string): RankedPeriod {
  const period = requirePeriod(text);
  const { places, lastSettings, dust } = evaluateFigures(context, plan, scheme.evaluation, text);
  const before = usesRecent(scheme) ? evaluatePreceding(context, plan, scheme.evaluation, text) : null;
  const towns = new Map(
    [...places]
      .filter(([, { place }]) => place.kind === 'town')
      .map(([id, figures]): [string, TownFigures] => [id, { ...figures, recent: before?.of(id) ?? null }]),
  );
  const ranked = rankPlaces([...towns.values()].map(entryOf), scheme);
  return {
    text,
    period,
    wholeYear: isCalendarYear(period),
    dust,
    towns,
    ranked,
    recent:
      before === null ? null : { period: precedingPeriod(text), known: [...towns.values()].some((town) => recentValid(town) !== null) },
    rejudged: lastSettings.standard !== scheme.evaluation.standard && [...towns.values()].some((town) => town.change !== null),
  };
}

/** Everything a ranked period depends on besides plan and scheme, as plain text that is cheap to make and to hash. */
export function figuresFingerprint({ text, towns }: RankedPeriod): readonly string[] {
  return [
    text,
    ...[...towns.values()].flatMap(({ place, lastPlace, recent }) =>
      [place, ...(lastPlace === null ? [] : [lastPlace]), ...(recent === null ? [] : [recent.place])].map(placeFingerprint),
    ),
  ];
}

function placeFingerprint({ placeId, days, dustDates, takenOut, sources, stationCount, sample }: GatheredPlace): string {
  let print = `${placeId};${stationCount};${sample};${[...dustDates].toSorted().join()}`;
  if (takenOut !== undefined) print += `;${JSON.stringify([...takenOut].toSorted(([one], [other]) => (one < other ? -1 : 1)))}`;
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
