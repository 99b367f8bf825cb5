import type { Pollutant } from '../../../shared/domain/air/standards/pollutants.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';

/** 公布的日报: what a table without concentrations states of one day of a place; nothing is computed from it. */
export interface PublishedDay {
  readonly placeId: string;
  /** '' where the table names none. */
  readonly station: string;
  readonly date: string;
  readonly aqi: number;
  /** 1 优 to 6 严重污染; null where the table does not say. */
  readonly level: number | null;
  /** None where it says that there is none; null where it does not say. */
  readonly primary: readonly Pollutant[] | null;
  readonly sheet: string;
  readonly cell: string;
}

export interface StoredPublishedDay extends PublishedDay {
  readonly id: number;
  readonly fileId: number;
  readonly supersededBy: number | null;
}

const COLUMNS =
  'p.id, p.file_id AS fileId, p.place_id AS placeId, p.station, p.date, p.aqi, p.level, p.primaries, p.sheet, p.cell, p.superseded_by AS supersededBy';

type Row = Omit<StoredPublishedDay, 'primary'> & { readonly primaries: string | null };

const toDay = <Of extends Row>({ primaries, ...row }: Of): Omit<Of, 'primaries'> & Pick<PublishedDay, 'primary'> => ({
  ...row,
  primary: primaries === null ? null : (JSON.parse(primaries) as Pollutant[]),
});

export function insertPublishedDay(db: WriteHandle, fileId: number, day: PublishedDay): void {
  db.prepare(
    'INSERT INTO published_day (file_id, place_id, station, date, aqi, level, primaries, sheet, cell) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(
    fileId,
    day.placeId,
    day.station,
    day.date,
    day.aqi,
    day.level,
    day.primary === null ? null : JSON.stringify(day.primary),
    day.sheet,
    day.cell,
  );
}

export const selectPublishedDaysOfFile = (db: ReadHandle, fileId: number): StoredPublishedDay[] =>
  (db.prepare(`SELECT ${COLUMNS} FROM published_day p WHERE p.file_id = ? ORDER BY p.id`).all(fileId) as Row[]).map(toDay);

/** Those that count, by date, with the file they stand in. */
export const selectPublishedDays = (
  db: ReadHandle,
  from: string,
  to: string,
): (StoredPublishedDay & { readonly fileName: string; readonly sample: number })[] =>
  (
    db
      .prepare(
        `SELECT ${COLUMNS}, f.file_name AS fileName, f.sample FROM counted_published_day p JOIN monitoring_file f ON f.id = p.file_id
        WHERE p.date BETWEEN ? AND ? ORDER BY p.date, p.place_id, p.station, p.id`,
      )
      .all(from, to) as (Row & { readonly fileName: string; readonly sample: number })[]
  ).map(toDay);

export function supersedePublishedDay(db: WriteHandle, id: number, by: number | null): void {
  db.prepare('UPDATE published_day SET superseded_by = ? WHERE id = ?').run(by, id);
}
