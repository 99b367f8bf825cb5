import type { ReadHandle } from '../../../db/handles.ts';
import type { StationRecord } from '../../../db/queries/monitoring.ts';
import { type CountedStationDay, selectCountedDays, selectStationDay, type StoredStationDay } from '../../../db/queries/station-days.ts';

/** Rows of a station under all its names of which something counts, by date, the newest file last. */
export function countedDays(db: ReadHandle, members: readonly Pick<StationRecord, 'id'>[], from: string, to: string): CountedStationDay[] {
  const rows = members.flatMap(({ id }) => selectCountedDays(db, id, from, to));
  return members.length === 1 ? rows : rows.toSorted(byDateAndFile);
}

/** The same of one day with their cells. */
export const countedDay = (db: ReadHandle, members: readonly Pick<StationRecord, 'id'>[], date: string): StoredStationDay[] =>
  members.flatMap(({ id }) => selectStationDay(db, id, date)).toSorted(byDateAndFile);

const byDateAndFile = (one: CountedStationDay, other: CountedStationDay): number =>
  one.date === other.date ? one.fileId - other.fileId : one.date < other.date ? -1 : 1;
