import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../main/db/migrate.ts';
import { foundation } from '../../main/db/migrations/0010-foundation.ts';
import { monitoring } from '../../main/db/migrations/0020-monitoring.ts';
import { APPLICATION_ID } from '../../main/db/migrations/all.ts';
import { openDatabase } from '../../main/db/open.ts';
import { temporaryFolder } from '../support/folder.ts';

const folder = temporaryFolder();
const SHA = 'a'.repeat(64);

const tablesOf = (database: BetterSqlite.Database): string[] =>
  (
    database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").all() as {
      name: string;
    }[]
  ).map((row) => row.name);

/** A work as version 10 left it, with a return, its answers and its air. */
function version10(path: string): void {
  const database = new BetterSqlite(path);
  database.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(database, [foundation]);
  database.exec(`
    INSERT INTO file VALUES ('${SHA}', 1, x'2a');
    INSERT INTO import_batch VALUES (1, 2024, '2025-01-01', 0);
    INSERT INTO return_file VALUES (1, 1, '${SHA}', 'f.xlsx', 'town-500117114', 2024, 1, 'l', '2025-01-02', 0, NULL);
    INSERT INTO return_answer VALUES (1, 'A1-01', 'value', 'quantity', '31.4', '31.4', '指标', 'H5');
    INSERT INTO air_daily VALUES (1, '2024-07-01', '30', '50', NULL, NULL, NULL, '120', '空气', '{"pm25":"C5"}');
    INSERT INTO run VALUES (1, 'ranking', '2024-07', 's', 'p', 'h', '{}', '2025-02-01');
    INSERT INTO event VALUES (1, '2025-01-01', 'returns.import', '{}');`);
  database.close();
}

test('a work of version 10 keeps every row, gets the new tables, and a copy is made before', () => {
  const path = join(folder, 'old.sqlite');
  version10(path);
  const before = new BetterSqlite(path, { readonly: true });
  const old = tablesOf(before);
  const rows = old.map((table) => before.prepare(`SELECT * FROM ${table}`).all());
  before.close();
  const work = openDatabase(path, { migrations: [foundation, monitoring] });
  expect(work.backup).toBe(`${path}.v10.bak`);
  expect(work.integrityProblems()).toEqual([]);
  work.close();
  const after = new BetterSqlite(path, { readonly: true });
  expect(old.map((table) => after.prepare(`SELECT * FROM ${table}`).all())).toEqual(rows);
  expect(tablesOf(after).filter((table) => !old.includes(table))).toEqual([
    'dust_day',
    'forecast',
    'monitoring_file',
    'monitoring_finding',
    'station',
    'station_day',
  ]);
  after.close();
  const copy = new BetterSqlite(`${path}.v10.bak`, { readonly: true });
  expect([copy.pragma('user_version', { simple: true }), tablesOf(copy)]).toEqual([10, old]);
  copy.close();
});

function migrated(): BetterSqlite.Database {
  const database = new BetterSqlite(':memory:');
  database.pragma('foreign_keys = ON');
  migrate(database, [foundation, monitoring]);
  return database;
}

test('every new table is strict', () => {
  const tables = migrated().pragma('table_list') as { name: string; strict: number }[];
  expect(tables.filter((table) => !table.name.startsWith('sqlite_') && table.strict !== 1)).toEqual([]);
});

test('hours are 6 × 24 whole numbers of 32 bits, a file needs its bytes, and a row its file', () => {
  const database = migrated();
  database.exec(`INSERT INTO file VALUES ('${SHA}', 1, x'00'); INSERT INTO station VALUES (1, 'town-500117114', '');`);
  const file = (sha: string): void =>
    void database.prepare("INSERT INTO monitoring_file VALUES (NULL, 'monitoring', ?, 'f', 'csv', NULL, '{}', '2025-01-01', 0)").run(sha);
  const day = (fileId: number, bytes: number): void =>
    void database
      .prepare(
        "INSERT INTO station_day (station_id, date, file_id, covers, hours, sheet, cells) VALUES (1, '2024-07-01', ?, 'pm25', zeroblob(?), 's', '{}')",
      )
      .run(fileId, bytes);
  file(SHA);
  expect(() => file('b'.repeat(64))).toThrow(/FOREIGN KEY/);
  expect(() => day(1, 575)).toThrow(/CHECK/);
  expect(() => day(2, 576)).toThrow(/FOREIGN KEY/);
  day(1, 576);
  expect(() => day(1, 576)).toThrow(/UNIQUE/);
});
