import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MethodOutput } from '../../../../../shared/contract/contract.ts';
import { importedWork, type SampleWork, testCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { tamper } from '../../../../support/tamper.ts';

const folder = temporaryFolder();
let made: SampleWork;
beforeAll(async () => {
  made = await importedWork(folder);
});
afterAll(() => made.core.close());

/** What is shown and not stored: the place as it stands, what is missing and between which totals the final one can lie. */
const withoutOutlook = ({ district, units, ...rest }: MethodOutput<'assessment.score'>['result']): object => ({
  ...rest,
  district: stored(district),
  units: units.map(stored),
});

const stored = ({
  place: _place,
  range: _range,
  missing: _missing,
  ...rest
}: MethodOutput<'assessment.score'>['result']['district']): object => rest;

/** Rows of every table, as another program sees them. */
function rows(): Readonly<Record<string, number>> {
  const other = new BetterSqlite(made.workPath, { readonly: true });
  const tables = other.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  const counts = tables.map((table) => [table, other.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number] as const);
  other.close();
  return Object.fromEntries(counts);
}

test('showing, scoring, ranking and printing store nothing', async () => {
  const before = rows();
  await made.call('assessment.score', { year: 2024 });
  await made.call('ranking.rank', { period: '2024-07' });
  await made.call('ranking.show', { period: '2024' });
  await made.call('reports.preview', { kind: 'annex1', year: 2024 });
  await made.call('reports.print', { kind: 'annex3', year: 2024, format: 'xlsx', file: made.grant(join(folder, '附件3.xlsx')) });
  await made.call('work.check', {});
  expect(rows()).toEqual(before);
});

test('a run is made by command, by whom the list says, and shows what was computed whatever comes after', async () => {
  const score = await made.call('assessment.score', { year: 2024 });
  const assessment = await made.call('run.make', { year: 2024 });
  const ranking = await made.call('run.make', { ranking: '2024-07' });
  expect([assessment.stored, ranking.stored]).toEqual([true, true]);
  const { runs } = await made.call('run.list', {});
  expect(runs).toMatchObject([
    { id: 2, kind: 'ranking', period: '2024-07', scheme: 'ranking-2024', actor: '测试员', computedAt: '2025-02-10T09:00:00+08:00' },
    { id: 1, kind: 'assessment', period: '2024', actor: '测试员', inputHash: score.inputHash },
  ]);
  await made.call('plan.decide', { year: 2024, subject: 'glass', statement: 'A3-4.2-a', reason: '上级明确按20家考核' });
  expect((await made.call('assessment.score', { year: 2024 })).runId).toBeNull();
  expect(await made.call('run.show', { id: 1 })).toMatchObject({
    kind: 'assessment',
    run: { id: 1 },
    result: withoutOutlook(score.result),
  });
  expect(await made.fail('run.show', { id: 99 })).toEqual({ code: 'RUN_UNKNOWN', params: { id: 99 } });
});

test('who decides is who calls, where no other name is given', async () => {
  const { decisions } = await made.call('plan.conflicts', { year: 2024 });
  expect(decisions).toMatchObject([{ subject: 'glass', decidedBy: '测试员' }]);
});

test('the check finds an event that was changed behind the program, and names it', async () => {
  const copy = join(folder, 'tampered.sqlite');
  const other = new BetterSqlite(made.workPath);
  other.prepare('VACUUM INTO ?').run(copy);
  other.close();
  tamper(copy, "UPDATE event SET actor = '李四' WHERE kind = 'run.make'");
  const tampered = new BetterSqlite(copy);
  const { id } = tampered.prepare("SELECT min(id) AS id FROM event WHERE kind = 'run.make'").get() as { id: number };
  tampered.close();
  const checking = testCore(folder);
  await checking.call('work.open', { file: checking.grant(copy) });
  const { problems } = await checking.call('work.check', {});
  expect(problems).toEqual([{ kind: 'event', place: `第 ${id} 条操作记录（run.make）`, detail: '内容与其校验值不符' }]);
  checking.core.close();
});

test('a work that is open for reading shows everything and refuses to keep a run', async () => {
  const copy = join(folder, 'readonly.sqlite');
  made.core.close();
  copyFileSync(made.workPath, copy);
  const reading = testCore(folder);
  expect(await reading.call('work.open', { file: reading.grant(copy), readOnly: true })).toMatchObject({ readOnly: true });
  expect((await reading.call('returns.status', { year: 2024 })).counts.reported).toBe(48);
  expect((await reading.call('work.check', {})).problems).toEqual([]);
  await reading.call('reports.print', { kind: 'annex3', year: 2024, format: 'xlsx', file: reading.grant(join(folder, '只读.xlsx')) });
  for (const [method, input] of [
    ['run.make', { year: 2024 }],
    ['returns.import', { year: 2024, sources: [reading.grant(made.returns)] }],
    ['settings.set', { key: 'dust.days', value: 'left-out', from: '2024-01-01', reason: '试' }],
  ] as const)
    expect(await reading.fail(method, input)).toEqual({ code: 'WORK_READ_ONLY', params: { path: copy } });
  // Another work can be opened over it.
  expect(await reading.call('work.open', { file: reading.grant(made.workPath) })).toMatchObject({ readOnly: false });
  reading.core.close();
});
