import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../../../../main/db/open.ts';
import { selectAllReturns } from '../../../../../main/db/queries/returns.ts';
import { checkEvents } from '../../../../../main/services/check/check-events.ts';
import { findingProblems } from '../../../../../main/services/check/check-findings.ts';
import { structureProblems } from '../../../../../main/services/check/check-imports.ts';
import { runLogProblems } from '../../../../../main/services/check/check-runs.ts';
import { loggedProblems } from '../../../../../main/services/check/check-work.ts';
import type { CheckProblem } from '../../../../../shared/contract/check.ts';
import { sampleWork, type SampleWork, testCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { tamper } from '../../../../support/tamper.ts';

const folder = temporaryFolder();
let workPath = '';

const DISTRICT_MEASURE = 'A1-01';

/** Every act twice, where the program lets it be done twice: one of two equal rows has to be missed. */
async function act(made: SampleWork): Promise<void> {
  const forms = join(folder, 'forms');
  mkdirSync(forms, { recursive: true });
  for (let time = 0; time < 2; time += 1) {
    await made.call('returns.templates', { year: 2024, folder: made.grant(forms), units: ['区税务局'], air: false });
    await made.call('consents.give', { unit: '清平镇', row: 'A3-5.3', reason: '没有裸露地块', by: '张三' });
    const figure = { measure: DISTRICT_MEASURE, year: 2023, value: '40.1' };
    await made.call('figures.set', { figures: [figure], document: '市环〔2024〕1号', reason: '认定' });
    await made.call('plan.decide', { year: 2024, subject: 'glass', statement: 'A3-4.2-a', reason: '专题会议', by: '李四' });
    await made.call('settings.set', { key: 'index.rounding', value: 'each', from: '2024-01-01', reason: '按会议纪要' });
    await made.call('stations.set', { name: '试用站', places: [{ place: '清平镇' }], reason: '登记' });
    await made.call('schemes.approve', { id: 'default-2024', document: '区环〔2024〕9号' });
    await made.call('year.change', { year: 2024, change: { due: '2025-01-31' }, reason: '延期' });
  }
  await made.call('run.make', { year: 2024 });
  made.setNow('2025-02-11T09:00:00+08:00');
  await made.call('consents.give', { unit: '清平镇', row: 'A3-5.3', reason: '核实有裸露地块', by: '张三', withdraw: true });
  await made.call('schemes.copy', { id: 'default-2024', newId: 'own-2024', reason: '起草' });
  const begun = { published: null, kind: 'ranking', newId: 'begun', title: '新办法', from: 2024, reason: '起草' } as const;
  await made.call('schemes.begin', begun);
  await made.call('run.make', { year: 2024 });
}

beforeAll(async () => {
  const made = await sampleWork(folder);
  workPath = made.workPath;
  const few = ['部门-02-区经济信息委', '镇街-20-清平镇'].map((name) => join(made.returns, `${name}-2024年填报表.xlsx`));
  writeFileSync(join(folder, '说明.txt'), '今年的填报表随后送来');
  await made.call('returns.import', { year: 2024, sources: [...few, join(folder, '说明.txt')].map((path) => made.grant(path)) });
  await act(made);
  made.core.close();
});

let copies = 0;

function copyOf(): string {
  const copy = join(folder, `tampered-${(copies += 1)}.sqlite`);
  copyFileSync(workPath, copy);
  return copy;
}

/** What is held against the log alone, without reading the originals once more. */
function problemsIn(path: string): CheckProblem[] {
  const work = openDatabase(path, { readOnly: true });
  try {
    const db = work.handle;
    const returns = selectAllReturns(db);
    const found = findingProblems(db, returns, new Map());
    return [...loggedProblems(db, returns), ...checkEvents(db).problems, ...runLogProblems(db), ...found, ...structureProblems(db)];
  } finally {
    work.close();
  }
}

function kindsAfter(sql: string): string[] {
  const copy = copyOf();
  expect(tamper(copy, sql)).toBeGreaterThan(0);
  return [...new Set(problemsIn(copy).map(({ kind }) => kind))].toSorted();
}

test('nothing is held against a work in which everything was done twice', () => {
  expect(problemsIn(copyOf())).toEqual([]);
});

const newest = (table: string, where = '1'): string => `(SELECT max(id) FROM ${table} WHERE ${where})`;
const without = (table: string): string => `DELETE FROM ${table} WHERE id = ${newest(table)}`;

test.each([
  ['form_issue', 'formIssue'],
  ['settled_figure', 'settledFigure'],
  ['conflict_decision', 'planDecision'],
  ['setting', 'setting'],
  ['station_statement', 'station'],
  ['scheme_act', 'scheme'],
  ['year_decision', 'yearDecision'],
] as const)('of two equal rows of %s one that is gone is missed', (table, kind) => {
  expect(kindsAfter(without(table))).toEqual([kind]);
});

test('of two equal consents one that is gone is missed', () => {
  expect(kindsAfter(`DELETE FROM consent WHERE id = ${newest('consent', 'given = 1')}`)).toEqual(['consent']);
});

test.each([
  ['form_issue', 'year, unit_id, version, file_name, actor, made_at', 'formIssue'],
  ['settled_figure', 'measure_id, year, unit_id, value, document, reason, actor, stored_at', 'settledFigure'],
  ['conflict_decision', 'year, subject, statement, reason, decided_by, decided_at', 'planDecision'],
  ['setting', 'key, value, from_date, document, reason, actor, stored_at', 'setting'],
  ['station_statement', 'act, station, from_date, content, document, reason, actor, at', 'station'],
  ['scheme_act', 'scheme_id, version, act, document, reason, actor, at', 'scheme'],
  ['year_decision', 'year, act, content, reason, actor, at', 'yearDecision'],
  ['consent', 'year, unit_id, row_id, given, as_before, reason, actor, at', 'consent'],
  ['version_decision', 'number, act, cause, reason, actor, at', 'register'],
  ['import_batch', 'year, imported_at, sample', 'batch'],
] as const)('a row of %s that is there once too often is told', (table, columns, kind) => {
  expect(kindsAfter(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM ${table} WHERE id = ${newest(table)}`)).toEqual([kind]);
});

test.each([
  ['a form moved to another unit', "UPDATE form_issue SET unit_id = 'dept-ecology'", 'formIssue'],
  ['a form of another plan', "UPDATE form_issue SET version = 'x'", 'formIssue'],
  ['the file of a form', "UPDATE form_issue SET file_name = '别的.xlsx'", 'formIssue'],
  ['when a form was made', "UPDATE form_issue SET made_at = '2024-01-01T00:00:00+08:00'", 'formIssue'],
  ['which statement was decided for', "UPDATE conflict_decision SET statement = 'A1-09-x'", 'planDecision'],
  ['a figure from before the work was made', "UPDATE settled_figure SET value = '9', stored_at = '2001-01-01T00:00:00Z'", 'settledFigure'],
  ['an approval moved to another version', "UPDATE scheme_act SET version = 'x' WHERE act = 'approve'", 'scheme'],
  ['the first year of a scheme', "UPDATE scheme_version SET year = 2020 WHERE scheme_id = 'default-2024'", 'scheme'],
  ['the text of a scheme', "UPDATE scheme_version SET source = 'title: 别的' WHERE scheme_id = 'own-2024'", 'scheme'],
  [
    'a scheme said to be carried forward by an upgrade',
    `UPDATE scheme_version SET origin = content, content = json_set(content, '$.rules.evaluation.index.rounding', 'sum') WHERE scheme_id = 'ranking-change'`,
    'scheme',
  ],
  ['a scheme that came with the work', "DELETE FROM scheme_version WHERE scheme_id = 'ranking-change'", 'scheme'],
  ['when a year was changed', "UPDATE year_decision SET at = '2024-01-01T00:00:00+08:00' WHERE act = 'change'", 'yearDecision'],
  [
    'what the first year was opened with',
    "UPDATE year_decision SET content = json_set(content, '$.due', '2030-01-01') WHERE act = 'open'",
    'yearDecision',
  ],
  ['the plan, with its hash', "UPDATE plan_document SET version = 'x'", 'planDocument'],
  ['when an import was', "UPDATE import_batch SET imported_at = '2024-01-01T00:00:00+08:00'", 'batch'],
  ['the name of a return', "UPDATE return_file SET file_name = '别的.xlsx' WHERE id = 1", 'return'],
  ['an original that nothing uses', "INSERT INTO file VALUES ('" + 'a'.repeat(64) + "', 1, x'00')", 'file'],
  ['the size of an original', 'UPDATE file SET size = size + 1', 'file'],
] as const)('notices %s', (_what, sql, kind) => {
  expect(kindsAfter(sql)).toContain(kind);
});

const RUN = 'kind, period, scheme_version, plan_version, input_hash, result, computed_at, engine, basis';

test.each([
  ['one that is gone', 'DELETE FROM run WHERE id = 1', '第 1 号计算记录在操作记录中有，库内没有'],
  [
    'one that nobody made',
    `INSERT INTO run (id, ${RUN}) SELECT 9, ${RUN} FROM run WHERE id = 1`,
    '第 9 号计算记录在库内有，操作记录中没有',
  ],
  ['an older result', "UPDATE run SET result = '{}' WHERE id = 1", '第 1 号计算记录的存档结果与操作记录中的校验值不符'],
  [
    'when it was computed',
    "UPDATE run SET computed_at = '2024-01-01' WHERE id = 1",
    '第 1 号计算记录的时间、办法、方案或依据与操作记录不符',
  ],
  ['by what it was computed', "UPDATE run SET scheme_version = 'x' WHERE id = 1", '第 1 号计算记录的时间、办法、方案或依据与操作记录不符'],
] as const)('notices of the runs %s', (_what, sql, detail) => {
  const copy = copyOf();
  expect(tamper(copy, sql)).toBe(1);
  expect(problemsIn(copy)).toEqual([{ kind: 'run', place: '年度得分 2024', detail }]);
});

test('the newest row of a place counts, so a withdrawal put before the consents is told', () => {
  expect(kindsAfter('UPDATE consent SET id = 4 - id + 10; UPDATE consent SET id = id - 10')).toEqual(['consent']);
  const copy = copyOf();
  tamper(copy, 'UPDATE consent SET id = 4 - id + 10; UPDATE consent SET id = id - 10');
  expect(problemsIn(copy).map(({ detail }) => detail)).toEqual(['与操作记录的先后次序不符']);
});

const ERROR = "(SELECT min(id) FROM finding WHERE severity = 'error' AND return_id IS NOT NULL)";

test.each([
  ['an error taken away', `DELETE FROM finding WHERE id = ${ERROR}`],
  ['every finding of a return', 'DELETE FROM finding WHERE return_id = 1'],
  ['an error made a hint', `UPDATE finding SET severity = 'info' WHERE id = ${ERROR}`],
  ['an error at another cell', `UPDATE finding SET cell = 'Z99' WHERE id = ${ERROR}`],
  ['what a finding says', `UPDATE finding SET params = '{}' WHERE id = ${ERROR}`],
  ['an error moved to another return', `UPDATE finding SET return_id = 3 - return_id WHERE id = ${ERROR}`],
  [
    'a finding that nobody made',
    `INSERT INTO finding SELECT 9999, batch_id, return_id, file_name, sheet, cell, severity, code, params FROM finding WHERE id = ${ERROR}`,
  ],
  ['why a file was refused', 'DELETE FROM finding WHERE return_id IS NULL'],
] as const)('notices of the findings %s', (_what, sql) => {
  expect(kindsAfter(sql)).toEqual(['finding']);
});

test.each([
  ['a trigger that is gone', 'DROP TRIGGER consent_kept', '防改动触发器 consent_kept', '库内没有'],
  [
    'a view that says otherwise what counts',
    'DROP VIEW counted_station_day; CREATE VIEW counted_station_day AS SELECT * FROM station_day',
    '采用口径视图 counted_station_day',
    '定义已被改动',
  ],
  ['a table of another program', 'CREATE TABLE other (a)', '表 other', '不是本程序建立的'],
] as const)('notices in the structure %s', (_what, sql, place, detail) => {
  const copy = copyOf();
  const database = new BetterSqlite(copy);
  database.exec(sql);
  database.close();
  expect(problemsIn(copy)).toEqual([{ kind: 'database', place, detail: expect.stringContaining(detail) }]);
});

const checking = testCore(folder);
afterAll(() => checking.core.close());

async function checked(sql: string | null): Promise<CheckProblem[]> {
  const copy = copyOf();
  if (sql !== null) expect(tamper(copy, sql)).toBeGreaterThan(0);
  await checking.call('work.open', { file: checking.grant(copy) });
  return (await checking.call('work.check', {})).problems;
}

test('the whole check finds nothing in the work itself', async () => {
  expect(await checked(null)).toEqual([]);
});

test('and names a finding that is gone by return, cell and sentence', async () => {
  const [problem, ...others] = await checked(`DELETE FROM finding WHERE id = ${ERROR}`);
  expect(others).toEqual([]);
  expect(problem?.kind).toBe('finding');
  expect(problem?.place).toMatch(/^部门-02-区经济信息委-2024年填报表\.xlsx（第 1 版） .+![A-Z]+\d+$/u);
  expect(problem?.detail).toMatch(/^导入时查出“[^”]+”，库内没有或已被改动$/u);
  expect(problem?.detail).not.toContain('规则 ');
});

/** As a program would have left it that did not tell findings in the event. */
const UNTOLD = `UPDATE event SET detail = json_remove(detail, '$.files[0].found', '$.files[1].found', '$.files[2].found') WHERE kind = 'returns.import'`;

test('where the event tells no findings, the original tells its errors', async () => {
  const event = (problems: readonly CheckProblem[]) => problems.filter(({ kind }) => kind !== 'event');
  expect(event(await checked(UNTOLD))).toEqual([]);
  expect(event(await checked(`${UNTOLD}; DELETE FROM finding WHERE id = ${ERROR}`))).toEqual([
    expect.objectContaining({ kind: 'finding', detail: expect.stringContaining('库内没有或已被改动') }),
  ]);
  expect(event(await checked(`${UNTOLD}; DELETE FROM finding WHERE return_id IS NULL`))).toEqual([
    { kind: 'finding', place: '说明.txt', detail: '导入时未采用 1 份，各有问题，库内只有 0 条' },
  ]);
});
