import { areaDays } from '../../../../shared/domain/air/area/area-mean.ts';
import type { AreaMemory } from '../../../../shared/domain/air/area/area-memory.ts';
import { POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import type { PlaceDay } from '../../../../shared/domain/air/types.ts';
import type { ActingDays } from '../../../../shared/domain/monitoring/events/acting-days.ts';
import { DISTRICT } from '../../../../shared/domain/monitoring/types.ts';
import type { Plan } from '../../../../shared/domain/plan/schema.ts';
import { airUnits, existsWithin } from '../../../../shared/domain/plan/unit-schema.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import { airState } from '../../../db/queries/monitoring.ts';
import type { ServiceContext } from '../../context.ts';
import { actingIn } from '../../settings/acting-events.ts';
import { airCacheOf } from './air-cache.ts';
import { type Area, areaRule, type Member, membersOfYears, onceEach, placeMembers, stationMembers, townMembers } from './area-members.ts';
import { districtNameOf } from './district.ts';
import type { DaySource, GatheredPlace, GatheredYear } from './gathered-place.ts';
import { monitoredIn, proposedIn } from './monitored-items.ts';
import { onceForEach, onDemand } from './once-for-each.ts';
import { type StationSeries, townReturns, yearOfStations } from './station-series.ts';

/**
 * Days of every town of the plan and of the district (last) from `from` to `to`, also of those that have none. A town's day is the mean of
 * its stations (HJ 663 附录A); a day of which the monitoring data say nothing at all is taken whole from the town's 填报表, never pollutant by
 * pollutant, so that an AQI is not put together from two reports. The district's days are the mean of its own stations in years that have any,
 * else of all stations of its towns.
 */
export function gatherPlaces(
  context: Pick<ServiceContext, 'work'>,
  plan: Plan,
  from: string,
  to: string,
  wanted: Wanted = null,
): GatheredPlace[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, index) => {
    const year = gatheredYear(context, plan, first + index);
    return year.ids.filter((id) => wanted === null || wanted.has(id)).map(year.place);
  });
  return gathered(years, from, to).filter(present(plan, from, to));
}

/** Ids of the places that are asked for: nothing is read for others, and the district alone needs all towns. Null: all. */
export type Wanted = ReadonlySet<string> | null;

function gathered(years: readonly (readonly GatheredPlace[])[], from: string, to: string): GatheredPlace[] {
  const [only, ...others] = years;
  if (only === undefined) return [];
  const whole = from.endsWith('-01-01') && to.endsWith('-12-31');
  if (others.length === 0) return whole ? [...only] : only.map((place) => within([place], from, to));
  return only.map((_, index) =>
    within(
      years.flatMap((places) => places[index] ?? []),
      from,
      to,
    ),
  );
}

/** A unit that does not exist in the span (机构变动) has no place in it, unless somebody measured there all the same. */
export function present(plan: Plan, from: string, to: string): (place: GatheredPlace) => boolean {
  const absent = new Set(plan.units.flatMap((unit) => (existsWithin(unit, from, to) ? [] : [unit.id])));
  return ({ placeId, days }) => !absent.has(placeId) || days.some(({ date }) => from <= date && date <= to);
}

/** Whole calendar years that a span touches: what a place monitors is decided by them (HJ 633-2026 5.3.2). */
export const gatherYears = (
  context: Pick<ServiceContext, 'work'>,
  plan: Plan,
  from: string,
  to: string,
  wanted: Wanted = null,
): GatheredPlace[] => gatherPlaces(context, plan, `${from.slice(0, 4)}-01-01`, `${to.slice(0, 4)}-12-31`, wanted);

/** A place is gathered once until a file is taken in; the days stay the same objects, so that summaries of months are found again. */
function gatheredYear(context: Pick<ServiceContext, 'work'>, plan: Plan, year: number): GatheredYear {
  const cache = airCacheOf(context.work);
  return cache.year(airState(context.work.handle), year, () =>
    gatherYear(context.work.handle, plan, year, { stations: cache.stations(context.work.handle, year), district: cache.district(year) }),
  );
}

