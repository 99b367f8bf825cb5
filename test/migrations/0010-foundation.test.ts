import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../main/db/migrate.ts';
import { foundation } from '../../main/db/migrations/0010-foundation.ts';
import { MIGRATIONS } from '../../main/db/migrations/all.ts';

function migrated(): BetterSqlite.Database {
  const database = new BetterSqlite(':memory:');
  database.pragma('foreign_keys = ON');
  migrate(database, [foundation]);
  return database;
}

test('versions go up in tens and each stands once', () => {
  const versions = MIGRATIONS.map((migration) => migration.version);
  expect(versions).toEqual([...new Set(versions)].toSorted((one, other) => one - other));
  expect(versions.filter((version) => version % 10 !== 0)).toEqual([]);
});

test('version 10 has exactly these tables, all strict', () => {
  const tables = migrated().pragma('table_list') as { schema: string; name: string; strict: number; type: string }[];
  const own = tables.filter((table) => !table.name.startsWith('sqlite_'));
  expect(own.map((table) => table.name).toSorted()).toMatchInlineSnapshot(`
    [
      "air_daily",
      "conflict_decision",
      "event",
      "file",
      "finding",
      "import_batch",
      "plan",
      "return_answer",
      "return_file",
      "run",
      "scheme",
    ]
  `);
  expect(own.filter((table) => table.strict !== 1)).toEqual([]);
});

test('a unit has at most one current return a year, and a return needs its bytes', () => {
  const database = migrated();
  database.exec(`INSERT INTO file VALUES ('${'a'.repeat(64)}', 1, x'00'); INSERT INTO import_batch VALUES (1, 2024, '2025-01-01', 0);`);
  const insert = (version: number, sha: string, superseded: number | null): void =>
    void database
      .prepare(
        "INSERT INTO return_file (batch_id, sha256, file_name, unit_id, year, version, layout_id, sample, superseded_by) VALUES (1, ?, 'f', 'u', 2024, ?, 'l', 0, ?)",
      )
      .run(sha, version, superseded);
  insert(1, 'a'.repeat(64), null);
  expect(() => insert(2, 'a'.repeat(64), null)).toThrow(/UNIQUE/);
  expect(() => insert(3, 'b'.repeat(64), 1)).toThrow(/FOREIGN KEY/);
});
