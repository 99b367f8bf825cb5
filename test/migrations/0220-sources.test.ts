import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../main/db/migrate.ts';
import { APPLICATION_ID, MIGRATIONS } from '../../main/db/migrations/all.ts';

const MOMENT = { at: '2026-12-01T08:00:00+08:00', actor: '某甲' };
const SHA = 'a'.repeat(64);
const until = (version: number) => MIGRATIONS.filter((migration) => migration.version <= version);

/** A work of version 210 with a file of monitoring data in it, and then of version 220. */
function migrated(): BetterSqlite.Database {
  const database = new BetterSqlite(':memory:');
  database.pragma('foreign_keys = ON');
  database.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(database, until(210), MOMENT);
  database.exec(`INSERT INTO file VALUES ('${SHA}', 1, x'2a');
    INSERT INTO monitoring_file (id, kind, sha256, file_name, format, options, imported_at, sample)
      VALUES (1, 'monitoring', '${SHA}', 'a.csv', 'csv', '{}', '2026-11-01', 0)`);
  migrate(database, until(220), MOMENT);
  return database;
}

test('files of before say nothing of their sources, and no source has a rule', () => {
  const database = migrated();
  expect(database.pragma('user_version', { simple: true })).toBe(220);
  expect(database.prepare('SELECT file_name, sources FROM monitoring_file').all()).toEqual([{ file_name: 'a.csv', sources: null }]);
  expect(database.prepare('SELECT count(*) FROM source_rule').pluck().get()).toBe(0);
  expect(database.prepare('SELECT count(*) FROM counted_published_day').pluck().get()).toBe(0);
});

test('rules of sources are only added to', () => {
  const database = migrated();
  database.exec("INSERT INTO source_rule VALUES (1, 's', 'k', 'v', '2024-01-01', NULL, 'r', 'a', 't')");
  expect(() => database.exec("UPDATE source_rule SET value = 'w'")).toThrow(/only added to/);
  expect(() => database.exec('DELETE FROM source_rule')).toThrow(/only added to/);
});

test('what is replaced no longer counts', () => {
  const database = migrated();
  database.exec("INSERT INTO published_day VALUES (1, 1, 'x', '', '2024-01-01', 60, 2, NULL, 's', 'A1', NULL)");
  expect(database.prepare('SELECT count(*) FROM counted_published_day').pluck().get()).toBe(1);
  database.exec('UPDATE published_day SET superseded_by = 1');
  expect(database.prepare('SELECT count(*) FROM counted_published_day').pluck().get()).toBe(0);
});
