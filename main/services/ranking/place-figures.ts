import { type Period, parsePeriod, samePeriodLastYear } from '../../../shared/domain/air/period.ts';
import { type Measure, NEEDED } from '../../../shared/domain/air/ranking/measures.ts';
import { standardsWithin } from '../../../shared/domain/air/standards/evaluation-standard.ts';
import { changeOf, type PeriodChange } from '../../../shared/domain/air/statistics/change.ts';
import { evaluatePeriod } from '../../../shared/domain/air/statistics/evaluate-period.ts';
import type { EvaluationSettings, PeriodEvaluation, SchemeEvaluation } from '../../../shared/domain/air/statistics/types.ts';
import { requiredDays } from '../../../shared/domain/air/statistics/validity.ts';
import type { DustSwitches } from '../../../shared/domain/air/types.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import type { ServiceContext } from '../context.ts';
import { airCacheOf } from '../monitoring/gathering/air-cache.ts';
import { gatherYears, present } from '../monitoring/gathering/gather-places.ts';
import type { GatheredPlace } from '../monitoring/gathering/gathered-place.ts';
import { dustOn } from '../settings/dust.ts';
import { requirePeriod } from './period.ts';

/** A place with what its rank, its points and its payments are made from. */
export interface PlaceFigures {
  readonly place: GatheredPlace;
  readonly evaluation: PeriodEvaluation;
  /** 同期 of last year; null without enough valid data then. */
  readonly lastYear: PeriodEvaluation | null;
  readonly change: PeriodChange | null;
  readonly lastPlace: GatheredPlace | null;
  /** 同期 whatever data it has; null without any. */
  readonly lastEvaluation: PeriodEvaluation | null;
}

export interface EvaluatedPlaces {
  /** Towns, and the district under its own id. */
  readonly places: ReadonlyMap<string, PlaceFigures>;
  /** Settings by which last year's days are judged. */
  readonly lastSettings: EvaluationSettings;
  /** Dust as the work has it. */
  readonly dust: DustSwitches;
}

/** Every town and the district over the period and the same period of last year; dust as the work has it on the period's last day. */
export function evaluateFigures(context: ServiceContext, plan: Plan, own: SchemeEvaluation, text: string): EvaluatedPlaces {
  const period = requirePeriod(text);
  const settings = { ...own, dust: dustOn(context, period.to) };
  const last = samePeriodLastYear(text);
  const before = last === null ? null : parsePeriod(last);
  const { summaries } = airCacheOf(context.work);
  const lastSettings = before === null ? settings : comparable(settings, period, before);
  const lastPlaces = new Map(before === null ? [] : placesOf(context, plan, before).map((place) => [place.placeId, place]));
  const places = placesOf(context, plan, period).map((place): [string, PlaceFigures] => {
    const evaluation = evaluatePeriod(place, period, settings, summaries);
    const lastPlace = lastPlaces.get(place.placeId) ?? null;
    const known =
      before === null || lastPlace === null || lastPlace.days.length === 0
        ? null
        : evaluatePeriod(lastPlace, before, lastSettings, summaries);
    const lastYear = known === null || known.gaps.length > 0 ? null : known;
    const change = lastYear === null ? null : changeOf(evaluation, lastYear);
    return [place.placeId, { place, evaluation, lastYear, change, lastPlace, lastEvaluation: known }];
  });
  return { places: new Map(places), lastSettings, dust: settings.dust };
}

/** Of the towns those that exist in the period. */
function placesOf(context: ServiceContext, plan: Plan, period: Period): GatheredPlace[] {
  const exists = present(plan, period.from, period.to);
  return gatherYears(context, plan, period.from, period.to).filter((place) => place.kind !== 'town' || exists(place));
}

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

/** Valid days of every pollutant that the measure is made of. */
export const enough = ({ concentrations }: PeriodEvaluation, measure: Measure): boolean =>
  NEEDED[measure].every((pollutant) => concentrations[pollutant]?.gaps.length === 0);

/**
 * Day counts compare where every pollutant the place monitors has enough valid days and enough days have an AQI: a pollutant that was measured
 * on a few days only would leave the AQI of the others to those it judged not. Dust days that are taken out are no missing ones.
 */
export function enoughDays({ concentrations, monitored, days, dust, settings, period }: PeriodEvaluation): boolean {
  const counted = settings.dust.days === 'left-out' ? days.valid + dust.days : Math.max(days.valid, dust.withDust.validDays);
  return counted >= requiredDays(period) && monitored.every((pollutant) => concentrations[pollutant]?.gaps.length === 0);
}
