import BetterSqlite from 'better-sqlite3';

/**
 * Runs statements on a work behind the program's back, as somebody with another tool would: triggers are put back afterwards, so that nothing but the
 * rows tells of it. Gives how many rows the last statement changed.
 */
export function tamper(path: string, sql: string): number {
  const database = new BetterSqlite(path);
  database.pragma('foreign_keys = OFF');
  const triggers = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as { name: string; sql: string }[];
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
  database.exec(sql);
  const { changed } = database.prepare('SELECT changes() AS changed').get() as { changed: number };
  for (const trigger of triggers) database.exec(trigger.sql);
  database.close();
  return changed;
}
