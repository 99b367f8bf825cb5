import type { Period } from '../../../shared/domain/air/period.ts';
import { type Pollutant, POLLUTANTS } from '../../../shared/domain/air/standards/pollutants.ts';
import type { SourceRef } from '../../../shared/domain/assessment/types.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { type MonitoringFileRecord, selectMonitoringFiles } from '../../db/queries/monitoring.ts';
import type { CellPlace } from '../../db/queries/packed-cells.ts';
import { selectStationDay } from '../../db/queries/station-days.ts';
import { countedDays } from '../monitoring/gathering/counted-days.ts';
import { effectiveDays } from '../monitoring/gathering/effective-days.ts';
import { everyPlaceOf, groupPlaces, stationGroups, type StationGroup } from '../monitoring/gathering/station-groups.ts';

/** Days of one station that one file gives of a pollutant and no newer file takes over. */
interface Given {
  readonly stationId: number;
  readonly fileId: number;
  readonly pollutant: Pollutant;
  readonly dates: readonly string[];
}

/** The cells of a place's imported values in a span of days, for each station, file and pollutant from the first to the last, as sources of its scores. */
export function monitoringSources(db: ReadHandle, placeId: string, span: Period): SourceRef[] {
  const files = new Map(selectMonitoringFiles(db).map((file) => [file.id, file]));
  const groups = stationGroups(db).filter((group) => everyPlaceOf(group).includes(placeId));
  return groups
    .flatMap((group) => givenOf(db, group, placeId, span))
    .flatMap((given) => {
      const file = files.get(given.fileId);
      const [first, last] = [cellOf(db, given, given.dates[0]), cellOf(db, given, given.dates.at(-1))];
      return file === undefined || first === null || last === null ? [] : [sourceRef(file, placeId, given, first, last)];
    });
}

function givenOf(db: ReadHandle, group: StationGroup, placeId: string, { from, to }: Period): Given[] {
  const days = effectiveDays(countedDays(db, group.members, from, to)).filter(({ day }) =>
    groupPlaces(group, day.date).some((place) => place.placeId === placeId),
  );
  const owners = days.flatMap(({ day, rows }) =>
    POLLUTANTS.flatMap((pollutant) =>
      (rows[pollutant] ?? []).map(({ fileId, stationId }) => ({ fileId, stationId, pollutant, date: day.date })),
    ),
  );
  const groups = Map.groupBy(owners, ({ fileId, stationId, pollutant }) => `${fileId} ${stationId} ${pollutant}`);
  return [...groups.values()].flatMap((given) => {
    const [first] = given;
    if (first === undefined) return [];
    const { stationId, fileId, pollutant } = first;
    return [{ stationId, fileId, pollutant, dates: given.map(({ date }) => date) }];
  });
}

function cellOf(db: ReadHandle, { stationId, fileId, pollutant }: Given, date = ''): CellPlace | null {
  const row = selectStationDay(db, stationId, date).find((candidate) => candidate.fileId === fileId);
  return row?.cells.hourly[pollutant] ?? row?.cells.daily[pollutant] ?? null;
}

function sourceRef(file: MonitoringFileRecord, unitId: string, { pollutant, dates }: Given, first: CellPlace, last: CellPlace): SourceRef {
  const end = last.sheet === first.sheet ? last.cell : `${last.sheet}!${last.cell}`;
  return {
    file: file.fileName,
    sha256: file.sha256,
    sheet: first.sheet,
    cell: first.cell === end ? end : `${first.cell}…${end}`,
    raw: `${dates.length}个监测日`,
    unitId,
    field: pollutant,
  };
}
