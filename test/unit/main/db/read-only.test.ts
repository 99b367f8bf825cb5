import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { beforeEach, expect, test } from 'vitest';
import { migrate } from '../../../../main/db/migrate.ts';
import { foundation } from '../../../../main/db/migrations/0010-foundation.ts';
import { APPLICATION_ID, MIGRATIONS } from '../../../../main/db/migrations/all.ts';
import { createDatabase, openDatabase, type OpenedWork } from '../../../../main/db/open.ts';
import { Failure } from '../../../../shared/domain/failure.ts';
import { temporaryFolder } from '../../../support/folder.ts';

const root = temporaryFolder();
let folder = '';
let path = '';
let aside = '';
let cases = 0;
const AUDIT = { kind: 'work.create', actor: '张三', now: () => '2025-02-10T09:00:00+08:00', input: {} };

beforeEach(() => {
  folder = join(root, `case-${(cases += 1)}`);
  aside = join(root, `aside-${cases}`);
  mkdirSync(folder);
  path = join(folder, 'work.sqlite');
});

function write(work: OpenedWork, name: string): void {
  const db = work.writing(AUDIT);
  db.transaction(() => db.prepare("INSERT INTO station (place_id, name) VALUES ('district', ?)").run(name));
}

const stations = (work: OpenedWork): string[] =>
  (work.handle.prepare('SELECT name FROM station ORDER BY id').all() as { name: string }[]).map((row) => row.name);

/** Opens as on a medium that cannot be written. */
const openAsCd = (): OpenedWork => openDatabase(path, { writable: () => false, temporaryFolder: aside });

const isWal = (file: string): boolean => readFileSync(file)[18] === 2;

/** What lies in the folder with its bytes and times. */
const picture = (): unknown =>
  readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64'), statSync(join(folder, name)).mtimeMs]);

function codeOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
}

test('closing leaves one file that is not in WAL mode; while another program has it open it stays as it is', () => {
  const first = createDatabase(path);
  const second = openDatabase(path);
  write(first, '甲');
  first.close();
  expect(isWal(path)).toBe(true);
  expect(stations(second)).toEqual(['甲']);
  write(second, '乙');
  second.close();
  expect(isWal(path)).toBe(false);
  expect(readdirSync(folder)).toEqual(['work.sqlite']);
  const again = openDatabase(path);
  expect(stations(again)).toEqual(['甲', '乙']);
  again.close();
});

test('who only looks at a work changes no byte of it, and is last to leave one file where another wrote', () => {
  createDatabase(path).close();
  const before = picture();
  const looking = openDatabase(path);
  expect([stations(looking), looking.integrityProblems()]).toEqual([[], []]);
  const writing = openDatabase(path);
  expect(picture()).toEqual(before);
  write(writing, '甲');
  expect(stations(looking)).toEqual(['甲']);
  writing.close();
  expect(isWal(path)).toBe(true);
  looking.close();
  expect([isWal(path), readdirSync(folder)]).toEqual([false, ['work.sqlite']]);
});

test('a closed work is read in its place where nothing can be written, and writing is refused by name', () => {
  const made = createDatabase(path);
  write(made, '甲');
  made.close();
  const before = picture();
  const work = openAsCd();
  expect([work.readOnly, stations(work), work.integrityProblems()]).toEqual([true, ['甲'], []]);
  expect(codeOf(() => work.writing(AUDIT))).toBe('WORK_READ_ONLY');
  expect(existsSync(aside)).toBe(false);
  work.close();
  expect(picture()).toEqual(before);
});

test('a work that was left in WAL mode is read from a copy with its -wal, and the copy goes when it is closed', () => {
  const made = createDatabase(path);
  write(made, '甲');
  // As a program that ended without closing leaves it: the last transaction stands in the -wal alone.
  for (const suffix of ['', '-wal']) copyFileSync(`${path}${suffix}`, join(root, `left-${cases}${suffix}`));
  made.close();
  for (const suffix of ['', '-wal']) copyFileSync(join(root, `left-${cases}${suffix}`), `${path}${suffix}`);
  expect(isWal(path)).toBe(true);
  const before = picture();
  const work = openAsCd();
  expect([work.readOnly, work.path, stations(work)]).toEqual([true, path, ['甲']]);
  expect(readdirSync(aside)).toHaveLength(1);
  expect(codeOf(() => work.writing(AUDIT))).toBe('WORK_READ_ONLY');
  work.close();
  expect(readdirSync(aside)).toEqual([]);
  expect(picture()).toEqual(before);
});

test('an older work is migrated in the copy, and stays as it is', () => {
  const old = new BetterSqlite(path);
  old.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(old, [foundation]);
  old.exec("INSERT INTO event VALUES (1, '2025-01-01', 'work.create', '{}')");
  old.close();
  const before = picture();
  const work = openAsCd();
  expect(work.handle.prepare('PRAGMA user_version').get()).toEqual({ user_version: MIGRATIONS.at(-1)?.version });
  work.close();
  expect([picture(), readdirSync(aside)]).toEqual([before, []]);
});

test('what is no work, newer, or damaged is refused there too, and leaves no copy', () => {
  const other = new BetterSqlite(path);
  other.pragma('journal_mode = WAL');
  other.exec('CREATE TABLE theirs (x)');
  other.close();
  expect(codeOf(openAsCd)).toBe('WORK_NOT_OURS');
  path = join(folder, 'newer.sqlite');
  createDatabase(path, {
    migrations: [...MIGRATIONS, { version: 9990, sql: 'CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT' }],
  }).close();
  expect(codeOf(openAsCd)).toBe('WORK_NEWER');
  path = join(folder, 'nowhere.sqlite');
  expect(codeOf(openAsCd)).toBe('WORK_MISSING');
  expect(existsSync(aside) ? readdirSync(aside) : []).toEqual([]);
});

test('what could be written can be opened for reading', () => {
  createDatabase(path).close();
  const work = openDatabase(path, { readOnly: true });
  expect(work.readOnly).toBe(true);
  work.close();
});

test('the copy of a file without the right to write can be written', () => {
  const old = new BetterSqlite(path);
  old.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(old, [foundation]);
  old.close();
  chmodSync(path, 0o444);
  const work = openAsCd();
  expect(work.readOnly).toBe(true);
  work.close();
  chmodSync(path, 0o644);
});
