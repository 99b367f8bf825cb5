import { readFileSync } from 'node:fs';
import BetterSqlite from 'better-sqlite3';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { migrate } from '../../main/db/migrate.ts';
import { foundation } from '../../main/db/migrations/0010-foundation.ts';
import { monitoring } from '../../main/db/migrations/0020-monitoring.ts';
import { planYears } from '../../main/db/migrations/0040-plan-years.ts';
import { planSchema } from '../../shared/domain/plan/schema.ts';
import { openingSchema } from '../../shared/domain/plan/years/opening.ts';
import { loadTestPlan } from '../support/plan.ts';

const SHA = 'a'.repeat(64);
const MOMENT = { at: '2026-12-01T08:00:00Z', actor: '王工' };
const SCHEME = parse(readFileSync(new URL('../fixtures/older-schemes/default-2024.yml', import.meta.url), 'utf8')) as { id: string };

/** The plan as version 10 stored it: no district, no kinds of units, targets without a kind. */
function oldPlan(): Record<string, unknown> {
  const { district: _district, unitKinds: _kinds, ...plan } = loadTestPlan();
  return JSON.parse(JSON.stringify(plan), (key, value: unknown) => (key === 'kind' && value === 'number' ? undefined : value)) as Record<
    string,
    unknown
  >;
}

const PLAN = JSON.stringify(oldPlan());

/** A work of version 20 with its plan and, unless left out, the scoring scheme of 2024. */
function version20({ scheme = true, more = '' }: { scheme?: boolean; more?: string } = {}): BetterSqlite.Database {
  const database = new BetterSqlite(':memory:');
  database.pragma('foreign_keys = ON');
  migrate(database, [foundation, monitoring]);
  database.prepare("INSERT INTO plan VALUES ('hechuan-2024', 'hash-of-old', ?, '2024-09-02T08:00:00Z')").run(PLAN);
  if (scheme)
    database.prepare("INSERT INTO scheme VALUES (?, 'scoring', 2024, 's1', ?, '2024-09-02')").run(SCHEME.id, JSON.stringify(SCHEME));
  database.exec(more);
  return database;
}

function migrated(database: BetterSqlite.Database): BetterSqlite.Database {
  migrate(database, [foundation, monitoring, planYears], MOMENT);
  return database;
}

interface DocumentRow {
  readonly content: string;
  readonly origin: string;
  readonly [column: string]: unknown;
}

const documentsOf = (database: BetterSqlite.Database): DocumentRow[] =>
  database.prepare('SELECT * FROM plan_document').all() as DocumentRow[];

const openedYears = (database: BetterSqlite.Database): number[] =>
  database.prepare("SELECT year FROM year_decision WHERE act = 'open' ORDER BY id").pluck().all() as number[];

const openingOf = (database: BetterSqlite.Database, year: number): unknown =>
  openingSchema.parse(JSON.parse(database.prepare('SELECT content FROM year_decision WHERE year = ?').pluck().get(year) as string));

test('the plan becomes the first document and says what it did not say before; what was stored is kept as origin', () => {
  const [document, ...others] = documentsOf(migrated(version20()));
  expect(others).toEqual([]);
  expect(document).toMatchObject({
    id: 1,
    kind: 'plan',
    number: '合川府办发〔2024〕52号',
    issued_on: '2024-08-31',
    effective_on: '2024-08-31',
    version: 'hash-of-old',
    reason: '新建',
    actor: '',
    stored_at: '2024-09-02T08:00:00Z',
  });
  expect(document?.origin).toBe(PLAN);
  expect(planSchema.parse(JSON.parse(document?.content ?? ''))).toEqual(loadTestPlan());
});

test('the name of the district comes from the title of the plan where no scheme is stored', () => {
  const [document] = documentsOf(migrated(version20({ scheme: false })));
  expect(planSchema.parse(JSON.parse(document?.content ?? '')).district).toEqual({ name: '合川区', aliases: ['合川'], city: '重庆市' });
});

