import { createHash } from 'node:crypto';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { chainProblem } from '../../main/db/event-chain.ts';
import { migrate } from '../../main/db/migrate.ts';
import { foundation } from '../../main/db/migrations/0010-foundation.ts';
import { monitoring } from '../../main/db/migrations/0020-monitoring.ts';
import { audit, digestOf } from '../../main/db/migrations/0030-audit.ts';
import { APPLICATION_ID } from '../../main/db/migrations/all.ts';
import { openDatabase } from '../../main/db/open.ts';
import { selectEvents } from '../../main/db/queries/events.ts';
import { temporaryFolder } from '../support/folder.ts';

const folder = temporaryFolder();
const SHA = 'a'.repeat(64);
const MIGRATIONS = [foundation, monitoring, audit];
const MOMENT = { at: '2026-12-01T08:00:00+08:00', actor: '张三' };

/** A work of version 20 with a row of each type of value. */
function version20(path: string, name = 'f.xlsx'): void {
  const database = new BetterSqlite(path);
  database.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(database, [foundation, monitoring]);
  database.exec(`
    INSERT INTO file VALUES ('${SHA}', 3, x'2a002b');
    INSERT INTO import_batch VALUES (1, 2024, '2025-01-01', 0);
    INSERT INTO return_file VALUES (1, 1, '${SHA}', '${name}', 'town-500117114', 2024, 1, 'l', NULL, 0, NULL);
    INSERT INTO event VALUES (1, '2025-01-01', 'work.create', '{}'), (2, '2025-01-02', 'returns.import', '{}');`);
  database.close();
}

test('an older work gets one event behind its own, with who, when and the digest of every row it held', () => {
  const path = join(folder, 'old.sqlite');
  version20(path);
  const before = new BetterSqlite(path, { readonly: true });
  const { digest, rows } = digestOf(before);
  before.close();
  const work = openDatabase(path, { migrations: MIGRATIONS, moment: MOMENT });
  const events = selectEvents(work.handle);
  expect(events.slice(0, 2)).toMatchObject([
    { id: 1, kind: 'work.create', actor: null, hash: null },
    { id: 2, kind: 'returns.import', actor: null, hash: null },
  ]);
  expect(events[2]).toMatchObject({ id: 3, kind: 'work.migrate', ...MOMENT });
  expect(events).toHaveLength(3);
  expect(JSON.parse(events[2]?.detail ?? '')).toEqual({ version: 30, digest, rows });
  expect(rows).toBe(5);
  expect(chainProblem(events)).toBeNull();
  // The same rows still give the same digest, and so does the copy that was made before.
  const [now, copy] = [path, work.backup ?? ''].map((file) => new BetterSqlite(file, { readonly: true }));
  expect(copy === undefined ? null : digestOf(copy).digest).toBe(digest);
  now?.close();
  copy?.close();
  work.close();
});

test('the digest is made as the migration describes it', () => {
  const path = join(folder, 'described.sqlite');
  version20(path);
  const database = new BetterSqlite(path, { readonly: true });
  const text = (value: string): string => `t${Buffer.byteLength(value)}:${value}`;
  const rows: Readonly<Record<string, readonly string[]>> = {
    event: [
      `i1;${text('2025-01-01')}${text('work.create')}${text('{}')}`,
      `i2;${text('2025-01-02')}${text('returns.import')}${text('{}')}`,
    ],
    file: [`${text(SHA)}i3;b3:*\0+`],
    import_batch: [`i1;i2024;${text('2025-01-01')}i0;`],
    return_file: [`i1;i1;${text(SHA)}${text('f.xlsx')}${text('town-500117114')}i2024;i1;${text('l')}ni0;n`],
  };
  const tables = (database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all() as { name: string }[]).map(
    ({ name }) => name,
  );
  const lines = tables.map((table) => {
    const columns = (database.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name).join(',');
    return `table ${table} ${columns}\n${(rows[table] ?? []).join('')}`;
  });
  expect(digestOf(database).digest).toBe(createHash('sha256').update(lines.join('')).digest('hex'));
  database.close();
});

test('another row gives another digest, and a work that is being made has none', () => {
  const [one, other] = ['one.sqlite', 'other.sqlite'].map((name) => join(folder, name)) as [string, string];
  version20(one);
  version20(other, 'g.xlsx');
  const digests = [one, other].map((path) => {
    const database = new BetterSqlite(path, { readonly: true });
    const { digest } = digestOf(database);
    database.close();
    return digest;
  });
  expect(new Set(digests).size).toBe(2);
  const fresh = new BetterSqlite(':memory:');
  migrate(fresh, MIGRATIONS);
  expect(fresh.prepare('SELECT count(*) AS n FROM event').get()).toEqual({ n: 0 });
});
