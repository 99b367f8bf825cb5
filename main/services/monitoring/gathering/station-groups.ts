import {
  contentOn,
  newestContent,
  ownerOf,
  placesOn,
  REGISTERED,
  type StationRegister,
  stationRegister,
} from '../../../../shared/domain/monitoring/stations/register.ts';
import type { RegisteredStation, StationPlace } from '../../../../shared/domain/monitoring/stations/types.ts';
import type { Pollutant } from '../../../../shared/domain/air/standards/pollutants.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import { selectStations, type StationRecord } from '../../../db/queries/monitoring.ts';
import { selectStationStatements } from '../../../db/queries/station-statements.ts';

/** The register of stations (站点登记), as it stands now or stood after the entry `until`. */
export const readRegister = (db: ReadHandle, until = Number.POSITIVE_INFINITY): StationRegister =>
  stationRegister(selectStationStatements(db).filter(({ id }) => id <= until));

/** The places, in words, for which the station of a written name stands. */
export function placesOfName(register: StationRegister, name: string, nameOf: (placeId: string) => string): string {
  const station = register.stations.get(ownerOf(register, REGISTERED, name) ?? '');
  return station === undefined
    ? ''
    : newestContent(station)
        .places.map(({ placeId }) => nameOf(placeId))
        .join('、');
}

/** One station with all the names under which its days are stored. */
export interface StationGroup {
  readonly key: string;
  readonly name: string;
  /** In order of place and name. */
  readonly members: readonly StationRecord[];
  readonly station: RegisteredStation | undefined;
}

/** Stations that have days, in order of place and name; those whose name was taken from all are no station any more. */
export function stationGroups(db: ReadHandle, register: StationRegister = readRegister(db)): StationGroup[] {
  const groups = new Map<string, StationRecord[]>();
  for (const record of selectStations(db)) {
    const key = ownerOf(register, record.placeId, record.name);
    if (key === null) continue;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [record]);
    else known.push(record);
  }
  return [...groups].map(([key, members]) => {
    const station = register.stations.get(key);
    const own = members.find(({ placeId }) => placeId !== REGISTERED) ?? members[0];
    const said = station === undefined ? '' : newestContent(station).name;
    return { key, name: said === '' ? (own?.name ?? '') : said, members, station };
  });
}

/** Towns for which the station stands on a day, with weights. */
export const groupPlaces = ({ key, station }: StationGroup, date: string): readonly StationPlace[] => placesOn(key, station, date);

/** 监测项目 of the station on a day, where somebody has said them. */
export const groupItems = ({ station }: StationGroup, date: string): readonly Pollutant[] | null =>
  station === undefined ? null : (contentOn(station, date)?.items ?? null);

/** Every town for which the station ever stands. */
export function everyPlaceOf({ key, station }: StationGroup): readonly string[] {
  const said = station?.phases.flatMap(({ content }) => content.places.map(({ placeId }) => placeId)) ?? [];
  return [...new Set([...placesOn(key, undefined, '').map(({ placeId }) => placeId), ...said])];
}
