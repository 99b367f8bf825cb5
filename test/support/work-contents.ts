import BetterSqlite from 'better-sqlite3';

/** Every table's rows, as one text: two works that say the same are equal in it. `without`: tables that are left out. */
export function workContents(path: string, without: readonly string[] = []): string {
  const database = new BetterSqlite(path, { readonly: true });
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all() as { name: string }[];
  const rowsOf = (name: string): readonly string[][] =>
    database
      .prepare(`SELECT * FROM ${name}`)
      .all()
      .map((row) => Object.values(row as object).map(String));
  const text = tables
    .filter(({ name }) => !without.includes(name))
    .map(({ name }) => `${name} ${JSON.stringify(rowsOf(name))}`)
    .join('\n');
  database.close();
  return text;
}
