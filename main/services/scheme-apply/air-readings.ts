import { parsePeriod, type Period, previousPeriod, samePeriodLastYear } from '../../../shared/domain/air/period.ts';
import { type Pollutant, POLLUTANTS } from '../../../shared/domain/air/standards/pollutants.ts';
import { changeOf } from '../../../shared/domain/air/statistics/change.ts';
import type { SchemeEvaluation, PeriodEvaluation } from '../../../shared/domain/air/statistics/types.ts';
import { DISTRICT } from '../../../shared/domain/monitoring/types.ts';
import { recovered } from '../../../shared/domain/numbers/recovered.ts';
import { Rational } from '../../../shared/domain/numbers/rational.ts';
import type { YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import { airUnits } from '../../../shared/domain/plan/unit-schema.ts';
import type { CellRef, LackCode, Reading } from '../../../shared/domain/schemes/base/reading.ts';
import { cellOf } from '../../../shared/domain/schemes/work/listed-facts.ts';
import { selectAirDays } from '../../db/queries/returns-air.ts';
import { selectCurrentReturns } from '../../db/queries/returns.ts';
import { airSources } from '../assessment/gather-town-air.ts';
import type { ServiceContext } from '../context.ts';
import { gatherYears } from '../monitoring/gathering/gather-places.ts';
import { readWorkPlan } from '../plan/work-plan.ts';
import { enough, enoughDays, type EvaluatedPlaces, evaluateFigures } from '../ranking/place-figures.ts';

/** Measures of the air, and the pollutants that each is made of. */
const MADE_OF: Readonly<Record<string, readonly Pollutant[]>> = {
  ...Object.fromEntries(POLLUTANTS.map((pollutant) => [pollutant, [pollutant]])),
  index: POLLUTANTS,
  goodDays: POLLUTANTS,
  goodRatio: POLLUTANTS,
  heavyDays: POLLUTANTS,
};

export const isAirMeasure = (measure: string): boolean => Object.hasOwn(MADE_OF, measure);

export interface AirReader {
  value(placeId: string, period: string, measure: string): Reading;
  /** The same of the period one year before, judged by one standard; 缺上年数 where there are no data. */
  lastYear(placeId: string, period: string, measure: string): Reading;
  lastPeriod(placeId: string, period: string, measure: string): Reading;
  /** 二级 limit of a pollutant. */
  limit(placeId: string, period: string, measure: string): Reading;
  complete(placeId: string, period: string, measure: string): boolean;
  /** 示例数据 among the days that were read. */
  sample(): boolean;
}

/** Air figures of places, evaluated once a period as the ranking evaluates them, with the ranges of cells that their days stand in. */
export function airReader(context: ServiceContext, plan: YearPlan, settings: SchemeEvaluation): AirReader {
  const evaluated = new Map<string, EvaluatedPlaces>();
  const cells = cellReader(context, plan);
  const placesOf = (period: string): EvaluatedPlaces['places'] => {
    const known = evaluated.get(period) ?? evaluateFigures(context, plan, settings, period);
    evaluated.set(period, known);
    return known.places;
  };
  const lacking = (code: LackCode, measure: string, period: string): Reading => ({
    kind: 'missing',
    lack: { code, params: { measure, period } },
    sources: [],
  });
  const against = (placeId: string, period: string, measure: string, other: PeriodEvaluation | null, text: string): Reading => {
    const own = placesOf(period).get(placeId)?.evaluation;
    if (own === undefined || other === null || other.days.measured === 0) return lacking('noData', measure, text);
    if (!byConcentration(measure) && changeOf(own, other).acrossStandards) return lacking('otherStandard', measure, text);
    return figure(other, measure, text, cells(placeId, text, measure));
  };
  return {
    value(placeId, period, measure) {
      const found = placesOf(period).get(placeId);
      if (found === undefined) return lacking('noData', measure, period);
      return figure(found.evaluation, measure, period, cells(placeId, period, measure));
    },
    lastYear(placeId, period, measure) {
      const text = samePeriodLastYear(period) ?? '';
      const reading = against(placeId, period, measure, placesOf(period).get(placeId)?.lastEvaluation ?? null, text);
      return isNothing(reading) ? lacking('lastYear', measure, text) : reading;
    },
    lastPeriod(placeId, period, measure) {
      const text = previousPeriod(period);
      if (text === null) return lacking('lastPeriod', measure, period);
      const reading = against(placeId, period, measure, placesOf(text).get(placeId)?.evaluation ?? null, text);
      return isNothing(reading) ? lacking('lastPeriod', measure, text) : reading;
    },
    limit(placeId, period, measure) {
      const limits = POLLUTANTS.includes(measure as Pollutant)
        ? placesOf(period).get(placeId)?.evaluation.concentrations[measure as Pollutant]?.limits
        : undefined;
      if (limits === undefined) return lacking('limit', measure, period);
      return { kind: 'value', value: Rational.of(limits.annual ?? limits.daily), sources: [] };
    },
    complete(placeId, period, measure) {
      const days = placesOf(period).get(placeId)?.evaluation.days;
      return days === undefined || (MADE_OF[measure] ?? []).every((pollutant) => days.pollutants.includes(pollutant));
    },
    sample: () =>
      [...evaluated.values()].some(({ places }) =>
        [...places.values()].some(({ place, evaluation }) => place.sample && evaluation.days.measured > 0),
      ),
  };
}

const byConcentration = (measure: string): boolean => POLLUTANTS.includes(measure as Pollutant);

const isNothing = (reading: Reading): boolean => reading.kind === 'missing' && reading.lack.code === 'noData';

/** Unrounded, as a fraction; too few valid days carry no figure. */
function figure(evaluation: PeriodEvaluation, measure: string, period: string, sources: readonly CellRef[]): Reading {
  const missing = (code: LackCode): Reading => ({ kind: 'missing', lack: { code, params: { measure, period } }, sources });
  const value = (exact: string): Reading => ({ kind: 'value', value: recovered(Rational.of(exact)), sources });
  if (evaluation.days.measured === 0) return { ...missing('noData'), sources: [] };
  if (byConcentration(measure)) {
    const found = evaluation.concentrations[measure as Pollutant];
    if (found === null) return { ...missing('noData'), sources: [] };
    return found.gaps.length > 0 ? missing('validity') : value(found.value.exact);
  }
  if (measure === 'index') {
    if (evaluation.compositeIndex?.complete !== true) return missing('pollutants');
    return enough(evaluation, 'compositeIndex') ? value(evaluation.compositeIndex.exact) : missing('validity');
  }
  const { good, heavy, ratioExact } = evaluation.days;
  if (!enoughDays(evaluation) || ratioExact === null) return missing('validity');
  return value(measure === 'goodRatio' ? ratioExact : String(measure === 'goodDays' ? good : heavy));
}

/** Cells of a place's days in a period, of the pollutants that a measure is made of; those of the district are its towns' where it has none. */
function cellReader(context: ServiceContext, plan: YearPlan): (placeId: string, period: string, measure: string) => readonly CellRef[] {
  const spans = new Map<string, SpanCells>();
  const known = new Map<string, readonly CellRef[]>();
  const all = (placeId: string, period: string): readonly CellRef[] => {
    const key = `${placeId}\n${period}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const span = spans.get(period) ?? spanCells(context, parsePeriod(period));
    spans.set(period, span);
    const made = partsOf(placeId, span, plan).flatMap((id) => span.of(id));
    known.set(key, made);
    return made;
  };
  return (placeId, period, measure) => all(placeId, period).filter(({ column }) => MADE_OF[measure]?.includes(column as Pollutant));
}

interface SpanCells {
  readonly meanOfTowns: boolean;
  readonly of: (placeId: string) => readonly CellRef[];
}

const partsOf = (placeId: string, { meanOfTowns }: SpanCells, plan: YearPlan): readonly string[] =>
  placeId === DISTRICT && meanOfTowns ? airUnits(plan).map(({ id }) => id) : [placeId];

function spanCells(context: ServiceContext, span: Period | null): SpanCells {
  if (span === null) return { meanOfTowns: false, of: () => [] };
  const db = context.work.handle;
  const { plan } = readWorkPlan(db);
  const year = Number(span.from.slice(0, 4));
  const places = new Map(gatherYears(context, plan, span.from, span.to).map((place) => [place.placeId, place]));
  const records = Map.groupBy(selectAirDays(db, year, span.from, span.to), ({ unitId }) => unitId);
  const returns = new Map(selectCurrentReturns(db, year).map((record) => [record.id, record]));
  return {
    meanOfTowns: places.get(DISTRICT)?.meanOf === 'towns',
    of: (id) => {
      const place = places.get(id);
      return place === undefined ? [] : airSources(db, place, span, records.get(id) ?? [], returns).map(cellOf);
    },
  };
}
