import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ruleText } from '../../../../../shared/text/score-text.ts';
import { testCore, type TestCore } from '../../../../support/core.ts';
import { fillReturn } from '../../../../support/fill-return.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { tamper } from '../../../../support/tamper.ts';

const YEAR = 2024;
const UNIT = '区公安局';
const folder = temporaryFolder();
const work = join(folder, 'work.sqlite');
let made: TestCore;

beforeAll(async () => {
  made = testCore(folder);
  await made.call('work.create', { file: made.grant(work), planId: 'hechuan-2024' });
});
afterAll(() => made.core.close());

async function file(name: string, date: string): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await fillReturn(made, UNIT, { 'reportedOn|reportedOn': { date } }));
  return made.grant(path);
}

const unit = async () => (await made.call('returns.status', { year: YEAR })).units.find(({ name }) => name === UNIT);
const score = async () => (await made.call('assessment.explain', { year: YEAR, unit: UNIT })).score;
const penalty = async () => {
  const [only] = (await score()).penalties;
  return only === undefined ? null : { points: only.points, text: ruleText(only.rule.code, only.rule.params) };
};

test('without a receipt the 填报日期 decides 迟报, and the return is marked; with one the day it came decides', async () => {
  await made.call('returns.import', { year: YEAR, sources: [await file('late.xlsx', '2025-01-20')] });
  expect(await unit()).toMatchObject({ late: true, receipt: null, due: '2025-01-15' });
  expect((await made.call('returns.status', { year: YEAR })).counts).toMatchObject({ late: 1, unregistered: 1 });
  const before = await score();
  expect(await penalty()).toMatchObject({ points: expect.stringMatching(/^-/), text: expect.stringContaining('填报日期2025年1月20日') });

  const number = (await unit())?.number ?? 0;
  const effect = await made.call('reporting.effect', { year: YEAR, number, on: '2025-01-14' });
  expect(effect.scores).toMatchObject([{ subject: UNIT, before: before.total }]);
  await made.call('reporting.receipt', { number, on: '2025-01-14', via: '邮件', reason: '邮件到达日', by: '某甲' });
  expect(await unit()).toMatchObject({ late: false, receipt: { on: '2025-01-14', via: '邮件', by: '某甲' } });
  expect(await penalty()).toBe(null);
  expect((await score()).total).toBe(effect.scores[0]?.after);

  const changed = await made.call('reporting.receipt', { number, on: '2025-01-17', via: '送达', reason: '以签收为准' });
  expect(changed).toMatchObject({ before: { on: '2025-01-14' }, receipt: { on: '2025-01-17' } });
  expect(await penalty()).toMatchObject({ text: expect.stringContaining('收到日期2025年1月17日') });
  expect(await made.fail('reporting.receipt', { number, on: '2025-03-01', via: '送达', reason: 'x' })).toMatchObject({
    code: 'RECEIPT_DAY',
  });
  expect(await made.fail('reporting.receipt', { number, on: '2023-03-01', via: '送达', reason: 'x' })).toMatchObject({
    code: 'RECEIPT_DAY',
  });
});

test('an extension moves the last day of one unit, a waiver leaves the mark and takes the points back; both can be undone', async () => {
  const about = { year: YEAR, unit: UNIT };
  expect(await made.fail('reporting.deadline', { ...about, kind: 'extension', until: '2025-01-10', reason: 'x' })).toMatchObject({
    code: 'DEADLINE_UNTIL',
  });
  expect(await made.fail('reporting.deadline', { ...about, kind: 'waiver', undo: true, reason: 'x' })).toMatchObject({
    code: 'DEADLINE_NONE',
  });
  await made.call('reporting.deadline', { ...about, kind: 'extension', until: '2025-01-31', reason: '系统故障' });
  expect(await unit()).toMatchObject({ late: false, due: '2025-01-31', extension: { until: '2025-01-31', reason: '系统故障' } });
  expect(await penalty()).toBe(null);
  await made.call('reporting.deadline', { ...about, kind: 'extension', undo: true, reason: '撤销' });
  expect(await unit()).toMatchObject({ late: true, due: '2025-01-15', extension: null });

  const late = (await score()).total;
  const effect = await made.call('reporting.effect', { ...about, kind: 'waiver' });
  await made.call('reporting.deadline', { ...about, kind: 'waiver', reason: '首次填报', by: '某乙' });
  expect(await unit()).toMatchObject({ late: true, waiver: { reason: '首次填报', by: '某乙' } });
  expect(await penalty()).toMatchObject({ points: '0.00', text: expect.stringContaining('某乙同意免于扣分（首次填报）') });
  expect((await score()).total).toBe(effect.scores[0]?.after);
  await made.call('reporting.deadline', { ...about, kind: 'waiver', undo: true, reason: '撤销' });
  expect((await score()).total).toBe(late);
});

