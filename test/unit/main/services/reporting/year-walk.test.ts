import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testCore, type TestCore } from '../../../../support/core.ts';
import { equalCounts } from '../../../../support/equal-counts.ts';
import { fillReturn } from '../../../../support/fill-return.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { SECOND_PLAN, templatesWithSecondDistrict } from '../../../../support/templates.ts';

const YEAR = 2024;
const folder = temporaryFolder();
let made: TestCore;

beforeAll(async () => {
  made = testCore(folder);
  await made.call('work.create', { file: made.grant(join(folder, 'work.sqlite')), planId: 'hechuan-2024' });
});
afterAll(() => made.core.close());

type Changes = Parameters<typeof fillReturn>[2];

async function send(unit: string, name: string, changes: Changes = {}): Promise<number> {
  const path = join(folder, name);
  writeFileSync(path, await fillReturn(made, unit, changes));
  const { files } = await made.call('returns.import', { year: YEAR, sources: [made.grant(path)] });
  return files[0]?.number ?? 0;
}

const [CLEAN, FAULTY, BLANK] = ['区公安局', '区机关事务中心', '沙鱼镇'];
const unitOf = async (name: string) => (await made.call('returns.status', { year: YEAR })).units.find((unit) => unit.name === name);
const review = (to: 'passed' | 'returned' | 'open', ...units: string[]) =>
  made.call('reporting.review', { year: YEAR, units, to, reason: '核对台账' });

// Through a year the states of all units sum up, and every page that counts says the same.
test('from nothing to the first returns, one of which is empty', async () => {
  const start = await equalCounts(made, YEAR);
  expect(new Set(start.values())).toEqual(new Set(['missing']));

  const blanks = join(folder, 'blank');
  mkdirSync(blanks);
  await made.call('returns.templates', { year: YEAR, folder: made.grant(blanks), units: [BLANK] });
  await made.call('returns.import', { year: YEAR, sources: [made.grant(blanks)] });
  expect((await equalCounts(made, YEAR)).get(BLANK)).toBe('empty');

  await send(CLEAN, 'clean.xlsx');
  await send(FAULTY, 'faulty.xlsx');
  const sent = await equalCounts(made, YEAR);
  expect([sent.get(CLEAN), sent.get(FAULTY)]).toEqual(['toReview', 'received']);
});

test('what has no open finding is passed at once, what has some is sent back, what is empty neither', async () => {
  expect(await made.fail('reporting.review', { year: YEAR, units: [FAULTY], to: 'passed', reason: '通过' })).toMatchObject({
    code: 'REVIEW_OPEN',
  });
  expect(await made.fail('reporting.review', { year: YEAR, units: [BLANK], to: 'passed', reason: '通过' })).toMatchObject({
    code: 'REVIEW_NOTHING',
  });
  const passed = await made.call('reporting.review', { year: YEAR, clean: true, to: 'passed', reason: '没有问题' });
  expect(passed.units).toMatchObject([{ unitName: CLEAN, before: 'toReview', after: 'passed' }]);
  expect(passed.counts).toEqual((await made.call('returns.status', { year: YEAR })).counts);
  expect(await made.fail('reporting.review', { year: YEAR, clean: true, to: 'passed', reason: '再来' })).toMatchObject({
    code: 'REVIEW_NONE',
  });

  await review('returned', FAULTY);
  const returned = await equalCounts(made, YEAR);
  expect([returned.get(CLEAN), returned.get(FAULTY)]).toEqual(['passed', 'returned']);
});

test('what comes after the word overtakes it, whether it was 退回 or 通过', async () => {
  await send(FAULTY, 'mended.xlsx', { 'A3-5.5-a|value': { number: '12' }, 'reportedOn|reportedOn': { date: '2025-01-20' } });
  const newer = await send(CLEAN, 'newer.xlsx', { 'A3-3.3-a|value': { number: '1500' }, 'reportedOn|reportedOn': { date: '2025-01-21' } });
  const again = await equalCounts(made, YEAR);
  expect([again.get(CLEAN), again.get(FAULTY)].every((state) => state === 'received' || state === 'toReview')).toBe(true);
  expect(await unitOf(CLEAN)).toMatchObject({ changes: 1, review: { act: 'passed' } });

  await made.call('returns.withdraw', { number: newer, reason: '发错了' });
  expect((await equalCounts(made, YEAR)).get(CLEAN)).toBe('passed');
  await review('open', CLEAN);
  expect((await equalCounts(made, YEAR)).get(CLEAN)).toBe('toReview');
  await review('passed', CLEAN);
});

test('定稿 takes what has come with it, and reopening brings back how each stood', async () => {
  const { run } = await made.call('run.make', { year: YEAR });
  await made.call('year.final', { year: YEAR, run: run.id, reason: '印发', despite: '仍有未报' });
  const final = await equalCounts(made, YEAR);
  expect([final.get(CLEAN), final.get(FAULTY), final.get(BLANK), final.get('区气象局')]).toEqual(['final', 'final', 'empty', 'missing']);
  expect(await made.fail('reporting.review', { year: YEAR, units: [CLEAN], to: 'open', reason: '改' })).toMatchObject({
    code: 'YEAR_FINAL',
  });
  await made.call('year.reopen', { year: YEAR, reason: '更正' });
  expect((await equalCounts(made, YEAR)).get(CLEAN)).toBe('passed');
});

test('the counts of another district agree as well', async () => {
  const other = testCore(folder, templatesWithSecondDistrict(folder));
  await other.call('work.create', { file: other.grant(join(folder, 'second.sqlite')), planId: SECOND_PLAN });
  const { units } = await other.call('returns.status', { year: 2025 });
  const [first, second] = units;
  expect(new Set((await equalCounts(other, 2025)).values())).toEqual(new Set(['missing']));
  for (const unit of [first, second]) {
    const path = join(folder, `${unit?.unitId}.xlsx`);
    writeFileSync(path, await fillReturn(other, unit?.name ?? '', {}, 2025));
    await other.call('returns.import', { year: 2025, sources: [other.grant(path)] });
  }
  const states = await equalCounts(other, 2025);
  expect(
    [states.get(first?.name ?? ''), states.get(second?.name ?? '')].every((state) => state === 'received' || state === 'toReview'),
  ).toBe(true);
  other.core.close();
});
