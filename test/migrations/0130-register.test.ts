import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../main/db/migrate.ts';
import { APPLICATION_ID, MIGRATIONS } from '../../main/db/migrations/all.ts';

const MOMENT = { at: '2026-12-01T08:00:00+08:00', actor: '某甲' };
const SHA = 'a'.repeat(64);

/** A work from before the register: three versions of one unit, the last of which counts, and a file of monitoring data. */
function migrated(): BetterSqlite.Database {
  const database = new BetterSqlite(':memory:');
  database.pragma('foreign_keys = ON');
  database.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(
    database,
    MIGRATIONS.filter(({ version }) => version < 30),
    MOMENT,
  );
  database.exec(`
    INSERT INTO file VALUES ('${SHA}', 1, x'2a');
    INSERT INTO import_batch VALUES (1, 2024, '2025-01-01', 0);
    INSERT INTO return_file (id, batch_id, sha256, file_name, unit_id, year, version, layout_id, reported_on, sample, superseded_by) VALUES
      (1, 1, '${SHA}', 'a.xlsx', 'first', 2024, 1, 'l', NULL, 0, 2), (2, 1, '${SHA}', 'b.xlsx', 'first', 2024, 2, 'l', NULL, 0, 3),
      (3, 1, '${SHA}', 'c.xlsx', 'first', 2024, 3, 'l', NULL, 0, NULL);
    INSERT INTO monitoring_file VALUES (1, 'dust', '${SHA}', 'd.csv', 'csv', NULL, '{}', '2024-12-01', 0);
    INSERT INTO return_answer VALUES (3, 'row', 'value', 'quantity', '5', '5', '指标', 'H4'),
      (3, 'held', 'value', 'held', '{"value":{"kind":"quantity","value":"9"},"code":"NUMBER_VAGUE"}', '达9', '指标', 'H5');`);
  migrate(database, MIGRATIONS, MOMENT);
  return database;
}

test('files of all kinds are numbered as they came; what counts is adopted by one event, and goes on counting', () => {
  const database = migrated();
  expect(database.prepare('SELECT number, kind, file_name FROM received ORDER BY number').raw().all()).toEqual([
    [1, 'dust', 'd.csv'],
    [2, 'return', 'a.xlsx'],
    [3, 'return', 'b.xlsx'],
    [4, 'return', 'c.xlsx'],
  ]);
  expect(database.prepare('SELECT file_name FROM counted_return').pluck().all()).toEqual(['c.xlsx']);
  expect(database.prepare('SELECT superseded_by FROM return_file ORDER BY id').pluck().all()).toEqual([3, 3, null]);
  expect(database.prepare("SELECT detail ->> 'adopted' FROM event WHERE kind = 'register.adopt'").pluck().all()).toEqual(['[2,3,4]']);
});

test('a held value counts once its own finding is confirmed, a corrected one in place of what was written', () => {
  const database = migrated();
  const counted = (): unknown[][] =>
    database.prepare('SELECT row_id, kind, value FROM counted_answer ORDER BY row_id').raw().all() as unknown[][];
  const answer = (finding: string, code: string, state: string, row: string, value: string | null) =>
    database
      .prepare(`INSERT INTO finding_answer (number, finding, code, state, row_id, field, kind, value, typed, reason, actor, at)
      VALUES (4, ?, ?, ?, ?, 'value', ?, ?, ?, 'r', 'a', 't')`)
      .run(finding, code, state, row, value === null ? null : 'quantity', value, value);
  expect(counted()[0]).toEqual(['held', 'held', expect.stringContaining('NUMBER_VAGUE')]);
  answer('other', 'DATE_MISSING', 'confirmed', 'held', null);
  expect(counted()[0]?.[1]).toBe('held');
  answer('own', 'NUMBER_VAGUE', 'confirmed', 'held', null);
  answer('x', 'NUMBER_NEGATIVE', 'corrected', 'row', '7');
  answer('y', 'VALUE_MISSING', 'corrected', 'blank', '3');
  expect(counted()).toEqual([
    ['blank', 'quantity', '3'],
    ['held', 'quantity', '9'],
    ['row', 'quantity', '7'],
  ]);
  answer('own', 'NUMBER_VAGUE', 'returned', 'held', null);
  answer('x', 'NUMBER_NEGATIVE', 'returned', 'row', null);
  expect(counted().slice(1)).toEqual([
    ['held', 'held', expect.any(String)],
    ['row', 'quantity', '5'],
  ]);
  expect(() => database.exec('DELETE FROM finding_answer')).toThrow(/only added to/);
  expect(() => database.exec("UPDATE version_decision SET act = 'withdraw'")).toThrow(/only added to/);
});
