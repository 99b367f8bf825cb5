import { type Pollutant, POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import type { PlaceDay } from '../../../../shared/domain/air/types.ts';
import { type Fraction, fractionOf } from '../../../../shared/domain/numbers/fraction.ts';
import { type AirRecord, selectAirDays } from '../../../db/queries/returns-air.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import { selectMonitoringFiles, selectStations, type StationRecord } from '../../../db/queries/monitoring.ts';
import { selectCurrentReturns } from '../../../db/queries/returns.ts';
import { selectCountedDays } from '../../../db/queries/station-days.ts';
import { type EffectiveDay, effectiveDays, type MeasuredSource } from './effective-days.ts';
import type { DaySource } from './gathered-place.ts';

/** Days of one station of a place, or of the town's own return, which counts as a station without a name. */
export interface StationSeries {
  readonly origin: 'station' | 'return';
  readonly name: string;
  readonly days: readonly PlaceDay[];
  /** Days of which something is said, also that nothing valid was measured; some stray hours are no day. */
  readonly dates: ReadonlySet<string>;
  readonly sources: ReadonlyMap<string, DaySource>;
  readonly sample: boolean;
}

/** What counts of every station in a year, by place. Stations that are remembered are not read again; those that are read are remembered. */
export function yearOfStations(db: ReadHandle, year: number, remembered: Map<number, StationSeries | null>): Map<string, StationSeries[]> {
  const samples = new Set(selectMonitoringFiles(db).flatMap((file) => (file.sample ? [file.id] : [])));
  const places = new Map<string, StationSeries[]>();
  for (const station of selectStations(db)) {
    const known = remembered.get(station.id);
    const series = known === undefined ? stationSeries(db, station, year, samples) : known;
    remembered.set(station.id, series);
    if (series !== null) places.set(station.placeId, [...(places.get(station.placeId) ?? []), series]);
  }
  return places;
}

/** Null without a row in the year. */
function stationSeries(db: ReadHandle, station: StationRecord, year: number, samples: ReadonlySet<number>): StationSeries | null {
  const rows = selectCountedDays(db, station.id, `${year}-01-01`, `${year}-12-31`);
  if (rows.length === 0) return null;
  const days = effectiveDays(rows);
  return {
    origin: 'station',
    name: station.name,
    days: days.map((entry) => entry.day),
    dates: new Set(days.flatMap((entry) => (entry.spoken ? [entry.day.date] : []))),
    sources: new Map(days.flatMap((entry): [string, DaySource][] => pairOf(entry))),
    sample: samples.size > 0 && rows.some((row) => samples.has(row.fileId)),
  };
}

function pairOf({ day, sources }: EffectiveDay): [string, DaySource][] {
  const source = sourceOf(sources);
  return source === null ? [] : [[day.date, source]];
}

function sourceOf(sources: Readonly<Partial<Record<Pollutant, MeasuredSource>>>): DaySource | null {
  let found: DaySource | null = null;
  for (const pollutant of POLLUTANTS) {
    const source = sources[pollutant];
    if (source === undefined || source === found) continue;
    if (found !== null) return 'mixed';
    found = source;
  }
  return found;
}

/** Daily values of the current returns (填报表) of a year, by town. */
export function townReturns(db: ReadHandle, year: number): Map<string, StationSeries[]> {
  const samples = new Map(selectCurrentReturns(db, year).map((record) => [record.unitId, record.sample]));
  const byUnit = Map.groupBy(selectAirDays(db, year, `${year}-01-01`, `${year}-12-31`), (record) => record.unitId);
  return new Map([...byUnit].map(([unitId, records]) => [unitId, [returnSeries(records, samples.get(unitId) ?? false)]]));
}

const returnSeries = (records: readonly AirRecord[], sample: boolean): StationSeries => ({
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

const returnDay = ({ date, values }: AirRecord): PlaceDay => {
  const of = (pollutant: Pollutant): Fraction | null => fractionOrNull(values[pollutant]);
  return {
    date,
    values: { so2: of('so2'), no2: of('no2'), co: of('co'), o3: of('o3'), pm10: of('pm10'), pm25: of('pm25') },
    o3OneHour: null,
  };
};

const fractionOrNull = (text: string | null): Fraction | null => (text === null ? null : fractionOf(text));
