import BetterSqlite from 'better-sqlite3';
import { auditedHandle } from './audited-handle.ts';
import { readHandle, statementsOf } from './handles.ts';
import { migrate } from './migrate.ts';
import type { Migration, MigrationMoment } from './migrations/all.ts';
import type { OpenedWork } from './work-database.ts';

interface Preparing {
  readonly migrations: readonly Migration[];
  readonly backup: string | null;
  readonly moment: MigrationMoment | undefined;
}

/** An open work on two connections: one that writes, and one that only reads and could do nothing else. */
export function writableWork(path: string, writer: BetterSqlite.Database, { migrations, backup, moment }: Preparing): OpenedWork {
  makeReady(writer, migrations, moment);
  const reader = openReader(path);
  const statement = statementsOf(writer);
  return {
    path,
    readOnly: false,
    handle: readHandle(reader),
    backup,
    integrityProblems: () => integrityProblems(reader),
    writing: (audit) => auditedHandle(writer, statement, audit),
    close() {
      reader.close();
      leaveWal(writer);
      writer.close();
    },
  };
}

/** Sets the connection that writes up and brings the database to the newest version. */
export function makeReady(writer: BetterSqlite.Database, migrations: readonly Migration[], moment: MigrationMoment | undefined): void {
  writer.pragma('journal_mode = WAL');
  writer.pragma('synchronous = FULL');
  writer.pragma('foreign_keys = ON');
  writer.pragma('busy_timeout = 5000');
  migrate(writer, migrations, moment);
}

/** Twice closed: the file is opened without the right to write, and SQLite is told to refuse whatever would. */
export function openReader(path: string): BetterSqlite.Database {
  const reader = new BetterSqlite(path, { readonly: true, fileMustExist: true });
  reader.pragma('query_only = ON');
  reader.pragma('busy_timeout = 5000');
  return reader;
}

/** Leaves one file without companions, which opens on a CD and a read-only share too. While another program has the work open it stays as it is. */
export function leaveWal(writer: BetterSqlite.Database): void {
  try {
    writer.pragma('busy_timeout = 0');
    writer.pragma('wal_checkpoint(TRUNCATE)');
    writer.pragma('journal_mode = DELETE');
  } catch (error) {
    if (!(error instanceof BetterSqlite.SqliteError)) throw error;
  }
}

export function integrityProblems(database: BetterSqlite.Database): string[] {
  const quick = (database.pragma('quick_check') as { quick_check: string }[]).map((row) => row.quick_check).filter((text) => text !== 'ok');
  const foreign = (database.pragma('foreign_key_check') as { table: string; rowid: number }[]).map((row) => `${row.table} #${row.rowid}`);
  return [...quick, ...foreign];
}
