import BetterSqlite from 'better-sqlite3';
import { Failure } from '../../shared/domain/failure.ts';
import { AuditedHandle, type WritingConnection } from './audited-handle.ts';
import { readHandle, statementsOf } from './handles.ts';
import { headerOf } from './header.ts';
import type { KnownSound } from './known-sound.ts';
import { refuseDamaged } from './identity.ts';
import { migrate } from './migrate.ts';
import type { Migration, MigrationMoment } from './migrations/all.ts';
import { StepwiseWriting } from './stepwise.ts';
import type { OpenedWork } from './work-database.ts';

interface Connections {
  readonly reader: BetterSqlite.Database;
  /** Null until something is written: who only looks at a work does not touch its file. */
  readonly writer: BetterSqlite.Database | null;
  readonly migrations: readonly Migration[];
  readonly backup: string | null;
  readonly sound: KnownSound;
}

/** An open work on two connections: one that only reads and could do nothing else, and one that writes. */
export function openedWork(path: string, { reader, writer: first, migrations, backup, sound }: Connections): OpenedWork {
  let writer = first === null ? null : writerOf(first);
  const writing = (): NonNullable<typeof writer> => {
    if (writer !== null) return writer;
    writer = writerOf(openWriter(path, migrations, sound));
    return writer;
  };
  return {
    path,
    readOnly: false,
    handle: readHandle(reader),
    backup,
    integrityProblems: () => integrityProblems(reader),
    writing(audit) {
      return new AuditedHandle(writing(), audit);
    },
    idle: async () => writer?.stepwise.idle(),
    close() {
      writer?.stepwise.abandon(new Failure('CANCELLED'));
      reader.close();
      const database = writer?.database ?? leftInWal(path);
      if (database !== null) leaveWal(database);
      database?.close();
      if (writer !== null) sound.written();
    },
  };
}

const writerOf = (database: BetterSqlite.Database): WritingConnection => ({
  database,
  statement: statementsOf(database),
  stepwise: new StepwiseWriting(database),
});

/** Another program that wrote may have been closed before; who is last leaves one file. */
function leftInWal(path: string): BetterSqlite.Database | null {
  try {
    return headerOf(path)?.wal === true ? new BetterSqlite(path, { fileMustExist: true }) : null;
  } catch {
    return null;
  }
}

/** Nothing is written to what another has changed since it was found sound, before that is looked at too. */
function openWriter(path: string, migrations: readonly Migration[], sound: KnownSound): BetterSqlite.Database {
  const writer = new BetterSqlite(path, { fileMustExist: true });
  try {
    if (!sound.isUnchanged()) refuseDamaged(path, writer, sound);
    makeReady(writer, migrations, undefined);
    return writer;
  } catch (error) {
    writer.close();
    throw error;
  }
}

/** Sets the connection that writes up and brings the database to the newest version. */
export function makeReady(writer: BetterSqlite.Database, migrations: readonly Migration[], moment: MigrationMoment | undefined): void {
  writer.pragma('journal_mode = WAL');
  writer.pragma('synchronous = FULL');
  writer.pragma('foreign_keys = ON');
  writer.pragma('busy_timeout = 5000');
  writer.pragma('cell_size_check = ON');
  migrate(writer, migrations, moment);
}

/** Twice closed: the file is opened without the right to write, and SQLite is told to refuse whatever would. */
export function openReader(path: string): BetterSqlite.Database {
  const reader = new BetterSqlite(path, { readonly: true, fileMustExist: true });
  reader.pragma('query_only = ON');
  reader.pragma('busy_timeout = 5000');
  reader.pragma('cell_size_check = ON');
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
