import {
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { createDatabase, openDatabase, type OpenedWork } from '../../../../main/db/open.ts';
import { Failure } from '../../../../shared/domain/failure.ts';
import { temporaryFolder } from '../../../support/folder.ts';

const root = temporaryFolder();
const AUDIT = { kind: 'test.write', actor: '测试员', now: () => '2025-02-10T09:00:00+08:00', input: {} };
const MONDAY = '2025-02-10T09:00:00+08:00';

let [folder, path, cases] = ['', '', 0];

beforeEach(() => {
  folder = join(root, `case-${(cases += 1)}`);
  mkdirSync(folder);
  path = join(folder, 'work.sqlite');
  const work = createDatabase(path);
  insert(work, 2000);
  work.close();
});

const opened = (at = MONDAY): OpenedWork => openDatabase(path, { remembering: { folder: join(folder, 'sound'), at } });

function insert(work: OpenedWork, count: number, name = ''): void {
  const db = work.writing(AUDIT);
  db.transaction(() => {
    for (let index = 0; index < count; index += 1)
      db.prepare('INSERT INTO station (place_id, name) VALUES (?, ?)').run('x'.repeat(200), `${name}${index}`);
  });
}

/** Overwrites a page near the end, which no opening needs, and leaves length and moment of change as they were. */
function damage(pagesFromEnd = 1): void {
  const { size, atime, mtime } = statSync(path);
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, size - pagesFromEnd * 4096);
  closeSync(file);
  utimesSync(path, atime, mtime);
}

function codeOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
}

/** The file in which it is remembered. */
const remembered = (): string | undefined => readdirSync(join(folder, 'sound')).find((name) => name.endsWith('.json'));

describe('a work that was found sound', () => {
  test('is known as long as nothing touches it', () => {
    opened().close();
    const name = remembered() ?? '';
    const found = readFileSync(join(folder, 'sound', name), 'utf8');
    expect(JSON.parse(found)).toMatchObject({ checkedAt: MONDAY });
    opened('2025-02-12T09:00:00+08:00').close();
    // It was not checked once more.
    expect(readFileSync(join(folder, 'sound', name), 'utf8')).toBe(found);
  });

  test('is checked once more after a week, and where the clock was set back', () => {
    const checkedAt = (): string =>
      (JSON.parse(readFileSync(join(folder, 'sound', remembered() ?? ''), 'utf8')) as { checkedAt: string }).checkedAt;
    for (const at of [MONDAY, '2025-02-17T09:00:00+08:00', '2025-02-16T09:00:00+08:00']) {
      opened(at).close();
      expect(checkedAt()).toBe(at);
    }
  });

  test('is refused when it is damaged afterwards, though length and moment of change are as before', () => {
    opened().close();
    damage();
    expect(codeOf(opened)).toBe('WORK_DAMAGED');
    // Nothing of the refusal is taken for a check.
    expect(codeOf(opened)).toBe('WORK_DAMAGED');
  });

  test('stays known after this program has written and closed it', () => {
    opened().close();
    const work = opened('2025-02-11T09:00:00+08:00');
    insert(work, 10, 'more');
    work.close();
    const found = readFileSync(join(folder, 'sound', remembered() ?? ''), 'utf8');
    expect(JSON.parse(found)).toMatchObject({ checkedAt: MONDAY });
    opened('2025-02-12T09:00:00+08:00').close();
    expect(readFileSync(join(folder, 'sound', remembered() ?? ''), 'utf8')).toBe(found);
    damage();
    expect(codeOf(opened)).toBe('WORK_DAMAGED');
  });

  test('is not written to when it was damaged while it was open', () => {
    opened().close();
    const work = opened();
    damage();
    const before = readFileSync(path);
    expect(codeOf(() => insert(work, 1, 'late'))).toBe('WORK_DAMAGED');
    work.close();
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(codeOf(opened)).toBe('WORK_DAMAGED');
  });

  test('damaged while somebody only looked at it is not remembered as sound', () => {
    opened().close();
    const work = opened();
    damage();
    work.close();
    expect(codeOf(opened)).toBe('WORK_DAMAGED');
  });

  test('is checked after an unclean end, another tool, and in another place', () => {
    opened().close();
    const other = new BetterSqlite(path);
    other.exec("UPDATE station SET name = 'changed' WHERE id = 1");
    other.close();
    const name = remembered() ?? '';
    const before = readFileSync(join(folder, 'sound', name), 'utf8');
    opened('2025-02-11T09:00:00+08:00').close();
    expect(readFileSync(join(folder, 'sound', name), 'utf8')).not.toBe(before);
    const copy = join(folder, 'copy.sqlite');
    copyFileSync(path, copy);
    openDatabase(copy, { remembering: { folder: join(folder, 'sound'), at: MONDAY } }).close();
    expect(readdirSync(join(folder, 'sound'))).toHaveLength(2);
    // An unclean end leaves what was written beside it.
    const work = opened('2025-02-12T09:00:00+08:00');
    insert(work, 1, 'unclean');
    const [left, wal] = [readFileSync(path), readFileSync(`${path}-wal`)];
    work.close();
    writeFileSync(path, left);
    writeFileSync(`${path}-wal`, wal);
    damage(20);
    expect(codeOf(() => opened('2025-02-12T09:00:00+08:00').close())).toBe('WORK_DAMAGED');
  });

  test('is opened where nothing can be remembered', () => {
    const file = join(folder, 'no-folder');
    writeFileSync(file, '');
    openDatabase(path, { remembering: { folder: file, at: MONDAY } }).close();
    writeFileSync(join(folder, 'sound'), '');
    expect(codeOf(() => opened().close())).toBeNull();
  });
});
