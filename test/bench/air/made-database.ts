import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import BetterSqlite from 'better-sqlite3';
import { ensureStation, insertMonitoringFile } from '../../../main/db/queries/monitoring.ts';
import { insertStationDay, type StationDay } from '../../../main/db/queries/station-days.ts';
import { isValidHour } from '../../../shared/domain/air/hours/hours-of-day.ts';
import { POLLUTANTS } from '../../../shared/domain/air/standards/pollutants.ts';
import { DATES, madeHours, type MadeStation, madeStations } from './made-hours.ts';
import { createPlannedWork, townId } from './made-plan.ts';

export interface MadeDatabases {
  /** The work database as the application keeps it: one row for a station's day. */
  readonly work: string;
  /** The same hours one row each, µg/m³ and mg/m³ as REAL: what plain SQL and the naive loop read. */
  readonly rows: string;
  /** The same rows as text for a column store; null where it is not asked for. */
  readonly csv: string | null;
  readonly stations: number;
  readonly hourRows: number;
}

/** Whose writing the events of the measured works name. */
export const BENCH = { kind: 'monitoring.import', actor: 'bench', now: () => '2025-01-02T08:00:00+08:00', input: {} } as const;

/** Both databases with the same hours. Filling them stands for the import and is not measured. */
export function makeDatabases(folder: string, towns: number, withCsv = false): MadeDatabases {
  const [work, rows] = [`${folder}/work-${towns}.zhiqi`, `${folder}/rows-${towns}.sqlite`];
  fillWork(work, towns);
  const hourRows = fillRows(rows, towns);
  const csv = withCsv ? `${folder}/rows-${towns}.csv` : null;
  if (csv !== null) writeCsv(csv, towns);
  return { work, rows, csv, stations: madeStations(towns).length, hourRows };
}

function fillWork(path: string, towns: number): void {
  const work = createPlannedWork(path, towns);
  const db = work.writing(BENCH);
  const sha256 = createHash('sha256').update('bench').digest('hex');
  db.transaction(() => {
    db.prepare('INSERT INTO file (sha256, size, bytes) VALUES (?, 0, ?)').run(sha256, Buffer.alloc(0));
    const file = {
      kind: 'monitoring',
      sha256,
      fileName: '小时值.csv',
      format: 'csv',
      encoding: null,
      importedAt: '2025-01-02T08:00:00+08:00',
      sample: true,
    } as const;
    const fileId = insertMonitoringFile(db, { ...file, options: { hourStamp: 'auto', year: null } });
    for (const station of madeStations(towns)) {
      const stationId = ensureStation(db, townId(station.town), `站点${station.id}`);
      for (let day = station.firstDay; day < DATES.length; day += 1) insertStationDay(db, stationId, fileId, stationDay(station, day));
    }
  });
  work.close();
}

/** A station's day as the import stores it: hours and no daily values. */
export const stationDay = (station: MadeStation, day: number, hours: Int32Array = madeHours(station, day)): StationDay => ({
  date: DATES[day] ?? '',
  covers: station.pollutants,
  partly: [],
  values: NO_VALUES,
  invalid: [],
  hours: new Uint8Array(hours.buffer),
  cells: { daily: {}, hourly: {} },
});

const NO_VALUES = { so2: null, no2: null, co: null, o3: null, pm10: null, pm25: null, o3OneHour: null };

function fillRows(path: string, towns: number): number {
  const database = new BetterSqlite(path);
  database.pragma('journal_mode = WAL');
  database.exec(`
    CREATE TABLE station (id INTEGER PRIMARY KEY, town INTEGER NOT NULL) STRICT;
    CREATE TABLE hour (station INTEGER NOT NULL, date TEXT NOT NULL, hour INTEGER NOT NULL, so2 REAL, no2 REAL, co REAL, o3 REAL, pm10 REAL, pm25 REAL,
      PRIMARY KEY (station, date, hour)) STRICT, WITHOUT ROWID;`);
  const addStation = database.prepare('INSERT INTO station VALUES (?, ?)');
  const addHour = database.prepare('INSERT INTO hour VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  let count = 0;
  database.transaction(() => {
    for (const station of madeStations(towns)) {
      addStation.run(station.id, station.town);
      for (let day = station.firstDay; day < DATES.length; day += 1) {
        const hours = madeHours(station, day);
        for (let hour = 1; hour <= 24; hour += 1) {
          addHour.run(station.id, DATES[day], hour, ...POLLUTANTS.map((_, index) => asReal(hours[index * 24 + hour - 1])));
          count += 1;
        }
      }
    }
  })();
  database.close();
  return count;
}

function writeCsv(path: string, towns: number): void {
  const file = openSync(path, 'w');
  for (const station of madeStations(towns)) {
    const lines: string[] = [];
    for (let day = station.firstDay; day < DATES.length; day += 1) {
      const hours = madeHours(station, day);
      for (let hour = 1; hour <= 24; hour += 1) {
        const values = POLLUTANTS.map((_, index) => asReal(hours[index * 24 + hour - 1]) ?? '');
        lines.push(`${station.id},${station.town},${DATES[day] ?? ''},${hour},${values.join()}\n`);
      }
    }
    writeSync(file, lines.join(''));
  }
  closeSync(file);
}

const asReal = (thousandths: number | undefined): number | null =>
  thousandths !== undefined && isValidHour(thousandths) ? thousandths / 1000 : null;
