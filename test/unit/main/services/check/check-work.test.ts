import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import { importedWork, sampleWork, testCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const folder = temporaryFolder();
let workPath = '';

beforeAll(async () => {
  const made = await sampleWork(folder);
  workPath = made.workPath;
  const few = ['部门-02-区经济信息委', '部门-04-区城市管理局', '部门-18-区税务局', '镇街-20-清平镇'];
  await made.call('returns.import', {
    year: 2024,
    sources: few.map((name) => made.grant(join(made.returns, `${name}-2024年填报表.xlsx`))),
  });
  await made.call('consents.give', { unit: '清平镇', row: 'A3-5.3', reason: '没有裸露地块', by: '张三' });
  const revision = { measure: 'A1-05', year: 2025, value: '≥30' };
  await made.call('targets.revise', { revisions: [revision], document: '区环〔2025〕1号', from: '2025-03-01', reason: '调整' });
  const figure = { measure: 'A1-01', year: 2023, value: '40.1' };
  await made.call('figures.set', { figures: [figure], document: '市环〔2024〕1号', reason: '认定' });
  await made.call('year.change', { year: 2024, change: { due: '2025-01-31' }, reason: '延期' });
  await made.call('schemes.approve', { id: 'default-2024', document: '区环〔2024〕9号' });
  await made.call('run.make', { year: 2024 });
  await made.call('run.make', { ranking: '2024-07' });
  expect(await made.call('work.check', {})).toMatchObject({ problems: [], checked: { files: 4, runs: 2, staleRuns: 0 } });
  made.core.close();
});

test('finds nothing in a work with every sample return', async () => {
  const made = await importedWork(join(folder, 'whole'));
  await made.call('run.make', { year: 2024 });
  await made.call('run.make', { ranking: '2024-07' });
  expect(await made.call('work.check', {})).toMatchObject({ problems: [], checked: { files: 48, runs: 2, staleRuns: 0 } });
  made.core.close();
});

let copies = 0;

/** Problems that the check finds in a copy of the work after `sql` was run on it behind the program's back. */
async function problemsAfter(sql: string): Promise<{ kind: string; place: string; detail: string }[]> {
  const copy = join(folder, `tampered-${(copies += 1)}.sqlite`);
  copyFileSync(workPath, copy);
  const database = new BetterSqlite(copy);
  database.pragma('foreign_keys = OFF');
  const triggers = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all() as string[];
  for (const trigger of triggers) database.exec(`DROP TRIGGER ${trigger}`);
  expect(database.prepare(sql).run().changes).toBeGreaterThan(0);
  database.close();
  const made = testCore(folder);
  await made.call('work.open', { file: made.grant(copy) });
  const { problems } = await made.call('work.check', {});
  made.core.close();
  return problems;
}

const UNIT = "(SELECT id FROM return_file WHERE unit_id = 'dept-city-management' AND superseded_by IS NULL)";
const TOWN = "(SELECT id FROM return_file WHERE unit_id = 'town-500117114' AND superseded_by IS NULL)";

const tamperings: readonly [string, string, string][] = [
  [
    'a byte of an original',
    "UPDATE file SET bytes = zeroblob(length(bytes)) WHERE sha256 = (SELECT sha256 FROM return_file WHERE unit_id = 'dept-tax')",
    'file',
  ],
  ['a value', `UPDATE return_answer SET value = '1300' WHERE return_id = ${UNIT} AND row_id = 'A1-16' AND field = 'numerator'`, 'value'],
  [
    'what was typed',
    `UPDATE return_answer SET raw = '1300' WHERE return_id = ${UNIT} AND row_id = 'A1-16' AND field = 'numerator'`,
    'value',
  ],
  [
    'the cell a value came from',
    `UPDATE return_answer SET cell = 'A1' WHERE return_id = ${UNIT} AND row_id = 'A1-16' AND field = 'numerator'`,
    'value',
  ],
  ['a status', `UPDATE return_answer SET value = 'done' WHERE return_id = ${UNIT} AND field = 'status' AND value = 'behind'`, 'value'],
  ['a value taken away', `DELETE FROM return_answer WHERE return_id = ${UNIT} AND row_id = 'A1-16'`, 'value'],
  ['a value added', `INSERT INTO return_answer VALUES (${UNIT}, 'A1-06', 'value', 'quantity', '9', '9', '指标填报', 'H9')`, 'value'],
  ['an air value', `UPDATE air_daily SET pm25 = '1' WHERE return_id = ${TOWN} AND date = '2024-07-10'`, 'value'],
  ['an air value and its cell', `UPDATE air_daily SET pm25 = '1', cells = '{}' WHERE return_id = ${TOWN} AND date = '2024-07-10'`, 'value'],
  ['a day taken away', `DELETE FROM air_daily WHERE return_id = ${TOWN} AND date = '2024-07-10'`, 'value'],
  ['a day moved', `UPDATE air_daily SET date = '2023-07-10' WHERE return_id = ${TOWN} AND date = '2024-07-10'`, 'value'],
  ['the unit of a return', `UPDATE return_file SET unit_id = 'dept-commerce' WHERE id = ${UNIT}`, 'return'],
  ['the date of a return', `UPDATE return_file SET reported_on = '2025-01-01' WHERE id = ${UNIT}`, 'return'],
  ['a return taken away', `DELETE FROM return_file WHERE id = ${UNIT}`, 'return'],
  ['the plan', "UPDATE plan_document SET content = replace(content, '≤39', '≤49')", 'plan'],
  ['a scheme', "UPDATE scheme_version SET content = replace(content, '示范方案', '正式方案') WHERE kind = 'scoring'", 'plan'],
  ['a consent taken away', 'DELETE FROM consent', 'consent'],
  ['a consent moved', "UPDATE consent SET row_id = 'A1-01'", 'consent'],
  ['a consent that nobody gave', "INSERT INTO consent VALUES (NULL, 2024, 'dept-a', 'A1-01', 1, 0, 'x', 'y', 'z')", 'consent'],
  ['a settled figure', "UPDATE settled_figure SET value = '10'", 'settledFigure'],
  ['a settled figure taken away', 'DELETE FROM settled_figure', 'settledFigure'],
  ['the title of the plan', "UPDATE plan_document SET title = '别的' WHERE kind = 'plan'", 'planDocument'],
  ['the date of a revision', "UPDATE plan_document SET effective_on = '2024-02-01' WHERE kind = 'adjustment'", 'planDocument'],
  ['a decision about a year', "DELETE FROM year_decision WHERE act = 'change'", 'yearDecision'],
  ['the reason of a decision', "UPDATE year_decision SET reason = '别的' WHERE act = 'change'", 'yearDecision'],
  ['an approval', 'DELETE FROM scheme_act', 'scheme'],
  ['a cell in error', "DELETE FROM return_answer WHERE kind = 'rejected'", 'value'],
  ['the edition by which a return was read', `UPDATE return_file SET reading = 1 WHERE id = ${UNIT}`, 'return'],
  ['a stored score', "UPDATE run SET result = json_set(result, '$.district.total', '99.00') WHERE kind = 'assessment'", 'run'],
];

test.each(tamperings)('notices a change of %s', async (_what, sql, kind) => {
  expect((await problemsAfter(sql)).map((problem) => problem.kind)).toContain(kind);
});

test('names return, row and both values of a changed value', async () => {
  const [problem] = await problemsAfter(
    `UPDATE return_answer SET value = '1300' WHERE return_id = ${UNIT} AND row_id = 'A1-16' AND field = 'numerator'`,
  );
  expect(problem?.place).toMatch(/^部门-04-区城市管理局-2024年填报表\.xlsx（第 1 版） A1-16 numerator$/);
  expect(problem?.detail).toContain('库内1300（指标填报!');
  expect(problem?.detail).toContain('原表1214.6（指标填报!');
});

test('a run that is older than the newest return is counted as stale, not as a problem', async () => {
  const made = testCore(folder);
  const copy = join(folder, 'stale.sqlite');
  copyFileSync(workPath, copy);
  await made.call('work.open', { file: made.grant(copy) });
  await made.call('plan.decide', { year: 2024, subject: 'glass', statement: 'A3-4.2-a', reason: '上级明确按20家考核', by: '测试' });
  expect(await made.call('work.check', {})).toMatchObject({ checked: { staleRuns: 1 } });
  made.core.close();
});
