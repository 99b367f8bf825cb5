import { type Period, parsePeriod, precedingPeriod, samePeriodLastYear } from '../../../shared/domain/air/period.ts';
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
  const last = evaluateEarlier(context, plan, settings, { period, before: samePeriodLastYear(text) });
  const { summaries } = airCacheOf(context.work);
  const places = placesOf(context, plan, period).map((place): [string, PlaceFigures] => {
    const evaluation = evaluatePeriod(place, period, settings, summaries);
    const earlier = last.of(place.placeId);
    const lastYear = earlier === null || earlier.evaluation.gaps.length > 0 ? null : earlier.evaluation;
    const change = lastYear === null ? null : changeOf(evaluation, lastYear);
    const lastPlace = last.placeOf(place.placeId);
    return [place.placeId, { place, evaluation, lastYear, change, lastPlace, lastEvaluation: earlier?.evaluation ?? null }];
  });
  return { places: new Map(places), lastSettings: last.settings, dust: settings.dust };
}

/** Figures of an earlier period that this one is held against. */
export interface EarlierFigures {
  /** By which its days are judged. */
  readonly settings: EvaluationSettings;
  readonly placeOf: (placeId: string) => GatheredPlace | null;
  /** Whatever data there is; null without any. */
  readonly of: (placeId: string) => { readonly place: GatheredPlace; readonly evaluation: PeriodEvaluation } | null;
}

/** 环比: figures of the period of the same length directly before. */
export const evaluatePreceding = (context: ServiceContext, plan: Plan, own: SchemeEvaluation, text: string): EarlierFigures => {
  const period = requirePeriod(text);
  const settings = { ...own, dust: dustOn(context, period.to) };
  return evaluateEarlier(context, plan, settings, { period, before: precedingPeriod(text) });
};

function evaluateEarlier(
  context: ServiceContext,
  plan: Plan,
  settings: EvaluationSettings,
  { period, before: text }: { readonly period: Period; readonly before: string | null },
): EarlierFigures {
  const before = text === null ? null : parsePeriod(text);
  if (before === null) return { settings, placeOf: () => null, of: () => null };
  const { summaries } = airCacheOf(context.work);
  const judged = comparable(settings, period, before);
  const places = new Map(placesOf(context, plan, before).map((place) => [place.placeId, place]));
  return {
    settings: judged,
    placeOf: (placeId) => places.get(placeId) ?? null,
    of(placeId) {
      const place = places.get(placeId);
      if (place === undefined || place.days.length === 0) return null;
      return { place, evaluation: evaluatePeriod(place, before, judged, summaries) };
    },
  };
}

/** Of the towns those that exist in the period. */
function placesOf(context: ServiceContext, plan: Plan, period: Period): GatheredPlace[] {
  const exists = present(plan, period.from, period.to);
  return gatherYears(context, plan, period.from, period.to).filter((place) => place.kind !== 'town' || exists(place));
}

/**
 * 同比 and 环比 compare one standard with itself: where the standard has changed in between, the earlier days are judged by the newer one. A period that
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
 * on a few days only would leave the AQI of the others to those it judged not. Days that are taken out for dust or another event are no missing ones.
 */
export function enoughDays({ concentrations, monitored, days, dust, events, settings, period }: PeriodEvaluation): boolean {
  const counted = settings.dust.days === 'left-out' ? days.valid + dust.days : Math.max(days.valid, dust.withDust.validDays);
  return (
    Math.max(counted, events?.measured.validDays ?? 0) >= requiredDays(period) &&
    monitored.every((pollutant) => concentrations[pollutant]?.gaps.length === 0)
  );
}
