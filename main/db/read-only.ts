import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { Failure } from '../../shared/domain/failure.ts';
import { integrityProblems, leaveWal, makeReady, openReader } from './connections.ts';
import { readHandle } from './handles.ts';
import { headerOf } from './header.ts';
import { latest, refuseForeign } from './identity.ts';
import { type KnownSound, knownSound, NOTHING_KNOWN } from './known-sound.ts';
import { APPLICATION_ID, MIGRATIONS } from './migrations/all.ts';
import type { OpenedWork, OpenOptions } from './work-database.ts';

/**
 * Whether a work can be written where it lies: SQLite needs the file, and the folder for what it puts beside it. Permissions say so to most
 * users, a file system without writing to everybody.
 */
export function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    closeSync(openSync(path, 'r+'));
    return true;
  } catch {
    return false;
  }
}

/**
 * Opens a work (工作库) for reading only: in its place, or, where it was left in WAL mode, in the middle of a change, or by an older program, as a
 * copy in a temporary folder that goes when the work is closed.
 */
export function openForReading(path: string, options: OpenOptions): OpenedWork {
  const { migrations = MIGRATIONS, temporaryFolder = tmpdir(), remembering } = options;
  const header = headerOf(path);
  if (header !== null && header.applicationId !== APPLICATION_ID) throw new Failure('WORK_NOT_OURS', { path });
  if (header !== null && (header.wal || header.version < latest(migrations) || existsSync(`${path}-journal`))) {
    const folder = copiedAside(path, temporaryFolder);
    try {
      return reading(path, preparedCopy(path, join(folder, basename(path)), options), options, { closed: () => remove(folder) });
    } catch (error) {
      remove(folder);
      throw error;
    }
  }
  return reading(path, openReader(path), options, { sound: remembering === undefined ? NOTHING_KNOWN : knownSound(path, remembering) });
}

function reading(
  path: string,
  reader: BetterSqlite.Database,
  { migrations = MIGRATIONS }: OpenOptions,
  { sound = NOTHING_KNOWN, closed = () => undefined }: { readonly sound?: KnownSound; readonly closed?: () => void },
): OpenedWork {
  try {
    refuseForeign(path, reader, migrations, sound);
  } catch (error) {
    reader.close();
    throw error;
  }
  return {
    path,
    readOnly: true,
    handle: readHandle(reader),
    backup: null,
    integrityProblems: () => integrityProblems(reader),
    idle: async () => undefined,
    writing() {
      throw new Failure('WORK_READ_ONLY', { path });
    },
    close() {
      reader.close();
      closed();
    },
  };
}

/** What SQLite keeps beside a database; -shm is made anew. */
const COMPANIONS = ['', '-wal', '-journal'] as const;
const MOST_TRIES = 5;

/** Copies a work with what lies beside it into a folder of its own; once more when it was changed meanwhile. */
function copiedAside(path: string, temporaryFolder: string): string {
  let folder: string | null = null;
  try {
    mkdirSync(temporaryFolder, { recursive: true });
    folder = mkdtempSync(join(temporaryFolder, 'zhiqi-work-'));
    for (let tries = 1; ; tries += 1) {
      const before = stateOf(path);
      for (const suffix of COMPANIONS) copyIfThere(`${path}${suffix}`, join(folder, `${basename(path)}${suffix}`));
      if (stateOf(path) === before) return folder;
      if (tries === MOST_TRIES) throw new Failure('WORK_BUSY', { path, detail: 'changed while copied' });
    }
  } catch (error) {
    if (folder !== null) remove(folder);
    if (error instanceof Failure) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new Failure('FILE_UNWRITABLE', { path: folder ?? temporaryFolder, reason }, { cause: error });
  }
}

function copyIfThere(from: string, to: string): void {
  rmSync(to, { force: true });
  if (!existsSync(from)) return;
  copyFileSync(from, to);
  // The copy of a file that cannot be written cannot be written either.
  chmodSync(to, 0o600);
}

const stateOf = (path: string): string =>
  COMPANIONS.map((suffix) => {
    const info = statSync(`${path}${suffix}`, { throwIfNoEntry: false });
    return info === undefined ? '' : `${info.size} ${info.mtimeMs}`;
  }).join();

/** Brings the copy to the newest version and out of WAL mode. */
function preparedCopy(path: string, copy: string, { migrations = MIGRATIONS, moment }: OpenOptions): BetterSqlite.Database {
  const writer = new BetterSqlite(copy, { fileMustExist: true });
  try {
    refuseForeign(path, writer, migrations);
    makeReady(writer, migrations, moment);
    leaveWal(writer);
  } finally {
    writer.close();
  }
  return openReader(copy);
}

/** A folder that cannot be removed now (a scanner looks into it) lies in the temporary folder, where the system clears it away. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Closing does not fail for it.
  }
}
