import { type Pollutant, POLLUTANTS } from '../../../shared/domain/air/standards/pollutants.ts';
import type { DecimalText } from '../../../shared/domain/numbers/decimal.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';
import type { CoveredField } from './monitoring.ts';
import { type DayCells, packCells, unpackCells } from './packed-cells.ts';

/** What one file says of one station on one day. */
export interface StationDay {
  readonly date: string;
  readonly covers: readonly CoveredField[];
  /** Covered fields of which the file has hours, but not from the first to the last of the day. */
  readonly partly: readonly CoveredField[];
  /** Daily values as printed in the file. */
  readonly values: Readonly<Record<CoveredField, DecimalText | null>>;
  /** Pollutants whose daily value the file marks as invalid. */
  readonly invalid: readonly Pollutant[];
  /** 6 × 24 hourly means, packed by packHours; null where the file has no hours of the day. */
  readonly hours: Uint8Array | null;
  readonly cells: DayCells;
}

export interface StoredStationDay extends StationDay {
  readonly stationId: number;
  readonly fileId: number;
  readonly supersededBy: number | null;
}

/** Only what a reckoning needs: no cells. */
export type CountedStationDay = Pick<
  StoredStationDay,
  'stationId' | 'date' | 'fileId' | 'covers' | 'partly' | 'values' | 'invalid' | 'hours'
>;

type Columns = Readonly<Record<Pollutant | 'o3_one_hour', DecimalText | null>>;
type CountedRow = Columns & {
  readonly stationId: number;
  readonly date: string;
  readonly fileId: number;
  readonly covers: string;
  readonly partly: string;
  readonly invalid: string;
  readonly hours: Uint8Array | null;
};
type StoredRow = CountedRow & { readonly sheet: string; readonly cells: string; readonly supersededBy: number | null };

const COUNTED =
  'station_id AS stationId, date, file_id AS fileId, covers, partly, pm25, pm10, so2, no2, co, o3, o3_one_hour, invalid, hours';

const counted = (row: CountedRow): CountedStationDay => ({
  stationId: row.stationId,
  date: row.date,
  fileId: row.fileId,
  covers: listOf<CoveredField>(row.covers),
  partly: listOf<CoveredField>(row.partly),
  values: { so2: row.so2, no2: row.no2, co: row.co, o3: row.o3, pm10: row.pm10, pm25: row.pm25, o3OneHour: row.o3_one_hour },
  invalid: listOf<Pollutant>(row.invalid),
  hours: row.hours,
});

const stored = (row: StoredRow): StoredStationDay => ({
  ...counted(row),
  cells: unpackCells(row.cells, row.sheet),
  supersededBy: row.supersededBy,
});

/** The few lists that occur are split once. */
const lists = new Map<string, readonly string[]>([['', []]]);

function listOf<Item extends string>(text: string): readonly Item[] {
  const known = lists.get(text) ?? text.split(',');
  lists.set(text, known);
  return known as readonly Item[];
}