interface RememberedYear {
  readonly stations: Map<number, StationSeries | null>;
  readonly district: AreaMemory;
}

function gatherYear(db: ReadHandle, plan: Plan, year: number, remembered: RememberedYear): GatheredYear {
  const stations = yearOfStations(db, year, remembered.stations);
  const returns = townReturns(db, year);
  const acting = actingIn(db, year);
  const units = new Map(airUnits(plan).map((unit) => [unit.id, unit]));
  const town = onceForEach((id: string): GatheredTown => {
    const unit = units.get(id);
    if (unit === undefined) throw new RangeError(`no place: ${id}`);
    const series = withoutCoveredReturns([...stations(id), ...returns(id)]);
    const members = townMembers(unit.name, series);
    const named = { placeId: id, name: unit.name, kind: 'town', meanOf: null } as const;
    return { unit, series, members, place: placeOf(db, named, { series, members, acting: acting(id), year }) };
  });
  const district = onceForEach((placeId: string) => {
    const own = stations(placeId);
    const towns = [...units.keys()].map(town);
    const name = districtNameOf(db);
    const series = own.length > 0 ? own : eachOnce(towns.flatMap((one) => one.series));
    const members = own.length > 0 ? stationMembers(own, name) : districtMembers(towns, series);
    const meanOf = series.length === 0 ? null : own.length > 0 ? 'stations' : 'towns';
    const named = { placeId, name, kind: 'district', meanOf } as const;
    return placeOf(db, named, { series, members, acting: acting(placeId), year, memory: remembered.district });
  });
  return { ids: [...units.keys(), DISTRICT], place: (id) => (id === DISTRICT ? district(id) : town(id).place) };
}

interface GatheredTown {
  readonly unit: Plan['units'][number];
  readonly series: readonly StationSeries[];
  readonly members: readonly Member[];
  readonly place: GatheredPlace;
}

/** Stations of all towns, each once; a town that has none, or of which nothing has come, is one that is missing (HJ 663-2013 6.1.5). */
const districtMembers = (towns: readonly GatheredTown[], series: readonly StationSeries[]): Member[] => [
  ...onceEach(
    towns.flatMap(({ members }) => members),
    series,
  ),
  ...towns.flatMap(({ unit, members }): Member[] =>
    members.length > 0 ? [] : [{ name: unit.name, town: unit.name, series: null, expectedOn: (date) => existsWithin(unit, date, date) }],
  ),
];

/** The return's days that a station has a row of, whatever it says, are left to the stations. */
function withoutCoveredReturns(series: readonly StationSeries[]): readonly StationSeries[] {
  if (series.every(({ origin }) => origin !== 'return')) return series;
  const covered = new Set(series.flatMap((station) => (station.origin === 'return' ? [] : [...station.dates])));
  return series.flatMap((station) => {
    if (station.origin !== 'return' || covered.size === 0) return [station];
    const days = station.days.filter((day) => !covered.has(day.date));
    return days.length === 0 ? [] : [{ ...station, days }];
  });
}

type Named = Pick<GatheredPlace, 'placeId' | 'name' | 'kind' | 'meanOf'>;

/** A station that several towns share is one station of the district, with the days of all of them; its weights are those of the towns. */
function eachOnce(series: readonly StationSeries[]): StationSeries[] {
  const groups = Map.groupBy(series, ({ key }, index) => key ?? index);
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group;
    if (first === undefined) return [];
    if (others.length === 0 && first.weightOn === undefined) return [first];
    const { weightOn: _weight, ...station } = first;
    if (others.length === 0) return [station];
    const days = new Map(group.flatMap((one) => one.days.map((day) => [day.date, day] as const)));
    const ordered = [...days.values()].toSorted((one, other) => (one.date < other.date ? -1 : 1));
    return [{ ...station, days: ordered, dates: new Set(group.flatMap((one) => [...one.dates])) }];
  });
}

