import type BetterSqlite from 'better-sqlite3';

/**
 * Two kinds of handle, so that a query that only reads cannot be given the power to write by accident: functions in queries/ take a
 * ReadHandle or a WriteHandle, and only open.ts makes them.
 */
export interface ReadHandle {
  readonly kind: 'read' | 'write';
  prepare(sql: string): Statement;
}

export interface WriteHandle extends ReadHandle {
  readonly kind: 'write';
  /** Runs `work` in one immediate transaction: all of it is stored, or nothing. */
  transaction<T>(work: () => T): T;
}

export interface Statement {
  get(...parameters: readonly SqlValue[]): unknown;
  all(...parameters: readonly SqlValue[]): unknown[];
  run(...parameters: readonly SqlValue[]): { changes: number; lastInsertRowid: number | bigint };
}

export type SqlValue = string | number | bigint | Uint8Array | null;

export function writeHandle(database: BetterSqlite.Database): WriteHandle {
  const cache = new Map<string, Statement>();
  const prepare = (sql: string): Statement => {
    const known = cache.get(sql);
    if (known !== undefined) return known;
    const made = database.prepare(sql) as unknown as Statement;
    cache.set(sql, made);
    return made;
  };
  return { kind: 'write', prepare, transaction: (work) => database.transaction(work).immediate() };
}
