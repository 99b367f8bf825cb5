import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../main/db/migrate.ts';
import { APPLICATION_ID, MIGRATIONS } from '../../main/db/migrations/all.ts';

const MOMENT = { at: '2026-12-01T08:00:00+08:00', actor: '某甲' };
const until = (version: number) => MIGRATIONS.filter((migration) => migration.version <= version);

/** A work of version 150 with a station in it, and then of version 160. */
function migrated(): BetterSqlite.Database {
  const database = new BetterSqlite(':memory:');
  database.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(database, until(150), MOMENT);
  database.exec(`INSERT INTO station (place_id, name) VALUES ('a', '甲站')`);
  migrate(database, until(160), MOMENT);
  return database;
}

const row = (id: number, act: string, station: string, from: string | null): string =>
  `INSERT INTO station_statement VALUES (${id}, '${act}', '${station}', ${from === null ? 'NULL' : `'${from}'`}, '{}', NULL, 'x', '张三', '2026')`;

test('a work comes out with its stations, of which nothing has been said', () => {
  const database = migrated();
  expect(database.pragma('user_version', { simple: true })).toBe(160);
  expect(database.prepare('SELECT name FROM station').pluck().all()).toEqual(['甲站']);
  expect(database.prepare('SELECT count(*) FROM station_statement').pluck().get()).toBe(0);
});

test('an entry says what holds from a day on, or whose a name is; it is only added to', () => {
  const database = migrated();
  expect(() => database.exec(row(1, 'set', 'a|甲站', null))).toThrow(/CHECK/);
  expect(() => database.exec(row(1, 'set', '', '2026-01-01'))).toThrow(/CHECK/);
  expect(() => database.exec(row(1, 'name', 'a|甲站', '2026-01-01'))).toThrow(/CHECK/);
  expect(() => database.exec(row(1, 'move', 'a|甲站', '2026-01-01'))).toThrow(/CHECK/);
  database.exec(`${row(1, 'set', 'a|甲站', '2026-01-01')}; ${row(2, 'name', '', null)}`);
  expect(() => database.exec("UPDATE station_statement SET reason = 'y'")).toThrow(/only added to/);
  expect(() => database.exec('DELETE FROM station_statement')).toThrow(/only added to/);
});