export function insertStationDay(db: WriteHandle, stationId: number, fileId: number, day: StationDay): void {
  const { values } = day;
  const sheet = Object.values({ ...day.cells.hourly, ...day.cells.daily })[0]?.sheet ?? '';
  db.prepare(`INSERT INTO station_day (station_id, date, file_id, covers, partly, pm25, pm10, so2, no2, co, o3, o3_one_hour, invalid, hours, sheet, cells)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(
    stationId,
    day.date,
    fileId,
    day.covers.join(),
    day.partly.join(),
    values.pm25,
    values.pm10,
    values.so2,
    values.no2,
    values.co,
    values.o3,
    values.o3OneHour,
    day.invalid.join(),
    day.hours,
    sheet,
    packCells(day.cells, sheet),
  );
}

/** Rows of a station of which something counts, by date, the newest file last. Taken as lists: a year of a thousand stations has 366,000. */
export function selectCountedDays(db: ReadHandle, stationId: number, from: string, to: string): CountedStationDay[] {
  const rows = db
    .prepare(`SELECT ${LISTED} FROM counted_station_day WHERE station_id = ? AND date BETWEEN ? AND ? ORDER BY date, file_id`)
    .raw()
    .all(stationId, from, to) as CountedList[];
  return rows.map(([date, fileId, covers, partly, invalid, hours, so2, no2, co, o3, pm10, pm25, o3OneHour]) => ({
    stationId,
    date,
    fileId,
    covers: listOf<CoveredField>(covers),
    partly: listOf<CoveredField>(partly),
    values: { so2, no2, co, o3, pm10, pm25, o3OneHour },
    invalid: listOf<Pollutant>(invalid),
    hours,
  }));
}

const LISTED = 'date, file_id, covers, partly, invalid, hours, so2, no2, co, o3, pm10, pm25, o3_one_hour';

type Value = DecimalText | null;
type CountedList = readonly [
  date: string,
  fileId: number,
  covers: string,
  partly: string,
  invalid: string,
  hours: Uint8Array | null,
  ...values: readonly [Value, Value, Value, Value, Value, Value, Value],
];

/** Whether anything of the station counts on an earlier day. */
export const hasDayBefore = (db: ReadHandle, stationId: number, date: string): boolean =>
  db.prepare('SELECT 1 FROM counted_station_day WHERE station_id = ? AND date < ? LIMIT 1').get(stationId, date) !== undefined;

/** The last day from `from` to `to` of which anything of the station counts; null without one. */
export const selectLastDay = (db: ReadHandle, stationId: number, from: string, to: string): string | null =>
  (
    db
      .prepare('SELECT date FROM counted_station_day WHERE station_id = ? AND date BETWEEN ? AND ? ORDER BY date DESC LIMIT 1')
      .get(stationId, from, to) as { date: string } | undefined
  )?.date ?? null;

/** The same of one day with their cells. */
export function selectStationDay(db: ReadHandle, stationId: number, date: string): StoredStationDay[] {
  const rows = db
    .prepare(
      `SELECT ${COUNTED}, sheet, cells, superseded_by AS supersededBy FROM counted_station_day WHERE station_id = ? AND date = ? ORDER BY file_id`,
    )
    .all(stationId, date);
  return (rows as StoredRow[]).map(stored);
}

/** Every row of a file, those that no longer count too. */
export function selectDaysOfFile(
  db: ReadHandle,
  fileId: number,
): (StoredStationDay & { readonly placeId: string; readonly station: string })[] {
  const rows = db
    .prepare(`SELECT ${COUNTED}, sheet, cells, superseded_by AS supersededBy, s.place_id AS placeId, s.name AS station
    FROM station_day d JOIN station s ON s.id = d.station_id WHERE d.file_id = ? ORDER BY station_id, date`)
    .all(fileId) as (StoredRow & { placeId: string; station: string })[];
  return rows.map((row) => ({ ...stored(row), placeId: row.placeId, station: row.station }));
}

/** Days of one file of which nothing counts any more. */
export function countSupersededDays(db: ReadHandle, fileId: number): number {
  return (
    db.prepare('SELECT count(*) AS days FROM station_day WHERE file_id = ? AND superseded_by IS NOT NULL').get(fileId) as { days: number }
  ).days;
}

export interface Supersession {
  readonly stationId: number;
  readonly date: string;
  readonly fileId: number;
  readonly covers: readonly CoveredField[];
  readonly partly: readonly CoveredField[];
  readonly supersededBy: number | null;
}

/** What the rows of a station cover of which something counts, by date, the newest file last. */
export function selectCurrentCovers(
  db: ReadHandle,
  stationId: number,
  from: string,
  to: string,
): Pick<Supersession, 'date' | 'fileId' | 'covers' | 'partly'>[] {
  const rows = db
    .prepare(
      'SELECT date, file_id AS fileId, covers, partly FROM counted_station_day WHERE station_id = ? AND date BETWEEN ? AND ? ORDER BY date, file_id',
    )
    .all(stationId, from, to) as { date: string; fileId: number; covers: string; partly: string }[];
  return rows.map((row) => ({ ...row, covers: listOf<CoveredField>(row.covers), partly: listOf<CoveredField>(row.partly) }));
}

const SUPERSESSION = 'station_id AS stationId, date, file_id AS fileId, covers, partly, superseded_by AS supersededBy';

type SupersessionRow = Omit<Supersession, 'covers' | 'partly'> & { readonly covers: string; readonly partly: string };

/** What each row covers and what it is superseded by, by station and date, the newest file last. */
export const selectSupersessions = (db: ReadHandle): Supersession[] =>
  supersessions(db.prepare(`SELECT ${SUPERSESSION} FROM station_day ORDER BY station_id, date, file_id`).all() as SupersessionRow[]);

/** The same of the days of which one of these files says something. */
export const selectSupersessionsBeside = (db: ReadHandle, fileIds: readonly number[]): Supersession[] =>
  supersessions(
    db
      .prepare(`SELECT ${SUPERSESSION} FROM station_day WHERE (station_id, date) IN (
      SELECT station_id, date FROM station_day WHERE file_id IN (SELECT value FROM json_each(?))) ORDER BY station_id, date, file_id`)
      .all(JSON.stringify(fileIds)) as SupersessionRow[],
  );

function supersessions(rows: readonly SupersessionRow[]): Supersession[] {
  return rows.map((row) => ({ ...row, covers: listOf<CoveredField>(row.covers), partly: listOf<CoveredField>(row.partly) }));
}

export function markSuperseded(db: WriteHandle, row: Pick<Supersession, 'stationId' | 'date' | 'fileId'>, by: number | null): void {
  db.prepare('UPDATE station_day SET superseded_by = ? WHERE station_id = ? AND date = ? AND file_id = ?').run(
    by,
    row.stationId,
    row.date,
    row.fileId,
  );
}

/** Everything of a file that still counts. */
export function markFileSuperseded(db: WriteHandle, fileId: number, by: number): void {
  db.prepare('UPDATE station_day SET superseded_by = ? WHERE file_id = ? AND superseded_by IS NULL').run(by, fileId);
}

/** Stations of which a file after `fileId` says something. The index of files alone answers it; left to itself SQLite reads the whole table. */
export const selectStationsAfterFile = (db: ReadHandle, fileId: number): number[] => {
  const rows = db.prepare('SELECT DISTINCT station_id AS id FROM station_day INDEXED BY station_day_file WHERE file_id > ?').all(fileId);
  return (rows as { id: number }[]).map((row) => row.id);
};

/** What counts of a station: days, the first and the last of them, and the pollutants that its rows of the last year speak of. */
export interface StationSpan {
  readonly stationId: number;
  readonly days: number;
  readonly from: string;
  readonly to: string;
  readonly items: readonly Pollutant[];
}

export function selectStationSpans(db: ReadHandle): StationSpan[] {
  const spans = db
    .prepare(
      `SELECT station_id AS stationId, count(DISTINCT date) AS days, min(date) AS "from", max(date) AS "to"
      FROM counted_station_day GROUP BY station_id`,
    )
    .all() as Omit<StationSpan, 'items'>[];
  const covers = db.prepare('SELECT DISTINCT covers FROM counted_station_day WHERE station_id = ? AND date >= ?');
  return spans.map((span) => {
    const rows = covers.all(span.stationId, `${span.to.slice(0, 4)}-01-01`) as { covers: string }[];
    const items = new Set(rows.flatMap((row) => listOf<CoveredField>(row.covers)));
    return { ...span, items: POLLUTANTS.filter((pollutant) => items.has(pollutant)) };
  });
}

/** Years of which any station has a day: from each day found the next is sought after the end of its year, so that a table of hours is not read. */
export function selectMonitoredYears(db: ReadHandle): number[] {
  const next = db.prepare('SELECT date FROM counted_station_day WHERE station_id = ? AND date > ? ORDER BY date LIMIT 1');
  const years = new Set<string>();
  for (const { id } of db.prepare('SELECT id FROM station').all() as { id: number }[]) {
    let found = next.get(id, '') as { date: string } | undefined;
    while (found !== undefined) {
      const year = found.date.slice(0, 4);
      years.add(year);
      found = next.get(id, `${year}-12-31`) as { date: string } | undefined;
    }
  }
  return [...years].map(Number).toSorted((one, other) => one - other);
}
