import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../main/db/migrate.ts';
import { APPLICATION_ID, MIGRATIONS } from '../../main/db/migrations/all.ts';

const MOMENT = { at: '2026-12-01T08:00:00+08:00', actor: '某甲' };
const [CAME, OPENED, OTHER] = ['a', 'b', 'c'].map((letter) => letter.repeat(64)) as [string, string, string];
const until = (version: number) => MIGRATIONS.filter((migration) => migration.version <= version);

/** A work of version 130 with an original in it, and then of version 140. */
function migrated(): BetterSqlite.Database {
  const database = new BetterSqlite(':memory:');
  database.pragma('foreign_keys = ON');
  database.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(database, until(130), MOMENT);
  database.exec(`INSERT INTO file VALUES ('${CAME}', 1, x'2a')`);
  migrate(database, until(140), MOMENT);
  return database;
}

test('a work comes out with its originals, none of which came with a password', () => {
  const database = migrated();
  expect(database.pragma('user_version', { simple: true })).toBe(140);
  expect(database.prepare('SELECT sha256, size FROM file').all()).toEqual([{ sha256: CAME, size: 1 }]);
  expect(database.prepare('SELECT count(*) FROM opened_file').pluck().get()).toBe(0);
});

test('a file is read as one other file that is there, and that is only added to', () => {
  const database = migrated();
  const insert = (sha256: string, opened: string) => database.exec(`INSERT INTO opened_file VALUES ('${sha256}', '${opened}')`);
  database.exec(`INSERT INTO file VALUES ('${OPENED}', 1, x'2b')`);
  expect(() => insert(CAME, OTHER)).toThrow(/FOREIGN KEY/);
  expect(() => insert(CAME, CAME)).toThrow(/CHECK/);
  insert(CAME, OPENED);
  expect(() => insert(CAME, OPENED)).toThrow(/UNIQUE/);
  expect(() => database.exec(`UPDATE opened_file SET opened_sha256 = '${CAME}'`)).toThrow(/only added to/);
  expect(() => database.exec('DELETE FROM opened_file')).toThrow(/only added to/);
});
