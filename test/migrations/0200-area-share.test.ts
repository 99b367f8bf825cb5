import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../main/db/migrate.ts';
import { APPLICATION_ID, MIGRATIONS } from '../../main/db/migrations/all.ts';

const MOMENT = { at: '2026-12-01T08:00:00+08:00', actor: '某甲' };
const until = (version: number) => MIGRATIONS.filter((migration) => migration.version <= version);

/** A work of version 170, with a plan where it is no new one, and then of version 200. */
function migrated(planned: boolean): BetterSqlite.Database {
  const database = new BetterSqlite(':memory:');
  database.pragma('foreign_keys = ON');
  database.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(database, until(170), MOMENT);
  if (planned)
    database.exec(`
      INSERT INTO plan_document (kind, number, title, issued_on, effective_on, version, content, reason, actor, stored_at)
        VALUES ('plan', '1', '方案', '2024-01-01', '2024-01-01', 'v', '{}', '', '', '2024-01-01');
      INSERT INTO event (id, at, kind, detail, actor, prev_hash, hash) VALUES (1, '2024-01-01', 'work.create', '{}', '某甲', '0', 'h');`);
  migrate(database, until(200), MOMENT);
  return database;
}

test('a work that is there goes on with one station being enough, by entries that the log tells of', () => {
  const database = migrated(true);
  const entries = database.prepare("SELECT key, value, from_date, reason FROM setting WHERE key LIKE 'air.area%'").raw().all();
  expect(entries).toEqual([
    ['air.area-share', '"0"', '2000-01-01', '升级前的做法'],
    ['air.area-few-share', '"0"', '2000-01-01', '升级前的做法'],
  ]);
  const told = database.prepare('SELECT kind, subject, "after", prev_hash FROM event WHERE id > 1 ORDER BY id').raw().all() as string[][];
  expect(told.slice(-2).map((event) => event.slice(0, 3))).toEqual([
    ['settings.set', 'air.area-share', '"0"'],
    ['settings.set', 'air.area-few-share', '"0"'],
  ]);
});

test('a new work begins without an entry', () => {
  const made = migrated(false);
  expect(made.prepare('SELECT count(*) FROM setting').pluck().get()).toBe(0);
});
