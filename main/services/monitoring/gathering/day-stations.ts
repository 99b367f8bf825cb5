import { POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import { DISTRICT } from '../../../../shared/domain/monitoring/types.ts';
import type { MonitoringDayDetail } from '../../../../shared/contract/monitoring.ts';
import type { DecimalText } from '../../../../shared/domain/numbers/decimal.ts';
import { selectAirDay } from '../../../db/queries/returns-air.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import { type CoveredField, type MonitoringFileRecord, selectMonitoringFiles } from '../../../db/queries/monitoring.ts';
import type { CellPlace } from '../../../db/queries/packed-cells.ts';
import type { StoredStationDay } from '../../../db/queries/station-days.ts';
import { everyPlaceOf, groupPlaces, type StationGroup, stationGroups } from './station-groups.ts';
import { countedDay } from './counted-days.ts';
import { type EffectiveDay, effectiveDay } from './effective-days.ts';
import type { GatheredPlace } from './gathered-place.ts';

type DaySourceCell = MonitoringDayDetail['sources'][number];

export interface DayStation {
  readonly placeId: string;
  readonly name: string;
  readonly day: EffectiveDay<StoredStationDay>;
  /** In the mean of the place. */
  readonly weight: DecimalText;
}

/** Of the towns that a station stands for, the one by which it enters the mean of the place. */
export const standsFor =
  (place: GatheredPlace) =>
  ({ placeId }: { readonly placeId: string }): boolean =>
    place.kind === 'town' ? placeId === place.placeId : (placeId === DISTRICT) === (place.meanOf === 'stations');

/** Stations that ever enter the mean of the place. */
export const groupsOfPlace = (db: ReadHandle, place: GatheredPlace): StationGroup[] =>
  stationGroups(db).filter((group) => everyPlaceOf(group).some((placeId) => standsFor(place)({ placeId })));

/** Stations whose mean the place's day is, in order of place and name. */
export function stationsOfDay(db: ReadHandle, place: GatheredPlace, date: string): DayStation[] {
  return groupsOfPlace(db, place).flatMap((group) => {
    const at = groupPlaces(group, date).find(standsFor(place));
    const day = at === undefined ? null : effectiveDay(countedDay(db, group.members, date));
    if (at === undefined || day === null) return [];
    return [{ placeId: at.placeId, name: group.name, day, weight: place.kind === 'town' ? at.weight : '1' }];
  });
}

/** Where each value of the day stands: file, sheet and cells, by station; for towns without a station's row that day, in their returns. */
export function sourcesOfDay(db: ReadHandle, place: GatheredPlace, date: string, towns: readonly string[]): DaySourceCell[] {
  const stations = stationsOfDay(db, place, date);
  const files = new Map(selectMonitoringFiles(db).map((file) => [file.id, file]));
  const monitored = new Set(stations.map((station) => station.placeId));
  const returning = place.kind === 'town' ? [place.placeId] : place.meanOf === 'towns' ? towns : [];
  return [
    ...stations.flatMap((station) => stationSources(station, files)),
    ...returning.filter((unitId) => !monitored.has(unitId)).flatMap((unitId) => returnSources(db, unitId, date)),
  ];
}

function stationSources({ name, day }: DayStation, files: ReadonlyMap<number, MonitoringFileRecord>): DaySourceCell[] {
  return ([...POLLUTANTS, 'o3OneHour'] as const).flatMap((field) =>
    (day.rows[field] ?? []).flatMap((row) => {
      const file = files.get(row.fileId);
      const cell = cellOf(row, day, field);
      return file === undefined || cell === null
        ? []
        : [{ station: name, field, file: file.fileName, sha256: file.sha256, ...cell, importedAt: file.importedAt }];
    }),
  );
}

function cellOf({ cells }: StoredStationDay, { hours, sources }: EffectiveDay<StoredStationDay>, field: CoveredField): CellPlace | null {
  const pollutant = field === 'o3OneHour' ? 'o3' : field;
  if (hours[pollutant] === undefined || sources[pollutant] === 'daily') return cells.daily[field] ?? null;
  // O3 日最大1小时 from the hours stands in the same cells as O3 itself.
  return field === 'o3OneHour' ? null : (cells.hourly[pollutant] ?? null);
}

function returnSources(db: ReadHandle, unitId: string, date: string): DaySourceCell[] {
  const day = selectAirDay(db, Number(date.slice(0, 4)), unitId, date);
  if (day === null) return [];
  return POLLUTANTS.flatMap((field) => {
    const cell = day.cells[field];
    return cell === undefined || day.values[field] === null
      ? []
      : [{ station: '', field, file: day.fileName, sha256: day.sha256, sheet: day.sheet, cell, importedAt: day.importedAt }];
  });
}
