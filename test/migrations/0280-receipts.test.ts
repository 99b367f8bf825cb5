import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../main/db/migrate.ts';
import { APPLICATION_ID, MIGRATIONS } from '../../main/db/migrations/all.ts';

const MOMENT = { at: '2026-12-01T08:00:00+08:00', actor: '某甲' };

function migrated(): BetterSqlite.Database {
  const database = new BetterSqlite(':memory:');
  database.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(
    database,
    MIGRATIONS.filter(({ version }) => version <= 280),
    MOMENT,
  );
  database.pragma('foreign_keys = OFF');
  return database;
}

test('the newest word holds: a receipt that was changed, a waiver that was taken back, a review that was undone', () => {
  const database = migrated();
  database.exec(`
    INSERT INTO received_file (number, return_id) VALUES (1, 1);
    INSERT INTO receipt (number, received_on, via, cause, reason, actor, at) VALUES
      (1, '2025-01-10', '邮件', 'import', '', '某甲', 'a'), (1, '2025-01-12', '送达', 'person', '签收', '某乙', 'b');
    INSERT INTO deadline (year, unit_id, kind, given, until, reason, actor, at) VALUES
      (2024, 'u', 'extension', 1, '2025-01-31', '故障', '某甲', 'a'), (2024, 'u', 'waiver', 1, NULL, '首次', '某甲', 'a'),
      (2024, 'u', 'waiver', 0, NULL, '撤销', '某甲', 'b');
    INSERT INTO review (year, unit_id, act, number, seen, decided, answered, reason, actor, at) VALUES
      (2024, 'u', 'passed', 1, 1, 0, 0, '', '某甲', 'a'), (2024, 'u', 'open', 1, 1, 0, 0, '', '某甲', 'b'),
      (2025, 'u', 'returned', 1, 1, 0, 0, '', '某甲', 'c');
    INSERT INTO sending (year, unit_id, act, form, version, sent_on, via, reason, actor, at) VALUES
      (2024, 'u', 'send', 'f.xlsx', 'v', '2025-01-02', '邮件', '', '某甲', 'a');`);
  const rows = (sql: string): unknown => database.prepare(sql).raw().all();
  expect(rows('SELECT received_on, via FROM standing_receipt')).toEqual([['2025-01-12', '送达']]);
  expect(rows('SELECT kind, until FROM standing_deadline')).toEqual([['extension', '2025-01-31']]);
  expect(rows('SELECT year, act FROM standing_review')).toEqual([[2025, 'returned']]);
  expect(rows('SELECT form FROM standing_sending')).toEqual([['f.xlsx']]);
});

test.each(['receipt', 'deadline', 'review', 'sending'])('%s is only added to', (table) => {
  const database = migrated();
  const rows: Readonly<Record<string, string>> = {
    receipt: "(number, received_on, via, cause, reason, actor, at) VALUES (1, 'd', 'v', 'import', '', '', '')",
    deadline: "(year, unit_id, kind, given, until, reason, actor, at) VALUES (2024, 'u', 'waiver', 1, NULL, '', '', '')",
    review: "(year, unit_id, act, number, seen, decided, answered, reason, actor, at) VALUES (2024, 'u', 'passed', 1, 1, 0, 0, '', '', '')",
    sending:
      "(year, unit_id, act, form, version, sent_on, via, reason, actor, at) VALUES (2024, 'u', 'undo', NULL, NULL, NULL, NULL, '', '', '')",
  };
  database.exec(`INSERT INTO ${table} ${rows[table]}`);
  expect(() => database.exec(`UPDATE ${table} SET reason = 'x'`)).toThrow('only added to');
  expect(() => database.exec(`DELETE FROM ${table}`)).toThrow('only added to');
});

test('an extension has its day, a waiver and what is taken back have none', () => {
  const database = migrated();
  const insert = (kind: string, given: number, until: string): void => {
    database.exec(
      `INSERT INTO deadline (year, unit_id, kind, given, until, reason, actor, at) VALUES (2024, 'u', '${kind}', ${given}, ${until}, '', '', '')`,
    );
  };
  expect(() => insert('extension', 1, 'NULL')).toThrow('CHECK');
  expect(() => insert('waiver', 1, "'2025-01-31'")).toThrow('CHECK');
  expect(() => insert('extension', 0, "'2025-01-31'")).toThrow('CHECK');
  insert('extension', 1, "'2025-01-31'");
});
