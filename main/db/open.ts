import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { Failure } from '../../shared/domain/failure.ts';
import { makeReady, openedWork, openReader } from './connections.ts';
import { headerOf } from './header.ts';
import { latest, refuseForeign, userVersion } from './identity.ts';
import { knownSound, NOTHING_KNOWN } from './known-sound.ts';
import { APPLICATION_ID, MIGRATIONS } from './migrations/all.ts';
import { canWrite, openForReading } from './read-only.ts';
import type { OpenedWork, OpenOptions } from './work-database.ts';

export type { OpenedWork, OpenOptions, WorkDatabase } from './work-database.ts';

/** Makes a new work database. Fails with WORK_EXISTS rather than touch a file that is there. */
export function createDatabase(path: string, { migrations = MIGRATIONS }: Pick<OpenOptions, 'migrations'> = {}): OpenedWork {
  if (existsSync(path)) throw new Failure('WORK_EXISTS', { path });
  if (!existsSync(dirname(path))) throw new Failure('WORK_FOLDER_MISSING', { path, folder: dirname(path) });
  return guarded(path, () => {
    const database = new BetterSqlite(path);
    database.pragma(`application_id = ${APPLICATION_ID}`);
    makeReady(database, migrations, undefined);
    return openedWork(path, { reader: openReader(path), writer: database, migrations, backup: null, sound: NOTHING_KNOWN });
  });
}

/**
 * Opens an existing work database: identity, version, quick_check unless it is known to be sound (known-sound.ts), then a verified backup if it has to
 * be migrated. Where file or folder cannot be written (光盘, 只读共享) it is opened for reading.
 */
export function openDatabase(path: string, options: OpenOptions = {}): OpenedWork {
  if (!existsSync(path) || !statSync(path).isFile()) throw new Failure('WORK_MISSING', { path });
  const { readOnly = false, writable = canWrite } = options;
  return guarded(path, () => {
    if (readOnly || !writable(path)) return openForReading(path, options);
    try {
      return openForWriting(path, options);
    } catch (error) {
      // Not every system tells beforehand what it will refuse.
      if (sqliteFailure(error, path)?.code === 'WORK_UNWRITABLE' && REFUSALS.test(codeOf(error))) return openForReading(path, options);
      throw error;
    }
  });
}

const REFUSALS = /^SQLITE_(?:READONLY|CANTOPEN)/;

/** One that is up to date and was closed as it should be is only looked at until something is written. */
function openForWriting(path: string, { migrations = MIGRATIONS, moment, remembering }: OpenOptions): OpenedWork {
  const header = headerOf(path);
  const current = header !== null && !header.wal && header.version >= latest(migrations) && !existsSync(`${path}-journal`);
  const sound = remembering === undefined ? NOTHING_KNOWN : knownSound(path, remembering);
  const first = current ? openReader(path) : new BetterSqlite(path, { fileMustExist: true });
  try {
    refuseForeign(path, first, migrations, sound);
    if (current) return openedWork(path, { reader: first, writer: null, migrations, backup: null, sound });
    const backup = userVersion(first) < latest(migrations) ? verifiedBackup(path, first) : null;
    makeReady(first, migrations, moment);
    return openedWork(path, { reader: openReader(path), writer: first, migrations, backup, sound });
  } catch (error) {
    first.close();
    throw error;
  }
}

/** Proves the copy by opening it: a backup that cannot be read is no backup. */
function verifiedBackup(path: string, database: BetterSqlite.Database): string {
  const version = userVersion(database);
  let copy = `${path}.v${version}.bak`;
  for (let number = 2; existsSync(copy); number += 1) copy = `${path}.v${version}.${number}.bak`;
  database.prepare('VACUUM INTO ?').run(copy);
  const proof = new BetterSqlite(copy, { readonly: true });
  try {
    if (proof.pragma('quick_check', { simple: true }) !== 'ok' || userVersion(proof) !== version)
      throw new Failure('WORK_DAMAGED', { path: copy, detail: 'backup' });
  } finally {
    proof.close();
  }
  return copy;
}

const SQLITE_FAILURES: Readonly<Record<string, 'WORK_NOT_OURS' | 'WORK_BUSY' | 'WORK_DAMAGED' | 'WORK_UNWRITABLE'>> = {
  SQLITE_NOTADB: 'WORK_NOT_OURS',
  SQLITE_BUSY: 'WORK_BUSY',
  SQLITE_LOCKED: 'WORK_BUSY',
  SQLITE_CORRUPT: 'WORK_DAMAGED',
  SQLITE_CANTOPEN: 'WORK_UNWRITABLE',
  SQLITE_READONLY: 'WORK_UNWRITABLE',
  SQLITE_FULL: 'WORK_UNWRITABLE',
  SQLITE_IOERR: 'WORK_UNWRITABLE',
};

function guarded<T>(path: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    throw sqliteFailure(error, path) ?? error;
  }
}

/** SQLite's own error as one of ours, or null when it is no SQLite error. */
export function sqliteFailure(error: unknown, path: string): Failure | null {
  if (!(error instanceof Error)) return null;
  const base = codeOf(error).split('_').slice(0, 2).join('_');
  const code = SQLITE_FAILURES[base];
  return code === undefined ? null : new Failure(code, { path, detail: error.message }, { cause: error });
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '');
