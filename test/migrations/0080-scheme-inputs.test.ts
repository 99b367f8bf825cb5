import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { schemeInputs } from '../../main/db/migrations/0080-scheme-inputs.ts';

const COLUMNS = 'scheme_id, period, subject_id, kind, name, value, document, actor, at';

test('inputs of schemes are only added to, and of the three kinds there are', () => {
  const database = new BetterSqlite(':memory:');
  database.exec(schemeInputs.sql);
  const insert = (kind: string, value: string | null) =>
    database.prepare(`INSERT INTO scheme_input (${COLUMNS}) VALUES ('a', '2024', NULL, ?, 'x', ?, '文', '某甲', 'now')`).run(kind, value);
  insert('manual', '5');
  insert('manual', null);
  expect(() => insert('status', '5')).toThrow('CHECK');
  expect(() => database.exec("UPDATE scheme_input SET value = '6'")).toThrow('only added to');
  expect(() => database.exec('DELETE FROM scheme_input')).toThrow('only added to');
  expect(database.prepare('SELECT value FROM scheme_input ORDER BY id').pluck().all()).toEqual(['5', null]);
  database.close();
});
