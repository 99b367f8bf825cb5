import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { foundation } from '../../main/db/migrations/0010-foundation.ts';
import { schemeRuns } from '../../main/db/migrations/0090-scheme-runs.ts';

test('runs keep their numbers and results, of an algorithm that nobody has noted, and may be of a scheme', () => {
  const database = new BetterSqlite(':memory:');
  database.exec(foundation.sql);
  const insert = (kind: string): unknown =>
    database
      .prepare(
        "INSERT INTO run (kind, period, scheme_version, plan_version, input_hash, result, computed_at) VALUES (?, '2024', 's', 'p', 'h', '{}', 'now')",
      )
      .run(kind);
  insert('assessment');
  insert('ranking');
  expect(() => insert('scheme')).toThrow('CHECK');
  database.exec(schemeRuns.sql);
  insert('scheme');
  expect(() => insert('other')).toThrow('CHECK');
  expect(database.prepare('SELECT id, kind, result, engine, basis FROM run ORDER BY id').all()).toEqual([
    { id: 1, kind: 'assessment', result: '{}', engine: null, basis: null },
    { id: 2, kind: 'ranking', result: '{}', engine: null, basis: null },
    { id: 3, kind: 'scheme', result: '{}', engine: null, basis: null },
  ]);
  expect(database.prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'run'").pluck().all()).toEqual([
    'run_latest',
  ]);
  database.close();
});
