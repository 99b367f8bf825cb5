import type BetterSqlite from 'better-sqlite3';
import type { Migration, MigrationMoment } from './migrations/all.ts';

/**
 * Brings the database to the newest version. All due migrations and the version number are one transaction: a failing one leaves the
 * database as it was and stops the program.
 */
export function migrate(
  database: BetterSqlite.Database,
  migrations: readonly Migration[],
  moment: MigrationMoment = unknownMoment(database),
): void {
  const current = Number(database.pragma('user_version', { simple: true }));
  const due = migrations.filter((migration) => migration.version > current);
  if (due.length === 0) return;
  database
    .transaction(() => {
      for (const migration of due) {
        database.exec(migration.sql);
        migration.run?.(database, moment);
        database.pragma(`user_version = ${migration.version}`);
      }
    })
    .immediate();
}

/** Of a caller that knows neither clock nor name: SQLite's own clock, and nobody. */
const unknownMoment = (database: BetterSqlite.Database): MigrationMoment => ({
  at: database.prepare("SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now')").pluck().get() as string,
  actor: '',
});
