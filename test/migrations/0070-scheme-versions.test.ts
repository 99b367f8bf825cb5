import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../main/db/migrate.ts';
import { APPLICATION_ID, MIGRATIONS } from '../../main/db/migrations/all.ts';

const MOMENT = { at: '2026-12-01T08:00:00+08:00', actor: '某甲' };
const until = (version: number) => MIGRATIONS.filter((migration) => migration.version <= version);

interface Stored {
  readonly id: string;
  readonly kind: 'scoring' | 'ranking';
  readonly version: string;
  readonly storedAt: string;
}

/** A work of version 60 with these schemes in the order they were stored, and then of version 70. */
function migratedWith(schemes: readonly Stored[]): BetterSqlite.Database {
  const database = new BetterSqlite(':memory:');
  database.pragma('foreign_keys = ON');
  database.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(database, until(60), MOMENT);
  const insert = database.prepare('INSERT INTO scheme (id, version, kind, year, content, stored_at) VALUES (?, ?, ?, 2024, ?, ?)');
  for (const { id, version, kind, storedAt } of schemes) insert.run(id, version, kind, `{"of":"${id} ${version}"}`, storedAt);
  migrate(database, until(70), MOMENT);
  return database;
}

const SCHEMES: readonly Stored[] = [
  { id: 'points', kind: 'scoring', version: 'zz', storedAt: '2025-01-01' },
  { id: 'places', kind: 'ranking', version: 'mm', storedAt: '2025-01-01' },
  { id: 'places', kind: 'ranking', version: 'aa', storedAt: '2025-02-01' },
];

test('every scheme becomes a version, numbered within its id in the order they were stored, with its content untouched', () => {
  const database = migratedWith(SCHEMES);
  expect(
    database.prepare('SELECT scheme_id, kind, year, number, version, content, source, reason, actor, stored_at FROM scheme_version').all(),
  ).toEqual([
    { ...carried('points', 'scoring', 'zz', '2025-01-01'), number: 1 },
    { ...carried('places', 'ranking', 'mm', '2025-01-01'), number: 1 },
    { ...carried('places', 'ranking', 'aa', '2025-02-01'), number: 2 },
  ]);
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
  expect(tables).not.toContain('scheme');
});

/** `source` and who stored it are not known of a version from before. */
const carried = (id: string, kind: string, version: string, storedAt: string): object => ({
  scheme_id: id,
  kind,
  year: 2024,
  version,
  content: `{"of":"${id} ${version}"}`,
  source: null,
  reason: '',
  actor: '',
  stored_at: storedAt,
});

test('nobody has approved or retired one of them', () => {
  expect(migratedWith(SCHEMES).prepare('SELECT count(*) FROM scheme_act').pluck().get()).toBe(0);
});

test('versions and acts are only added to; a version and a number stand once', () => {
  const database = migratedWith(SCHEMES);
  const add = (version: string, number: number, kind = 'ranking') =>
    database
      .prepare(
        `INSERT INTO scheme_version (scheme_id, kind, year, number, version, content, source, reason, actor, stored_at)
        VALUES ('places', ?, 2025, ?, ?, '{}', NULL, 'r', 'a', 't')`,
      )
      .run(kind, number, version);
  const act = (name: string) =>
    database
      .prepare("INSERT INTO scheme_act (scheme_id, version, act, reason, actor, at) VALUES ('places', 'aa', ?, 'r', 'a', 't')")
      .run(name);
  add('new', 3, 'rules');
  act('approve');
  expect(() => add('aa', 4)).toThrow(/UNIQUE/);
  expect(() => add('newer', 3)).toThrow(/UNIQUE/);
  expect(() => add('newer', 4, 'other')).toThrow(/CHECK/);
  expect(() => act('burn')).toThrow(/CHECK/);
  for (const table of ['scheme_version', 'scheme_act']) {
    expect(() => database.exec(`UPDATE ${table} SET reason = 'x'`)).toThrow(/only added to/);
    expect(() => database.exec(`DELETE FROM ${table}`)).toThrow(/only added to/);
  }
});