test('the table of the plan is gone, and the new ones are strict', () => {
  const database = migrated(version20());
  const tables = database.pragma('table_list') as { name: string; strict: number }[];
  const own = tables.filter(({ name }) => !name.startsWith('sqlite_'));
  expect(own.map(({ name }) => name)).toEqual(expect.arrayContaining(['plan_document', 'year_decision', 'settled_figure']));
  expect(own.map(({ name }) => name)).not.toContain('plan');
  expect(own.filter(({ strict }) => strict !== 1)).toEqual([]);
});

test("the plan's first year is opened with what was used for it", () => {
  const database = migrated(version20());
  expect(openedYears(database)).toEqual([2024]);
  expect(openingOf(database, 2024)).toEqual({
    list: 1,
    targets: [],
    scheme: SCHEME.id,
    schemeVersion: 's1',
    due: '2025-01-15',
    rounds: ['year'],
    roundsDue: {},
    units: loadTestPlan().units.map(({ id }) => id),
  });
  expect(database.prepare('SELECT act, reason, actor, at FROM year_decision').all()).toEqual([
    { act: 'open', reason: '升级前的做法', actor: '王工', at: MOMENT.at },
  ]);
});

test('so are years with a return, a decision or a score; a ranking opens none', () => {
  const database = migrated(
    version20({
      more: `
        INSERT INTO file VALUES ('${SHA}', 1, x'2a');
        INSERT INTO import_batch VALUES (1, 2025, '2026-01-01', 0);
        INSERT INTO return_file VALUES (1, 1, '${SHA}', 'f.xlsx', 'dept-water', 2025, 1, 'l', '2026-01-02', 0, NULL);
        INSERT INTO conflict_decision VALUES (1, 2027, 'glass', 'A1-11', 'r', '甲', '2025-02-01');
        INSERT INTO run VALUES (1, 'assessment', '2026', 's', 'p', 'h', '{}', '2027-02-01');
        INSERT INTO run VALUES (2, 'ranking', '2023-07', 's', 'p', 'h', '{}', '2025-02-01');`,
    }),
  );
  expect(openedYears(database)).toEqual([2024, 2025, 2026, 2027]);
  expect(openingOf(database, 2025)).toMatchObject({ list: null, scheme: null, due: loadTestPlan().reporting.dueDates['2025'] ?? null });
});

test('a work without its plan is left without', () => {
  const database = new BetterSqlite(':memory:');
  migrate(database, [foundation, monitoring]);
  migrated(database);
  expect([documentsOf(database), openedYears(database)]).toEqual([[], []]);
});

test('a nameless upgrade says so', () => {
  const database = version20();
  migrate(database, [foundation, monitoring, planYears], { at: MOMENT.at, actor: '' });
  expect(database.prepare('SELECT actor FROM year_decision').pluck().get()).toBe('升级');
});

test('a second plan is refused', () => {
  const database = migrated(version20());
  const copy = `INSERT INTO plan_document (kind, number, title, issued_on, effective_on, version, content, reason, actor, stored_at)
    SELECT ?, number, title, issued_on, effective_on, version, content, reason, actor, stored_at FROM plan_document`;
  expect(() => database.prepare(copy).run('plan')).toThrow(/UNIQUE/);
  expect(database.prepare(copy).run('amendment').changes).toBe(1);
});

test.each(['plan_document', 'year_decision', 'settled_figure'])('%s is only ever added to', (table) => {
  const database = migrated(version20());
  database.exec(`INSERT INTO settled_figure VALUES (1, 'A1-01', 2024, NULL, '38', '文', 'r', '甲', '2025-01-01')`);
  const before = database.prepare(`SELECT * FROM ${table}`).all();
  expect(before).toHaveLength(1);
  expect(() => database.exec(`UPDATE ${table} SET reason = 'x'`)).toThrow(`${table}: only added to`);
  expect(() => database.exec(`DELETE FROM ${table}`)).toThrow(`${table}: only added to`);
  expect(database.prepare(`SELECT * FROM ${table}`).all()).toEqual(before);
});