interface OfPlace {
  readonly series: readonly StationSeries[];
  readonly members: readonly Member[];
  readonly acting: ActingDays;
  readonly year: number;
  readonly memory?: AreaMemory;
}

function placeOf(db: ReadHandle, named: Named, of: OfPlace): GatheredPlace {
  const { series, members, acting, year } = of;
  const area = onDemand(() => areaOf(db, of));
  const sources = onDemand(() => mixedSources(series));
  const [only, ...others] = series;
  // One station of a town is all that it has: its days stay the same objects.
  const days = only !== undefined && others.length === 0 && named.kind === 'town' ? only.days : area().days;
  return {
    ...named,
    monitored: monitoredIn(series, year),
    days: days.filter(saysSomething),
    members: placeMembers(members, area),
    ...acting,
    get sources() {
      return sources();
    },
    stations: [...new Set(series.flatMap((station) => (station.name === '' ? [] : [station.name])))],
    stationCount: series.filter((station) => station.origin === 'station').length || Math.min(1, series.length),
    sample: series.some((station) => station.sample),
  };
}

function areaOf(db: ReadHandle, { series, members, year, memory }: OfPlace): Area {
  const rule = areaRule(db, members, year);
  const days = series.map((station) => station.days);
  const weights = series.map((station) => station.weightOn);
  const plain = memory !== undefined && weights.every((weight) => weight === undefined);
  return { days: plain ? memory(days, rule) : areaDays(days, weights, rule), share: rule.share };
}

const saysSomething = (day: PlaceDay): boolean => POLLUTANTS.some((pollutant) => day.values[pollutant] !== null);

function mixedSources(series: readonly StationSeries[]): ReadonlyMap<string, DaySource> {
  const [only, ...others] = series;
  // One that is a place's all the year has no source of other days.
  if (only !== undefined && others.length === 0 && only.origin === 'station' && only.key === undefined) return only.sources;
  const sources = new Map<string, DaySource>();
  for (const station of series) {
    for (const day of station.days) {
      const source = station.sources.get(day.date);
      if (source === undefined) continue;
      const known = sources.get(day.date);
      sources.set(day.date, known === undefined || known === source ? source : 'mixed');
    }
  }
  return sources;
}

/** One place over several years, cut to the span. */
function within(years: readonly GatheredPlace[], from: string, to: string): GatheredPlace {
  const [first] = years;
  if (first === undefined) throw new RangeError('no years');
  const inside = (date: string): boolean => from <= date && date <= to;
  const used = years.filter((year) => year.days.some((day) => inside(day.date)));
  const { placeId, name, kind } = first;
  const said = years.some((year) => year.monitored !== undefined);
  return {
    monitored: said
      ? years.flatMap((year, index) => year.monitored ?? proposedIn(year.days, index === 0 ? from : year.days[0]?.date))
      : undefined,
    placeId,
    name,
    kind,
    days: years.flatMap((year) => year.days.filter((day) => inside(day.date))),
    ...actingWithin(years, inside),
    sources: new Map(years.flatMap((year) => [...year.sources].filter(([date]) => inside(date)))),
    stations: [...new Set(used.flatMap((year) => year.stations))],
    stationCount: Math.max(0, ...used.map((year) => year.stationCount)),
    sample: used.some((year) => year.sample),
    members: membersOfYears(years.map((year, index) => ({ year: String(Number(from.slice(0, 4)) + index), members: year.members }))),
    meanOf: used.map((year) => year.meanOf).find((meanOf) => meanOf !== null) ?? null,
  };
}

function actingWithin(years: readonly ActingDays[], inside: (date: string) => boolean): ActingDays {
  const takenOut = new Map(years.flatMap((year) => [...(year.takenOut ?? [])].filter(([date]) => inside(date))));
  const dustDates = new Set(years.flatMap((year) => [...year.dustDates].filter(inside)));
  return takenOut.size === 0 ? { dustDates } : { dustDates, takenOut };
}