test('an import says when its files came; the newest form that was made is what was sent', async () => {
  const received = { on: '2025-02-08', via: '政务内网' };
  const sources = [await file('again.xlsx', '2025-01-21')];
  expect(await made.fail('returns.import', { year: YEAR, sources, received: { ...received, on: '2025-02-11' } })).toMatchObject({
    code: 'RECEIPT_DAY',
  });
  await made.call('returns.import', { year: YEAR, sources: [await file('again.xlsx', '2025-01-21')], received });
  expect(await unit()).toMatchObject({ receipt: received, version: 2 });
  const { versions } = await made.call('returns.versions', { year: YEAR, unit: UNIT });
  expect(versions.map(({ receipt }) => receipt?.on)).toEqual(['2025-01-17', '2025-02-08']);

  const sending = { year: YEAR, units: [UNIT], on: '2025-01-02', via: '邮件' };
  expect(await made.fail('reporting.sent', sending)).toMatchObject({ code: 'SENT_NO_FORM' });
  await made.call('returns.templates', { year: YEAR, folder: made.grant(join(folder, 'forms')), units: [UNIT] });
  await made.call('reporting.sent', sending);
  expect(await unit()).toMatchObject({ sent: { on: '2025-01-02', via: '邮件', form: expect.stringContaining(UNIT) } });
  expect((await made.call('returns.status', { year: YEAR })).counts.sent).toBe(1);
  await made.call('reporting.review', { year: YEAR, units: [UNIT], to: 'returned', reason: '数值不清' });
});

const TAMPERED: readonly [string, string][] = [
  ['a day of receipt that was altered', "UPDATE receipt SET received_on = '2025-01-01' WHERE id = 1"],
  ['the way of a receipt', "UPDATE receipt SET via = '传真' WHERE id = 2"],
  ['a receipt that is gone', 'DELETE FROM receipt WHERE id = (SELECT max(id) FROM receipt)'],
  [
    'a receipt that nobody recorded',
    "INSERT INTO receipt SELECT 99, number, '2025-01-02', via, cause, reason, actor, at FROM receipt WHERE id = 1",
  ],
  ['another last day', "UPDATE deadline SET until = '2025-12-31' WHERE until IS NOT NULL"],
  [
    'a waiver that nobody gave',
    "INSERT INTO deadline SELECT 99, year, unit_id, 'waiver', 1, NULL, reason, actor, at FROM deadline WHERE id = 1",
  ],
  ['the reason of a waiver', "UPDATE deadline SET reason = '无' WHERE kind = 'waiver'"],
  ['a review that says the other thing', "UPDATE review SET act = 'passed'"],
  ['what a review had seen', 'UPDATE review SET seen = seen + 5'],
  ['another day of sending', "UPDATE sending SET sent_on = '2024-12-31'"],
  ['a sending that is gone', 'DELETE FROM sending'],
];

test('check finds nothing in what the program has written', async () => {
  expect((await made.call('work.check', {})).problems).toEqual([]);
  made.core.close();
});

test.each(TAMPERED)('check finds %s', async (_what, sql) => {
  const copy = join(folder, 'copy.sqlite');
  cpSync(work, copy);
  expect(tamper(copy, sql)).toBeGreaterThan(0);
  const other = testCore(folder);
  await other.call('work.open', { file: other.grant(copy) });
  const { problems } = await other.call('work.check', {});
  expect(problems.filter(({ kind }) => kind === 'register')).not.toEqual([]);
  other.core.close();
});
