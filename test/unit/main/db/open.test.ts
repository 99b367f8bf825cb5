import { copyFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { MIGRATIONS } from '../../../../main/db/migrations/all.ts';
import { createDatabase, openDatabase, type OpenedWork } from '../../../../main/db/open.ts';
import { Failure, type FailureCode } from '../../../../shared/domain/failure.ts';
import { temporaryFolder } from '../../../support/folder.ts';

const folder = temporaryFolder();

const NEWEST = MIGRATIONS.at(-1)?.version ?? 0;
const NEXT = { version: NEWEST + 10, sql: 'CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;' };

const AUDIT = { kind: 'test.write', actor: '测试员', now: () => '2025-02-10T09:00:00+08:00', input: { asked: 1 } };

function insertStations(work: OpenedWork, count: number): void {
  const db = work.writing(AUDIT);
  db.transaction(() => {
    for (let index = 0; index < count; index += 1)
      db.prepare('INSERT INTO station (place_id, name) VALUES (?, ?)').run('x'.repeat(200), String(index));
  });
}

function failureOf(work: () => unknown): FailureCode | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
}

test('a new database is ours, in WAL, with full synchronisation and foreign keys', () => {
  const path = join(folder, 'new.sqlite');
  const work = createDatabase(path);
  expect(work.handle.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  const writer = work.writing(AUDIT);
  expect(writer.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
  expect(writer.prepare('PRAGMA foreign_keys').get()).toEqual({ foreign_keys: 1 });
  expect(work.integrityProblems()).toEqual([]);
  work.close();
  const again = openDatabase(path);
  expect(again.backup).toBeNull();
  again.close();
});

test('an existing file is never overwritten by a new work', () => {
  const path = join(folder, 'precious.txt');
  writeFileSync(path, 'kept');
  expect(failureOf(() => createDatabase(path))).toBe('WORK_EXISTS');
  expect(readFileSync(path, 'utf8')).toBe('kept');
});

test('files that are not ours are refused and left alone', () => {
  const text = join(folder, 'text.sqlite');
  writeFileSync(text, 'not a database, but long enough to be looked at '.repeat(40));
  expect(failureOf(() => openDatabase(text))).toBe('WORK_NOT_OURS');
  const foreign = join(folder, 'foreign.sqlite');
  const other = new BetterSqlite(foreign);
  other.exec('CREATE TABLE theirs (x)');
  other.close();
  const before = readFileSync(foreign);
  expect(failureOf(() => openDatabase(foreign))).toBe('WORK_NOT_OURS');
  expect(readFileSync(foreign)).toEqual(before);
  expect(failureOf(() => openDatabase(join(folder, 'nowhere.sqlite')))).toBe('WORK_MISSING');
  expect(failureOf(() => createDatabase(join(folder, 'no', 'such', 'place.sqlite')))).toBe('WORK_FOLDER_MISSING');
});

test('a database of a newer version is refused and not touched', () => {
  const path = join(folder, 'newer.sqlite');
  createDatabase(path, { migrations: [...MIGRATIONS, NEXT] }).close();
  const before = readFileSync(path);
  expect(failureOf(() => openDatabase(path))).toBe('WORK_NEWER');
  expect(readFileSync(path)).toEqual(before);
});

test('before migrating, a copy is made that opens at the old version', () => {
  const path = join(folder, 'old.sqlite');
  const old = createDatabase(path);
  insertStations(old, 1);
  old.close();
  const work = openDatabase(path, { migrations: [...MIGRATIONS, NEXT] });
  expect(work.handle.prepare('SELECT count(*) AS n FROM later').get()).toEqual({ n: 0 });
  expect(work.backup).not.toBeNull();
  work.close();
  const copy = openDatabase(work.backup ?? '');
  expect(copy.handle.prepare('SELECT kind FROM event').all()).toEqual([{ kind: 'test.write' }]);
  copy.close();
});

test('a failing migration leaves version and tables as they were', () => {
  const path = join(folder, 'failing.sqlite');
  createDatabase(path).close();
  const broken = [
    ...MIGRATIONS,
    NEXT,
    { version: NEWEST + 20, sql: 'CREATE TABLE half (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1);' },
  ];
  expect(() => openDatabase(path, { migrations: broken })).toThrow(/nowhere/);
  const after = openDatabase(path);
  expect(after.handle.prepare('PRAGMA user_version').get()).toEqual({ user_version: NEWEST });
  expect(after.handle.prepare("SELECT name FROM sqlite_master WHERE name IN ('half', 'later')").all()).toEqual([]);
  after.close();
});

test('a damaged database is refused with its file kept', () => {
  const path = join(folder, 'damaged.sqlite');
  const work = createDatabase(path);
  insertStations(work, 2000);
  work.close();
  const damaged = join(folder, 'damaged-copy.sqlite');
  copyFileSync(path, damaged);
  truncateSync(damaged, Math.floor(readFileSync(damaged).byteLength / 2));
  expect(failureOf(() => openDatabase(damaged))).toBe('WORK_DAMAGED');
  expect(existsSync(damaged)).toBe(true);
});
