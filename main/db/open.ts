import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { Failure } from '../../shared/domain/failure.ts';
import { type WriteHandle, writeHandle } from './handles.ts';
import { migrate } from './migrate.ts';
import { APPLICATION_ID, MIGRATIONS, type Migration } from './migrations/all.ts';

export interface WorkDatabase {
  readonly path: string;
  readonly handle: WriteHandle;
  /** Copy made before migrating, or null when no migration was due. */
  readonly backup: string | null;
  /** SQLite's own checks: quick_check and foreign_key_check; empty when sound. */
  integrityProblems(): string[];
  close(): void;
}

/** Makes a new work database. Fails with WORK_EXISTS rather than touch a file that is there. */
export function createDatabase(path: string, migrations: readonly Migration[] = MIGRATIONS): WorkDatabase {
  if (existsSync(path)) throw new Failure('WORK_EXISTS', { path });
  if (!existsSync(dirname(path))) throw new Failure('WORK_FOLDER_MISSING', { path, folder: dirname(path) });
  return guarded(path, () => {
    const database = new BetterSqlite(path);
    database.pragma(`application_id = ${APPLICATION_ID}`);
    return prepared(path, database, migrations, null);
  });
}

/** Opens an existing work database: identity, version, quick_check, then a verified backup if it has to be migrated. */
export function openDatabase(path: string, migrations: readonly Migration[] = MIGRATIONS): WorkDatabase {
  if (!existsSync(path) || !statSync(path).isFile()) throw new Failure('WORK_MISSING', { path });
  return guarded(path, () => {
    const database = new BetterSqlite(path, { fileMustExist: true });
    try {
      refuseForeign(path, database, migrations);
      const due = userVersion(database) < latest(migrations);
      const backup = due ? verifiedBackup(path, database) : null;
      return prepared(path, database, migrations, backup);
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

function prepared(path: string, database: BetterSqlite.Database, migrations: readonly Migration[], backup: string | null): WorkDatabase {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('busy_timeout = 5000');
  migrate(database, migrations);
  return {
    path,
    handle: writeHandle(database),
    backup,
    integrityProblems: () => integrityProblems(database),
    close: () => database.close(),
  };
}

function refuseForeign(path: string, database: BetterSqlite.Database, migrations: readonly Migration[]): void {
  if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw new Failure('WORK_NOT_OURS', { path });
  const version = userVersion(database);
  if (version > latest(migrations)) throw new Failure('WORK_NEWER', { path, version, known: latest(migrations) });
  const verdict = database.pragma('quick_check', { simple: true });
  if (verdict !== 'ok') throw new Failure('WORK_DAMAGED', { path, detail: String(verdict) });
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

function integrityProblems(database: BetterSqlite.Database): string[] {
  const quick = (database.pragma('quick_check') as { quick_check: string }[]).map((row) => row.quick_check).filter((text) => text !== 'ok');
  const foreign = (database.pragma('foreign_key_check') as { table: string; rowid: number }[]).map((row) => `${row.table} #${row.rowid}`);
  return [...quick, ...foreign];
}

const latest = (migrations: readonly Migration[]): number => migrations.at(-1)?.version ?? 0;

const userVersion = (database: BetterSqlite.Database): number => Number(database.pragma('user_version', { simple: true }));

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
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const base = error.code.split('_').slice(0, 2).join('_');
  const code = SQLITE_FAILURES[base];
  return code === undefined ? null : new Failure(code, { path, detail: error.message }, { cause: error });
}
