import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../main/db/migrate.ts';
import { APPLICATION_ID, MIGRATIONS } from '../../main/db/migrations/all.ts';

const MOMENT = { at: '2026-12-01T08:00:00+08:00', actor: '某甲' };
const SHA = 'a'.repeat(64);
const until = (version: number) => MIGRATIONS.filter((migration) => migration.version <= version);

/** A work of version 50 with a return in it, and then of version 60. */
function migrated(): BetterSqlite.Database {
  const database = new BetterSqlite(':memory:');
  database.pragma('foreign_keys = ON');
  database.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(database, until(50), MOMENT);
  database.exec(`
    INSERT INTO file VALUES ('${SHA}', 1, x'2a');
    INSERT INTO import_batch VALUES (1, 2024, '2025-01-01', 0);
    INSERT INTO return_file (id, batch_id, sha256, file_name, unit_id, year, version, layout_id, reported_on, sample, reading)
      VALUES (1, 1, '${SHA}', 'a.xlsx', 'first', 2024, 1, 'l', '2025-01-02', 0, 1);
    INSERT INTO return_answer VALUES (1, 'row', 'value', 'quantity', '5', '5', '指标', 'H4');`);
  migrate(database, until(60), MOMENT);
  return database;
}

const INSERT =
  "INSERT INTO form_issue (year, unit_id, version, file_name, actor, made_at) VALUES (2025, 'first', 'v', 'f.xlsx', '某甲', 'now')";

test('a work comes out with everything that came in, and with no form that nobody is known to have made', () => {
  const database = migrated();
  expect(database.pragma('user_version', { simple: true })).toBe(60);
  expect(database.prepare('SELECT count(*) FROM form_issue').pluck().get()).toBe(0);
  expect(database.prepare('SELECT unit_id, file_name, reported_on FROM return_file').all()).toEqual([
    { unit_id: 'first', file_name: 'a.xlsx', reported_on: '2025-01-02' },
  ]);
  expect(database.prepare('SELECT row_id, value FROM return_answer').all()).toEqual([{ row_id: 'row', value: '5' }]);
});

test('forms are kept in the order they were made, and only added to', () => {
  const database = migrated();
  database.exec(INSERT);
  database.exec(INSERT);
  expect(() => database.exec("UPDATE form_issue SET version = 'x'")).toThrow(/only added to/);
  expect(() => database.exec('DELETE FROM form_issue')).toThrow(/only added to/);
  expect(() =>
    database.exec("INSERT INTO form_issue (year, unit_id, version, file_name, actor, made_at) VALUES ('soon', 'a', 'v', 'f', 'b', 'c')"),
  ).toThrow(/INTEGER/);
  expect(database.prepare('SELECT id, year, unit_id FROM form_issue ORDER BY id').all()).toEqual([
    { id: 1, year: 2025, unit_id: 'first' },
    { id: 2, year: 2025, unit_id: 'first' },
  ]);
});
