import type BetterSqlite from 'better-sqlite3';
import { Failure } from '../../shared/domain/failure.ts';
import { type KnownSound, NOTHING_KNOWN } from './known-sound.ts';
import { APPLICATION_ID, type Migration } from './migrations/all.ts';

/** Refuses what is no work of ours, what a newer program has written, and what is damaged; nothing of it is touched. */
export function refuseForeign(
  path: string,
  database: BetterSqlite.Database,
  migrations: readonly Migration[],
  sound: KnownSound = NOTHING_KNOWN,
): void {
  if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw new Failure('WORK_NOT_OURS', { path });
  const version = userVersion(database);
  if (version > latest(migrations)) throw new Failure('WORK_NEWER', { path, version, known: latest(migrations) });
  if (!sound.isKnown()) refuseDamaged(path, database, sound);
}

/** Reads the whole file. */
export function refuseDamaged(path: string, database: BetterSqlite.Database, sound: KnownSound): void {
  const verdict = database.pragma('quick_check', { simple: true });
  if (verdict !== 'ok') throw new Failure('WORK_DAMAGED', { path, detail: String(verdict) });
  sound.checked();
}

export const latest = (migrations: readonly Migration[]): number => migrations.at(-1)?.version ?? 0;

export const userVersion = (database: BetterSqlite.Database): number => Number(database.pragma('user_version', { simple: true }));
