import { shiftDate } from '../../../../shared/domain/air/period.ts';
import { type Pollutant, POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import type { PlaceDay } from '../../../../shared/domain/air/types.ts';
import type { RegisteredStation } from '../../../../shared/domain/monitoring/stations/types.ts';
import type { DecimalText } from '../../../../shared/domain/numbers/decimal.ts';
import { type Fraction, fractionOf } from '../../../../shared/domain/numbers/fraction.ts';
import { type AirValues, selectAirValues } from '../../../db/queries/returns-air.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import { selectMonitoringFiles, type StationRecord } from '../../../db/queries/monitoring.ts';
import { selectCurrentReturns } from '../../../db/queries/returns.ts';
import { hasDayBefore } from '../../../db/queries/station-days.ts';
import { everyPlaceOf, groupItems, groupPlaces, stationGroups, type StationGroup } from './station-groups.ts';
import { countedDays } from './counted-days.ts';
import type { DaySource } from './gathered-place.ts';
import { onceForEach, onDemand } from './once-for-each.ts';
import { reckonedDays } from './reckoned-day.ts';

/** Days of one station of a place, or of the town's own return, which counts as a station without a name. */
export interface StationSeries {
  readonly origin: 'station' | 'return';
  readonly name: string;
  readonly days: readonly PlaceDay[];
  /** Days of which something is said, also that nothing valid was measured; some stray hours are no day. */
  readonly dates: ReadonlySet<string>;
  readonly sources: ReadonlyMap<string, DaySource>;
  readonly sample: boolean;
  /** First day on which a station is to have values in the year: its first ever, or the first of the year. */
  readonly since?: string;
  /** Of a station of the register: whether it stands for the place on a day. */
  readonly standsOn?: (date: string) => boolean;
  /** Of a station of the register: its key, its weight where it has another than 1, and the items that it is said to monitor. */
  readonly key?: string;
  readonly weightOn?: (date: string) => DecimalText;
  readonly itemsOn?: (date: string) => readonly Pollutant[] | null;
  /** Days of the year from which it may monitor something else. */
  readonly turns?: readonly string[];
}

/**
 * What counts of the stations of a place in a year, for each place as it is asked for. Stations that are remembered are not read again; those
 * that are read are remembered.
 */
export function yearOfStations(
  db: ReadHandle,
  year: number,
  remembered: Map<number, StationSeries | null>,
): (placeId: string) => readonly StationSeries[] {
  const samples = new Set(selectMonitoringFiles(db).flatMap((file) => (file.sample ? [file.id] : [])));
  const groups = new Map<string, StationGroup[]>();
  for (const group of stationGroups(db)) {
    for (const placeId of everyPlaceOf(group)) {
      const known = groups.get(placeId);
      if (known === undefined) groups.set(placeId, [group]);
      else known.push(group);
    }
  }
  const placed = onceForEach((group: StationGroup): ReadonlyMap<string, StationSeries> => {
    const series = groupSeries(db, group, year, samples, remembered);
    return new Map(series === null ? [] : placedSeries(group, series, year));
  });
  return (placeId) => (groups.get(placeId) ?? []).flatMap((group) => placed(group).get(placeId) ?? []);
}

/** Days under several names are one station's: of what its files say the newest counts. */
function groupSeries(
  db: ReadHandle,
  { members, name }: StationGroup,
  year: number,
  samples: ReadonlySet<number>,
  remembered: Map<number, StationSeries | null>,
): StationSeries | null {
  const [only, ...others] = members;
  if (only === undefined || others.length > 0) return stationSeries(db, members, name, year, samples);
  const known = remembered.get(only.id);
  const series = known === undefined ? stationSeries(db, members, only.name, year, samples) : known;
  remembered.set(only.id, series);
  return series === null || series.name === name ? series : { ...series, name };
}

/** The station as each town has it: on the days for which it stands for it, and with its weight. */
function placedSeries(group: StationGroup, series: StationSeries, year: number): [string, StationSeries][] {
  const { station } = group;
  if (station === undefined) return everyPlaceOf(group).map((placeId) => [placeId, series]);
  const items = station.phases.some(({ content }) => content.items !== null)
    ? { itemsOn: (date: string) => groupItems(group, date), turns: turnsOf(station, year) }
    : {};
  return everyPlaceOf(group).flatMap((placeId): [string, StationSeries][] => {
    const weights = new Map(
      series.days.flatMap(({ date }): [string, DecimalText][] =>
        groupPlaces(group, date).flatMap((place) => (place.placeId === placeId ? [[date, place.weight]] : [])),
      ),
    );
    const dates = new Set([...series.dates].filter((date) => weights.has(date)));
    const days = series.days.filter(({ date }) => weights.has(date));
    if (days.length === 0) return [];
    const standsOn = (date: string): boolean => groupPlaces(group, date).some((place) => place.placeId === placeId);
    const placed = { ...series, key: group.key, days, dates, standsOn, ...items };
    return [
      [
        placeId,
        [...weights.values()].every((weight) => weight === '1') ? placed : { ...placed, weightOn: (date) => weights.get(date) ?? '1' },
      ],
    ];
  });
}

/** Days of the year from which something else is said of a station. */
const turnsOf = ({ phases }: RegisteredStation, year: number): readonly string[] =>
  phases
    .flatMap(({ from, content }) => [from, ...(content.until === null ? [] : [shiftDate(content.until, 1)])])
    .filter((date) => date.startsWith(`${year}-`));

/** Null without a row in the year. */
function stationSeries(
  db: ReadHandle,
  members: readonly StationRecord[],
  name: string,
  year: number,
  samples: ReadonlySet<number>,
): StationSeries | null {
  const rows = countedDays(db, members, `${year}-01-01`, `${year}-12-31`);
  if (rows.length === 0) return null;
  const days = reckonedDays(rows);
  const dates = onDemand(() => new Set(days.flatMap(({ day, spoken }) => (spoken ? [day.date] : []))));
  const sources = onDemand(
    () => new Map(days.flatMap(({ day, source }): [string, DaySource][] => (source === null ? [] : [[day.date, source]]))),
  );
  const before = members.some(({ id }) => hasDayBefore(db, id, `${year}-01-01`));
  return {
    origin: 'station',
    name,
    since: before ? `${year}-01-01` : (days[0]?.day.date ?? ''),
    days: days.map((entry) => entry.day),
    get dates() {
      return dates();
    },
    get sources() {
      return sources();
    },
    sample: samples.size > 0 && rows.some((row) => samples.has(row.fileId)),
  };
}

/** Daily values of the current return (填报表) of a year, for each town as it is asked for. */
export function townReturns(db: ReadHandle, year: number): (unitId: string) => readonly StationSeries[] {
  const samples = new Map(selectCurrentReturns(db, year).map((record) => [record.unitId, record.sample]));
  return (unitId) => {
    const sample = samples.get(unitId);
    const records = sample === undefined ? [] : selectAirValues(db, year, unitId);
    return records.length === 0 ? [] : [returnSeries(records, sample ?? false)];
  };
}

const returnSeries = (records: readonly AirValues[], sample: boolean): StationSeries => ({
  origin: 'return',
  name: '',
  days: records.map(returnDay),
  dates: new Set(records.map((record) => record.date)),
  sources: new Map(
    records.flatMap((record): [string, DaySource][] =>
      POLLUTANTS.some((pollutant) => record.values[pollutant] !== null) ? [[record.date, 'return']] : [],
    ),
  ),
  sample,
});

const returnDay = ({ date, values }: AirValues): PlaceDay => {
  const of = (pollutant: Pollutant): Fraction | null => fractionOrNull(values[pollutant]);
  return {
    date,
    values: { so2: of('so2'), no2: of('no2'), co: of('co'), o3: of('o3'), pm10: of('pm10'), pm25: of('pm25') },
    o3OneHour: null,
  };
};

const fractionOrNull = (text: string | null): Fraction | null => (text === null ? null : fractionOf(text));
