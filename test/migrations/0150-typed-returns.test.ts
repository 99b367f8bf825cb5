import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../main/db/migrate.ts';
import { APPLICATION_ID, MIGRATIONS } from '../../main/db/migrations/all.ts';

const MOMENT = { at: '2026-12-01T08:00:00+08:00', actor: '某甲' };
const [FORM, SCAN, OTHER] = ['a', 'b', 'c'].map((letter) => letter.repeat(64)) as [string, string, string];
const until = (version: number) => MIGRATIONS.filter((migration) => migration.version <= version);

/** A work of version 140 with a return in it, and then of version 150. */
function migrated(): BetterSqlite.Database {
  const database = new BetterSqlite(':memory:');
  database.pragma('foreign_keys = ON');
  database.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(database, until(140), MOMENT);
  database.exec(`
    INSERT INTO file VALUES ('${FORM}', 1, x'2a'), ('${SCAN}', 1, x'2b');
    INSERT INTO import_batch (id, year, imported_at, sample) VALUES (1, 2024, '2025-01-10', 0);
    INSERT INTO return_file (id, batch_id, sha256, file_name, unit_id, year, version, layout_id, reported_on, sample, reading, superseded_by)
      VALUES (1, 1, '${FORM}', 'a.xlsx', 'u', 2024, 1, 'L', NULL, 0, 1, NULL);`);
  migrate(database, until(150), MOMENT);
  return database;
}

const row = (id: number, way: string, scan: string, name: string): string =>
  `INSERT INTO typed_return VALUES (${id}, '${way}', '2025-01-10', '张三', ${scan}, ${name})`;

test('a work comes out with its returns, none of which the office typed in', () => {
  const database = migrated();
  expect(database.pragma('user_version', { simple: true })).toBe(150);
  expect(database.prepare('SELECT count(*) FROM return_file').pluck().get()).toBe(1);
  expect(database.prepare('SELECT count(*) FROM typed_return').pluck().get()).toBe(0);
});

test('a version is typed in once, by a way that is known, with a scan that is there and has a name; it is only added to', () => {
  const database = migrated();
  expect(() => database.exec(row(1, 'pigeon', 'NULL', 'NULL'))).toThrow(/CHECK/);
  expect(() => database.exec(row(1, 'paper', `'${SCAN}'`, 'NULL'))).toThrow(/CHECK/);
  expect(() => database.exec(row(1, 'paper', `'${OTHER}'`, "'a.pdf'"))).toThrow(/FOREIGN KEY/);
  expect(() => database.exec(row(2, 'phone', 'NULL', 'NULL'))).toThrow(/FOREIGN KEY/);
  database.exec(row(1, 'paper', `'${SCAN}'`, "'a.pdf'"));
  expect(() => database.exec(row(1, 'phone', 'NULL', 'NULL'))).toThrow(/UNIQUE/);
  expect(() => database.exec("UPDATE typed_return SET way = 'phone'")).toThrow(/only added to/);
  expect(() => database.exec('DELETE FROM typed_return')).toThrow(/only added to/);
});
