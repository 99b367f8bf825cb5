import type { DecimalText } from '../../../shared/domain/numbers/decimal.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';

export const AIR_FIELDS = ['pm25', 'pm10', 'so2', 'no2', 'co', 'o3'] as const;
export type AirField = (typeof AIR_FIELDS)[number];

/** Daily means of one town (空气监测): µg/m³, CO mg/m³; null where nothing valid was reported. `cells` names the cell of each value. */
export interface AirDay {
  readonly date: string;
  readonly values: Readonly<Record<AirField, DecimalText | null>>;
  readonly sheet: string;
  readonly cells: Readonly<Partial<Record<AirField, string>>>;
}

export interface AirRecord extends AirDay {
  readonly returnId: number;
  readonly unitId: string;
}

interface AirRow extends Record<AirField, DecimalText | null> {
  readonly returnId: number;
  readonly unitId: string;
  readonly date: string;
  readonly sheet: string;
  readonly cells: string;
}

export function insertAirDay(db: WriteHandle, returnId: number, day: AirDay): void {
  db.prepare(
    'INSERT INTO air_daily (return_id, date, pm25, pm10, so2, no2, co, o3, sheet, cells) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(returnId, day.date, ...AIR_FIELDS.map((field) => day.values[field]), day.sheet, JSON.stringify(day.cells));
}

/** Days of the current returns from `from` to `to` (ISO, both included), by unit and date. */
export function selectAirDays(db: ReadHandle, year: number, from: string, to: string): AirRecord[] {
  const rows = db
    .prepare(`
    SELECT d.return_id AS returnId, d.unit_id AS unitId, d.date, d.pm25, d.pm10, d.so2, d.no2, d.co, d.o3, d.sheet, d.cells
    FROM counted_air_day d WHERE d.year = ? AND d.date BETWEEN ? AND ? ORDER BY d.unit_id, d.date`)
    .all(year, from, to) as AirRow[];
  return rows.map(toAirRecord);
}

export interface AirValues {
  readonly date: string;
  readonly values: AirDay['values'];
}

/** Days of the year in the current return of a unit, by date, and nothing of where each value stands: what is reckoned with. */
export function selectAirValues(db: ReadHandle, year: number, unitId: string): AirValues[] {
  const rows = db
    .prepare(`
    SELECT d.date, d.pm25, d.pm10, d.so2, d.no2, d.co, d.o3
    FROM counted_air_day d WHERE d.year = ? AND d.unit_id = ? AND d.date BETWEEN ? AND ? ORDER BY d.date`)
    .raw()
    .all(year, unitId, `${year}-01-01`, `${year}-12-31`) as (readonly [string, Text, Text, Text, Text, Text, Text])[];
  return rows.map(([date, pm25, pm10, so2, no2, co, o3]) => ({ date, values: { pm25, pm10, so2, no2, co, o3 } }));
}

type Text = DecimalText | null;

/** The last day from `from` to `to` in the current returns of each unit. */
export function selectLastAirDays(db: ReadHandle, from: string, to: string): Map<string, string> {
  const rows = db
    .prepare(
      'SELECT unit_id AS unitId, max(date) AS date FROM counted_air_day WHERE year BETWEEN ? AND ? AND date BETWEEN ? AND ? GROUP BY unit_id',
    )
    .all(Number(from.slice(0, 4)), Number(to.slice(0, 4)), from, to) as { unitId: string; date: string }[];
  return new Map(rows.map((row) => [row.unitId, row.date]));
}

/** Days with values in the current returns, by unit. */
export function countAirDays(db: ReadHandle, year: number): Map<string, number> {
  const rows = db.prepare('SELECT unit_id AS unitId, count(*) AS days FROM counted_air_day WHERE year = ? GROUP BY unit_id').all(year) as {
    unitId: string;
    days: number;
  }[];
  return new Map(rows.map((row) => [row.unitId, row.days]));
}

/** Years whose current returns have daily values. */
export function selectAirYears(db: ReadHandle): number[] {
  const rows = db
    .prepare(
      'SELECT DISTINCT r.year FROM counted_return r WHERE EXISTS (SELECT 1 FROM air_daily d WHERE d.return_id = r.id) ORDER BY r.year',
    )
    .all();
  return (rows as { year: number }[]).map((row) => row.year);
}

/** A day of a unit's current return; null where it has none. */
export function selectAirDay(
  db: ReadHandle,
  year: number,
  unitId: string,
  date: string,
): (AirRecord & { readonly fileName: string; readonly sha256: string; readonly importedAt: string }) | null {
  const row = db
    .prepare(`
    SELECT d.return_id AS returnId, d.unit_id AS unitId, d.date, d.pm25, d.pm10, d.so2, d.no2, d.co, d.o3, d.sheet, d.cells, d.file_name AS fileName, d.sha256,
      b.imported_at AS importedAt
    FROM counted_air_day d JOIN import_batch b ON b.id = d.batch_id WHERE d.year = ? AND d.unit_id = ? AND d.date = ?`)
    .get(year, unitId, date) as (AirRow & { fileName: string; sha256: string; importedAt: string }) | undefined;
  return row === undefined ? null : { ...toAirRecord(row), fileName: row.fileName, sha256: row.sha256, importedAt: row.importedAt };
}

export function selectAirDaysOfReturn(db: ReadHandle, returnId: number): AirRecord[] {
  const rows = db
    .prepare(`
    SELECT d.return_id AS returnId, r.unit_id AS unitId, d.date, d.pm25, d.pm10, d.so2, d.no2, d.co, d.o3, d.sheet, d.cells
    FROM air_daily d JOIN return_file r ON r.id = d.return_id WHERE d.return_id = ? ORDER BY d.date`)
    .all(returnId) as AirRow[];
  return rows.map(toAirRecord);
}

/** Only what the days of a return say, for holding two returns against each other. */
export function selectAirValuesOfReturn(db: ReadHandle, returnId: number): (AirDay['values'] & Pick<AirDay, 'date'>)[] {
  return db.prepare('SELECT date, pm25, pm10, so2, no2, co, o3 FROM air_daily WHERE return_id = ?').all(returnId) as (AirDay['values'] &
    Pick<AirDay, 'date'>)[];
}

const toAirRecord = (row: AirRow): AirRecord => ({
  returnId: row.returnId,
  unitId: row.unitId,
  date: row.date,
  values: { pm25: row.pm25, pm10: row.pm10, so2: row.so2, no2: row.no2, co: row.co, o3: row.o3 },
  sheet: row.sheet,
  cells: JSON.parse(row.cells) as AirRecord['cells'],
});
