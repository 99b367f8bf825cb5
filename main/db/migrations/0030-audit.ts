import { createHash, type Hash } from 'node:crypto';
import type BetterSqlite from 'better-sqlite3';

/**
 * Version 30 (2026-12): events (操作记录) are chained by hashes and say who and why; dated settings (设置) of the work. Both are only ever added to.
 *
 * Events stored before have no hash. Behind them stands `work.migrate`, the first of the chain, with a digest of every row the work then held:
 *
 *   SHA-256 over, for each table in the order of its name, `table <name> <columns joined by commas>\n` and its rows in the order of their primary
 *   key, the values of a row in the order of the columns, each as n (NULL), i<digits>;, r<shortest decimal>;, t<bytes>:<UTF-8> or b<bytes>:<bytes>.
 *   Tables of SQLite itself and `setting` are left out; of `event` the columns of version 10 count.
 *
 * A work without a single row is being made: its first event is `work.create`. Everything the entry is made with is written out here, so that it
 * stays as it is when the program's own hash is made otherwise some day.
 */
export const audit = {
  version: 30,
  sql: `
    ALTER TABLE event ADD COLUMN actor TEXT;
    ALTER TABLE event ADD COLUMN reason TEXT;
    ALTER TABLE event ADD COLUMN subject TEXT;
    ALTER TABLE event ADD COLUMN "before" TEXT CHECK ("before" IS NULL OR json_valid("before"));
    ALTER TABLE event ADD COLUMN "after" TEXT CHECK ("after" IS NULL OR json_valid("after"));
    ALTER TABLE event ADD COLUMN prev_hash TEXT;
    ALTER TABLE event ADD COLUMN hash TEXT;

    CREATE TABLE setting (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL,
      value TEXT NOT NULL CHECK (json_valid(value)),
      from_date TEXT NOT NULL,
      document TEXT,
      reason TEXT NOT NULL,
      actor TEXT NOT NULL,
      stored_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX setting_key ON setting (key, from_date, id);

    CREATE TRIGGER event_added_chained BEFORE INSERT ON event
      WHEN NEW.hash IS NULL OR NEW.prev_hash IS NULL OR NEW.actor IS NULL OR EXISTS (SELECT 1 FROM event WHERE id >= NEW.id)
      BEGIN SELECT RAISE(ABORT, 'event: only a chained one behind the last'); END;
    CREATE TRIGGER event_kept_as_it_is BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'event: only added to'); END;
    CREATE TRIGGER event_kept BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'event: only added to'); END;
    CREATE TRIGGER setting_added BEFORE INSERT ON setting WHEN EXISTS (SELECT 1 FROM setting WHERE id >= NEW.id)
      BEGIN SELECT RAISE(ABORT, 'setting: only added to'); END;
    CREATE TRIGGER setting_kept_as_it_is BEFORE UPDATE ON setting BEGIN SELECT RAISE(ABORT, 'setting: only added to'); END;
    CREATE TRIGGER setting_kept BEFORE DELETE ON setting BEGIN SELECT RAISE(ABORT, 'setting: only added to'); END;
  `,
  run(database: BetterSqlite.Database, moment: { readonly at: string; readonly actor: string }): void {
    const { digest, rows } = digestOf(database);
    if (rows === 0) return;
    const last = database.prepare('SELECT max(id) AS id FROM event').get() as { id: number | null };
    const entry = {
      id: (last.id ?? 0) + 1,
      at: moment.at,
      kind: 'work.migrate',
      detail: JSON.stringify({ version: 30, digest, rows }),
      actor: moment.actor,
      reason: null,
      subject: null,
      before: null,
      after: null,
      prevHash: '0'.repeat(64),
    };
    const keys = Object.keys(entry).toSorted() as (keyof typeof entry)[];
    const hash = createHash('sha256')
      .update(`{${keys.map((key) => `${JSON.stringify(key)}:${JSON.stringify(entry[key])}`).join(',')}}`)
      .digest('hex');
    database
      .prepare('INSERT INTO event (id, at, kind, detail, actor, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(entry.id, entry.at, entry.kind, entry.detail, entry.actor, entry.prevHash, hash);
  },
} as const;

/** The digest of everything a work of version 20 holds; public for whoever holds a copy of that version against it. */
export function digestOf(database: BetterSqlite.Database): { readonly digest: string; readonly rows: number } {
  const tables = database
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'setting' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )
    .pluck()
    .all() as string[];
  const hash = createHash('sha256');
  let rows = 0;
  for (const table of tables) rows += addTable(database, table, hash);
  return { digest: hash.digest('hex'), rows };
}

const EVENT_OF_VERSION_10 = new Set(['id', 'at', 'kind', 'detail']);

function addTable(database: BetterSqlite.Database, table: string, hash: Hash): number {
  const info = database.pragma(`table_info("${table}")`) as { name: string; pk: number }[];
  const columns = info.filter(({ name }) => table !== 'event' || EVENT_OF_VERSION_10.has(name)).map(({ name }) => name);
  const key = info.filter(({ pk }) => pk > 0).toSorted((one, other) => one.pk - other.pk);
  const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
  hash.update(`table ${table} ${columns.join(',')}\n`);
  const select = database.prepare(`SELECT ${quoted(columns)} FROM "${table}" ORDER BY ${quoted(key.map(({ name }) => name))}`);
  let rows = 0;
  for (const row of select.raw().safeIntegers().iterate() as IterableIterator<readonly unknown[]>) {
    for (const value of row) addValue(value, hash);
    rows += 1;
  }
  return rows;
}

function addValue(value: unknown, hash: Hash): void {
  if (value === null) hash.update('n');
  else if (typeof value === 'bigint') hash.update(`i${value};`);
  else if (typeof value === 'number') hash.update(`r${value};`);
  else if (typeof value === 'string') hash.update(`t${Buffer.byteLength(value)}:`).update(value);
  else if (value instanceof Uint8Array) hash.update(`b${value.byteLength}:`).update(value);
}
