import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../main/db/migrate.ts';
import { APPLICATION_ID, MIGRATIONS } from '../../main/db/migrations/all.ts';

test('a work of before has no events, and what is said of one is only added to', () => {
  const database = new BetterSqlite(':memory:');
  database.pragma(`application_id = ${APPLICATION_ID}`);
  const moment = { at: '2026-12-01T08:00:00+08:00', actor: '某甲' };
  migrate(
    database,
    MIGRATIONS.filter(({ version }) => version <= 250),
    moment,
  );
  const count = () => database.prepare('SELECT count(*) FROM event_statement').pluck().get();
  expect(count()).toBe(0);
  const insert = (id: number, event: number, act: string) =>
    database
      .prepare(
        "INSERT INTO event_statement (id, event, act, content, evidence, reason, actor, at) VALUES (?, ?, ?, 'null', '[]', 'r', 'a', 't')",
      )
      .run(id, event, act);
  insert(1, 1, 'report');
  insert(2, 1, 'approve');
  // The statement that enters an event gives it its number, and no other does.
  expect(() => insert(3, 1, 'report')).toThrow(/CHECK/);
  expect(() => insert(3, 3, 'withdraw')).toThrow(/CHECK/);
  expect(() => insert(3, 1, 'forget')).toThrow(/CHECK/);
  expect(() => database.exec("UPDATE event_statement SET act = 'refuse' WHERE id = 2")).toThrow('only added to');
  expect(() => database.exec('DELETE FROM event_statement')).toThrow('only added to');
  expect(count()).toBe(2);
  database.close();
});
