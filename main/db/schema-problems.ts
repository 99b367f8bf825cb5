import BetterSqlite from 'better-sqlite3';
import type { ReadHandle } from './handles.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/all.ts';

/** A table, index, trigger or view that is not as the program makes it. */
export interface SchemaProblem {
  readonly type: string;
  readonly name: string;
  readonly problem: 'missing' | 'foreign' | 'changed';
}

/**
 * The schema (表结构) against the one that the migrations make: views say what counts and triggers keep rows as they are, so a changed one changes
 * every score without a single row being another.
 */
export function schemaProblems(db: ReadHandle): SchemaProblem[] {
  const stored = objectsOf(db.prepare(OBJECTS).all());
  const due = dueObjects();
  const keys = [...new Set([...due.keys(), ...stored.keys()])].toSorted();
  return keys.flatMap((key): SchemaProblem[] => {
    const [type = '', name = ''] = key.split(' ');
    const [own, made] = [stored.get(key), due.get(key)];
    if (own === made) return [];
    return [{ type, name, problem: own === undefined ? 'missing' : made === undefined ? 'foreign' : 'changed' }];
  });
}

/** Those that SQLite makes by itself have no text, and what it counts for its own plans is none of ours. */
const OBJECTS = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";

function objectsOf(rows: readonly unknown[]): Map<string, string> {
  return new Map(
    (rows as { type: string; name: string; sql: string }[]).map(({ type, name, sql }) => [
      `${type} ${name}`,
      sql.replaceAll(/\s+/gu, ' ').trim(),
    ]),
  );
}

function dueObjects(): Map<string, string> {
  const database = new BetterSqlite(':memory:');
  try {
    migrate(database, MIGRATIONS);
    return objectsOf(database.prepare(OBJECTS).all());
  } finally {
    database.close();
  }
}
