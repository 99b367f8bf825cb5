import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../main/db/migrate.ts';
import { foundation } from '../../main/db/migrations/0010-foundation.ts';
import { monitoring } from '../../main/db/migrations/0020-monitoring.ts';
import { audit } from '../../main/db/migrations/0030-audit.ts';
import { planYears } from '../../main/db/migrations/0040-plan-years.ts';
import { consents } from '../../main/db/migrations/0050-consents.ts';
import { APPLICATION_ID } from '../../main/db/migrations/all.ts';

const SHA = 'a'.repeat(64);
const MOMENT = { at: '2026-12-01T08:00:00+08:00', actor: '某甲' };

const measure = (id: string, kind: 'rate' | 'amount', zeroDenominator = 'error') => ({ id, kind, zeroDenominator });
const PLAN = {
  document: { number: '号', title: '小区方案', date: '2024-08-31', issuer: '小区政府' },
  units: [{ id: 'first' }, { id: 'second' }],
  annex1: {
    years: [2024],
    rows: [
      { id: 'shared', leadUnits: ['first', 'second'], measures: [measure('amount', 'amount'), measure('rare', 'rate', 'complete')] },
      { id: 'alone', leadUnits: ['first'], measures: [measure('lone', 'amount'), measure('plain', 'rate')] },
    ],
  },
  annex3: { year: 2024, items: [{ id: 'item', leadUnits: ['first'], measures: [] }] },
  reporting: { dueDates: {} },
};

/** A work as it was before consents, with the answers given as 'unit row field' → kind and value. */
function migratedWith(answers: Readonly<Record<string, readonly [string, string]>>): BetterSqlite.Database {
  const database = new BetterSqlite(':memory:');
  database.pragma('foreign_keys = ON');
  database.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(database, [foundation], MOMENT);
  database.exec(`
    INSERT INTO file VALUES ('${SHA}', 1, x'2a');
    INSERT INTO import_batch VALUES (1, 2024, '2025-01-01', 0);
    INSERT INTO return_file VALUES
      (1, 1, '${SHA}', 'first.xlsx', 'first', 2024, 1, 'l', '2025-01-02', 0, 2),
      (2, 1, '${SHA}', 'first.xlsx', 'first', 2024, 2, 'l', '2025-01-03', 0, NULL),
      (3, 1, '${SHA}', 'second.xlsx', 'second', 2024, 1, 'l', '2025-01-02', 0, NULL);
    INSERT INTO return_answer VALUES (1, 'old', 'status', 'status', 'notApplicable', '不涉及', '任务', 'E4');
    INSERT INTO event VALUES (1, '2025-01-01', 'work.create', '{}');`);
  database.prepare("INSERT INTO plan (id, version, content, stored_at) VALUES ('p', 'v', ?, '2025-01-01')").run(JSON.stringify(PLAN));
  const insert = database.prepare("INSERT INTO return_answer VALUES (?, ?, ?, ?, ?, '无', '指标', 'H4')");
  for (const [key, [kind, value]] of Object.entries(answers)) {
    const [unit, row, field] = key.split(' ');
    insert.run(unit === 'first' ? 2 : 3, row, field, kind, value);
  }
  migrate(database, [foundation, monitoring, audit, planYears, consents], MOMENT);
  return database;
}

const NOTHING = ['notApplicable', ''] as const;
const number = (value: string) => ['quantity', value] as const;
const taken = (answers: Parameters<typeof migratedWith>[0]): unknown[] =>
  migratedWith(answers).prepare("SELECT unit_id || ' ' || row_id FROM consent ORDER BY id").pluck().all();

test('a status with 不涉及 in a return that counts is taken over, with reason, actor and moment, and stands in the log', () => {
  const database = migratedWith({ 'first item status': ['status', 'notApplicable'], 'second item status': ['status', 'done'] });
  expect(database.prepare('SELECT * FROM consent').all()).toEqual([
    {
      id: 1,
      year: 2024,
      unit_id: 'first',
      row_id: 'item',
      given: 1,
      as_before: 1,
      reason: '迁移前已计入',
      actor: '升级',
      at: MOMENT.at,
    },
  ]);
  expect(database.prepare("SELECT detail ->> 'row' AS row, actor FROM event WHERE kind = 'consents.give'").all()).toEqual([
    { row: 'item', actor: '升级' },
  ]);
});

test('a rate that counted as one without occasion is taken over, one of another kind is not', () => {
  expect(taken({ 'first rare numerator': NOTHING, 'first rare denominator': NOTHING })).toEqual(['first rare']);
  expect(taken({ 'first rare numerator': number('0'), 'first rare denominator': NOTHING })).toEqual(['first rare']);
  expect(taken({ 'first rare value': NOTHING })).toEqual(['first rare']);
  expect(taken({ 'first rare numerator': number('3'), 'first rare denominator': NOTHING })).toEqual([]);
  expect(taken({ 'first rare denominator': NOTHING, 'first rare value': number('80') })).toEqual([]);
  expect(taken({ 'first plain numerator': NOTHING, 'first plain denominator': NOTHING })).toEqual([]);
});

test('a figure that was missing stays so; one in whose place a later lead stood is taken over', () => {
  expect(taken({ 'first lone value': NOTHING })).toEqual([]);
  expect(taken({ 'first amount value': NOTHING })).toEqual([]);
  expect(taken({ 'first amount value': NOTHING, 'second amount value': number('4') })).toEqual(['first amount']);
});

test('consents are only added to, and returns before them were read by the first edition', () => {
  const database = migratedWith({ 'first item status': ['status', 'notApplicable'] });
  expect(() => database.exec("UPDATE consent SET reason = 'x'")).toThrow(/only added to/);
  expect(() => database.exec('DELETE FROM consent')).toThrow(/only added to/);
  expect(() => database.exec("INSERT INTO consent VALUES (9, 2024, 'first', 'item', 2, 0, 'r', 'a', 't')")).toThrow(/CHECK/);
  expect(database.prepare('SELECT DISTINCT reading FROM return_file').pluck().all()).toEqual([1]);
  const tables = database.pragma('table_list') as { name: string; strict: number }[];
  expect(tables.find((table) => table.name === 'consent')?.strict).toBe(1);
});
