import type { Pollutant } from '../../../shared/domain/air/standards/pollutants.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';

/** 扣沙日: one day of one place; 'all' = the whole district with every town. */
export interface DustDay {
  readonly date: string;
  readonly placeId: string;
  readonly note: string;
  readonly sheet: string;
  readonly cell: string;
}

export interface StoredDustDay extends DustDay {
  readonly id: number;
  readonly fileId: number;
  readonly supersededBy: number | null;
}

const DUST = 'd.id, d.file_id AS fileId, d.date, d.place_id AS placeId, d.note, d.sheet, d.cell, d.superseded_by AS supersededBy';

export function insertDustDay(db: WriteHandle, fileId: number, day: DustDay): void {
  db.prepare('INSERT INTO dust_day (file_id, date, place_id, note, sheet, cell) VALUES (?, ?, ?, ?, ?, ?)').run(
    fileId,
    day.date,
    day.placeId,
    day.note,
    day.sheet,
    day.cell,
  );
}

/** Dust days that count, by date and place, with the file they stand in. */
export function selectDustDays(db: ReadHandle, from: string, to: string): (StoredDustDay & { readonly fileName: string })[] {
  return db
    .prepare(`SELECT ${DUST}, f.file_name AS fileName FROM counted_dust_day d JOIN monitoring_file f ON f.id = d.file_id
    WHERE d.date BETWEEN ? AND ? ORDER BY d.date, d.place_id, d.id`)
    .all(from, to) as (StoredDustDay & { fileName: string })[];
}

export const selectDustDaysOfFile = (db: ReadHandle, fileId: number): StoredDustDay[] =>
  db.prepare(`SELECT ${DUST} FROM dust_day d WHERE d.file_id = ? ORDER BY d.id`).all(fileId) as StoredDustDay[];

export function supersedeDustDay(db: WriteHandle, id: number, by: number | null): void {
  db.prepare('UPDATE dust_day SET superseded_by = ? WHERE id = ?').run(by, id);
}

/** 预报 of one day as it was published; the fields are those of the domain's Forecast. */
export interface ForecastRow {
  readonly date: string;
  /** Day, or day and time, of publication. */
  readonly published: string;
  readonly leadDays: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly levels: readonly number[];
  readonly primary: readonly Pollutant[] | null;
  readonly stated: { readonly aqi: number; readonly primary: readonly Pollutant[] } | null;
  readonly sheet: string;
  readonly cell: string;
}

export interface StoredForecast extends ForecastRow {
  readonly id: number;
  readonly fileId: number;
  readonly supersededBy: number | null;
}

const FORECAST =
  'p.id, p.file_id AS fileId, p.date, p.published, p.lead_days AS leadDays, p.low, p.high, p.levels, p.primaries, p.stated, p.sheet, p.cell, p.superseded_by AS supersededBy';

type StoredRow = Omit<StoredForecast, 'levels' | 'primary' | 'stated'> & {
  readonly levels: string;
  readonly primaries: string | null;
  readonly stated: string | null;
};

const toForecast = <Row extends StoredRow>({
  levels,
  primaries,
  stated,
  ...row
}: Row): Omit<Row, 'levels' | 'primaries' | 'stated'> & Pick<StoredForecast, 'levels' | 'primary' | 'stated'> => ({
  ...row,
  levels: JSON.parse(levels) as number[],
  primary: primaries === null ? null : (JSON.parse(primaries) as Pollutant[]),
  stated: stated === null ? null : (JSON.parse(stated) as NonNullable<StoredForecast['stated']>),
});

const jsonOrNull = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

export function insertForecast(db: WriteHandle, fileId: number, row: ForecastRow): void {
  db.prepare(
    'INSERT INTO forecast (file_id, date, published, lead_days, low, high, levels, primaries, stated, sheet, cell) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(
    fileId,
    row.date,
    row.published,
    row.leadDays,
    row.low,
    row.high,
    JSON.stringify(row.levels),
    jsonOrNull(row.primary),
    jsonOrNull(row.stated),
    row.sheet,
    row.cell,
  );
}

/** Forecasts that count, by the day they are for, with the file they stand in. */
export const selectForecasts = (
  db: ReadHandle,
  from: string,
  to: string,
): (StoredForecast & { readonly fileName: string; readonly sample: number })[] =>
  (
    db
      .prepare(`SELECT ${FORECAST}, f.file_name AS fileName, f.sample FROM counted_forecast p JOIN monitoring_file f ON f.id = p.file_id
    WHERE p.date BETWEEN ? AND ? ORDER BY p.date, p.published, p.id`)
      .all(from, to) as (StoredRow & { fileName: string; sample: number })[]
  ).map(toForecast);

export const selectForecastsOfFile = (db: ReadHandle, fileId: number): StoredForecast[] =>
  (db.prepare(`SELECT ${FORECAST} FROM forecast p WHERE p.file_id = ? ORDER BY p.id`).all(fileId) as StoredRow[]).map(toForecast);

export function supersedeForecast(db: WriteHandle, id: number, by: number | null): void {
  db.prepare('UPDATE forecast SET superseded_by = ? WHERE id = ?').run(by, id);
}
