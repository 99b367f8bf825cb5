import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../main/db/migrate.ts';
import { APPLICATION_ID, MIGRATIONS } from '../../main/db/migrations/all.ts';

const MOMENT = { at: '2026-12-01T08:00:00+08:00', actor: '某甲' };

test('a work of before has no outlines; what is said of them is only added to, and a file that is drawn is there', () => {
  const database = new BetterSqlite(':memory:');
  database.pragma(`application_id = ${APPLICATION_ID}`);
  database.pragma('foreign_keys = ON');
  migrate(
    database,
    MIGRATIONS.filter(({ version }) => version <= 270),
    MOMENT,
  );
  expect(database.pragma('user_version', { simple: true })).toBe(270);
  expect(database.prepare('SELECT count(*) FROM outline_file').pluck().get()).toBe(0);
  const row = (sha256: string, sketch: number): string =>
    `INSERT INTO outline_file (file_name, sha256, source, sketch, reason, actor, at) VALUES ('a', ${sha256}, 's', ${sketch}, 'r', '张三', '2026')`;
  expect(() => database.exec(row("'x'", 0))).toThrow(/FOREIGN KEY/);
  expect(() => database.exec(row('NULL', 2))).toThrow(/CHECK/);
  database.exec(row('NULL', 1));
  expect(() => database.exec("UPDATE outline_file SET source = 'y'")).toThrow(/only added to/);
  expect(() => database.exec('DELETE FROM outline_file')).toThrow(/only added to/);
});
