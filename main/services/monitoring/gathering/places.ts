import type { MonitoringPlace } from '../../../../shared/contract/monitoring.ts';
import { parsePeriod, type Period } from '../../../../shared/domain/air/period.ts';
import { POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import { Failure } from '../../../../shared/domain/failure.ts';
import { DISTRICT } from '../../../../shared/domain/monitoring/types.ts';
import type { Plan } from '../../../../shared/domain/plan/schema.ts';
import { isDistrictName, unitWithin } from '../../../../shared/domain/plan/unit-names.ts';
import { unitKindOf } from '../../../../shared/domain/plan/unit-schema.ts';
import { selectAirYears } from '../../../db/queries/returns-air.ts';
import { selectMonitoredYears } from '../../../db/queries/station-days.ts';
import type { ServiceContext } from '../../context.ts';
import { readWorkPlan, requireUnit } from '../../plan/work-plan.ts';
import { gatherYears } from './gather-places.ts';
import type { GatheredPlace } from './gathered-place.ts';

/** Towns and the district (first) with what is known of the year, and the years that have data. */
export function listPlaces(context: ServiceContext, year: number): { places: MonitoringPlace[]; years: number[] } {
  const { plan } = readWorkPlan(context.work.handle);
  const db = context.work.handle;
  const years = new Set([...selectMonitoredYears(db), ...selectAirYears(db)]);
  return {
    places: districtFirst(gatherYears(context, plan, `${year}-01-01`, `${year}-12-31`)).map(monitoringPlace),
    years: [...years].toSorted((left, right) => left - right),
  };
}

function monitoringPlace(place: GatheredPlace): MonitoringPlace {
  const { placeId, name, kind, stations, days, sources, sample } = place;
  const hourDays = days.filter((day) => sources.get(day.date) === 'hours' || sources.get(day.date) === 'mixed').length;
  return {
    placeId,
    name,
    kind,
    stations: [...stations],
    days: days.length,
    hourDays,
    pollutants: POLLUTANTS.filter((pollutant) => days.some((day) => day.values[pollutant] !== null)),
    from: days[0]?.date ?? null,
    to: days.at(-1)?.date ?? null,
    sample,
  };
}

export const districtFirst = (places: readonly GatheredPlace[]): GatheredPlace[] => [
  ...places.filter((place) => place.kind === 'district'),
  ...places.filter((place) => place.kind !== 'district'),
];

/** A place by its id or name, as the name is meant in the span; the district by any of its names. */
export function placeIdOf(plan: Plan, name: string, { from, to }: Pick<Period, 'from' | 'to'>): string {
  const text = name.trim();
  if (text === DISTRICT || isDistrictName(plan.district, text)) return DISTRICT;
  const unit = unitWithin(plan, requireUnit(plan, text), from, to);
  if (!unitKindOf(plan, unit).air) throw new Failure('UNIT_UNKNOWN', { unit: name });
  return unit.id;
}

/** One place over the whole calendar years of a span. */
export function requirePlace(context: ServiceContext, name: string, from: string, to: string): GatheredPlace {
  const { plan } = readWorkPlan(context.work.handle);
  const placeId = placeIdOf(plan, name, { from, to });
  const [place] = gatherYears(context, plan, from, to, new Set([placeId]));
  if (place === undefined) throw new Failure('UNIT_UNKNOWN', { unit: name });
  return place;
}

export function requirePeriodOf(text: string): Period {
  const period = parsePeriod(text);
  if (period === null) throw new Failure('PERIOD_INVALID', { period: text });
  return period;
}
