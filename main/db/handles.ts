import type BetterSqlite from 'better-sqlite3';
import type { Steps } from './stepwise.ts';

/**
 * Two kinds of handle, so that a query that only reads cannot be given the power to write by accident: functions in queries/ take a
 * ReadHandle or a WriteHandle. A ReadHandle has no word for writing, and stands on a connection that could not; a WriteHandle writes inside a
 * transaction only, and each transaction leaves its event (audited-handle.ts).
 */
export interface ReadHandle {
  readonly kind: 'read' | 'write';
  prepare(sql: string): ReadStatement;
}

export interface WriteHandle extends ReadHandle {
  readonly kind: 'write';
  prepare(sql: string): WriteStatement;
  /** Runs `work` in one immediate transaction: all of it is stored with its event, or nothing. */
  transaction<T>(work: () => T): T;
  /** The same in steps, for what takes longer than others should wait: between two of them `pause` is awaited, and throws to take all back. */
  transactionInSteps<T>(work: () => Steps<T>, pause: () => Promise<void>): Promise<T>;
  /** What the event of the running transaction says; notes add up, a later word takes the place of an earlier one. */
  note(note: EventNote): void;
}

export interface ReadStatement {
  get(...parameters: readonly SqlValue[]): unknown;
  all(...parameters: readonly SqlValue[]): unknown[];
  /** From now on rows are arrays, for every caller of this very text. */
  raw(): ReadStatement;
}

export interface WriteStatement extends ReadStatement {
  run(...parameters: readonly SqlValue[]): { changes: number; lastInsertRowid: number | bigint };
}

export type SqlValue = string | number | bigint | Uint8Array | null;

/** What a service adds to the event (记录) of what it does; all of it may be left out. */
export interface EventNote {
  /** What was changed, as a person or a query finds it again: an id, a key. */
  readonly subject?: string;
  readonly reason?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** Everything else; without it the event holds the input of the call. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** On a connection that was opened for reading. */
export function readHandle(database: BetterSqlite.Database): ReadHandle {
  const statement = statementsOf(database);
  return { kind: 'read', prepare: (sql) => statement(sql) as ReadStatement };
}

/** Statements of a connection, each prepared once. */
export function statementsOf(database: BetterSqlite.Database): (sql: string) => BetterSqlite.Statement<SqlValue[]> {
  const known = new Map<string, BetterSqlite.Statement<SqlValue[]>>();
  return (sql) => {
    const made = known.get(sql) ?? database.prepare<SqlValue[]>(sql);
    known.set(sql, made);
    return made;
  };
}
