import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportReport } from '../../../../../shared/contract/returns.ts';
import { testCore, sampleWork } from '../../../../support/core.ts';
import { openYear } from '../../../../support/open-year.ts';
import { fillReturn } from '../../../../support/fill-return.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { workContents } from '../../../../support/work-contents.ts';

const folder = temporaryFolder();
let made: Awaited<ReturnType<typeof sampleWork>>;

beforeAll(async () => {
  made = await sampleWork(folder);
});
afterAll(() => made.core.close());

const codesOf = (report: ImportReport, file: string): string[] =>
  report.files.find((entry) => entry.file === file)?.findings.map((item) => item.code) ?? [];

const reported = (date: string) => ({ 'reportedOn|reportedOn': { date } });

test('a dry run judges like the real one and stores nothing', async () => {
  const before = workContents(made.workPath);
  const dry = await made.call('returns.import', { year: 2024, sources: [made.grant(made.returns)], dryRun: true });
  expect(workContents(made.workPath)).toBe(before);
  const real = await made.call('returns.import', { year: 2024, sources: [made.grant(made.returns)] });
  expect(real.counts).toEqual(dry.counts);
  expect(real.counts).toMatchObject({ accepted: 48, duplicate: 1, rejected: 4 });
});

test('every slip of the sample is a finding at its place', async () => {
  const preview = await testImport('另库.sqlite', [made.returns]);
  const expected: readonly [string, string, string][] = [
    ['部门-02-区经济信息委-2024年填报表.xlsx', 'CUMULATIVE_BELOW_INCREMENT', '指标填报'],
    ['部门-02-区经济信息委-2024年填报表.xlsx', 'LEADS_DISAGREE', '指标填报'],
    ['部门-03-区发展改革委-2024年填报表.xlsx', 'RATE_PART_MISSING', '指标填报'],
    ['部门-05-区市场监管局-2024年填报表.xlsx', 'NUMBER_VAGUE', '任务填报'],
    ['部门-06-区交通运输委-2024年填报表.xlsx', 'NUMBER_IN_WORDS', '任务填报'],
    ['部门-10-区机关事务中心-2024年填报表.xlsx', 'NUMBER_UNIT_OTHER', '任务填报'],
    ['部门-04-区城市管理局-2024年填报表.xlsx', 'NUMBER_LIMIT', '任务填报'],
    ['部门-13-区应急局-2024年填报表.xlsx', 'STATUS_UNREADABLE', '任务填报'],
    ['镇街-01-合阳城街道-2024年填报表.xlsx', 'DATE_YEAR_ASSUMED', '任务填报'],
    ['镇街-25-钱塘镇-2024年填报表.xlsx', 'AIR_VALUE_IMPOSSIBLE', '空气监测'],
  ];
  for (const [file, code, sheet] of expected) {
    const found = preview.files.find((entry) => entry.file === file)?.findings.find((item) => item.code === code);
    expect(found, `${file} ${code}`).toMatchObject({ sheet });
    expect(found?.cell).toMatch(/^[A-Z]+\d+$/);
  }
});

async function testImport(name: string, paths: readonly string[]): Promise<ImportReport> {
  const other = testCore(folder);
  await other.call('work.create', { file: other.grant(join(folder, name)), planId: 'hechuan-2024' });
  const report = await other.call('returns.import', { year: 2024, sources: paths.map((path) => other.grant(path)) });
  other.core.close();
  return report;
}

test('the same bytes again leave every table as it was', async () => {
  const before = workContents(made.workPath);
  const again = await made.call('returns.import', { year: 2024, sources: [made.grant(made.returns)] });
  expect(again.counts).toMatchObject({ accepted: 0, duplicate: 49 });
  expect(workContents(made.workPath)).toBe(before);
});

test('a corrected return becomes version 2, says what changed, and the first one sent again does not bring the old values back', async () => {
  const file = '部门-10-区机关事务中心-2024年填报表.xlsx';
  const corrected = join(folder, '更正.xlsx');
  writeFileSync(corrected, await fillReturn(made, '区机关事务中心', { 'A3-5.5-a|value': { number: '12' }, ...reported('2025-01-15') }));
  const second = await made.call('returns.import', { year: 2024, sources: [made.grant(corrected)] });
  expect(second.files[0]).toMatchObject({ outcome: 'accepted', counts: true, version: 2, changed: 2 });
  expect(codesOf(second, '更正.xlsx')).toEqual(['RETURN_REPLACES']);
  const old = await made.call('returns.import', { year: 2024, sources: [made.grant(join(made.returns, file))] });
  expect(old.files[0]).toMatchObject({ outcome: 'duplicate', counts: false });
  expect(codesOf(old, file)).toEqual(['FILE_REVERTS']);
  const status = await made.call('returns.status', { year: 2024 });
  expect(status.units.find((unit) => unit.name === '区机关事务中心')).toMatchObject({ version: 2, file: '更正.xlsx', errors: 0 });
});

test('two returns of one unit in a batch: both are kept, the one with the later 填报日期 counts, and the other says so', async () => {
  const batch = join(folder, '同批');
  mkdirSync(batch);
  for (const [name, value] of [
    ['1.xlsx', '30'],
    ['2.xlsx', '31'],
  ] as const) {
    const changes = { 'A3-3.3-a|value': { number: `14${value}` }, ...reported(`2025-01-${value}`) };
    writeFileSync(join(batch, name), await fillReturn(made, '区公安局', changes));
  }
  const report = await made.call('returns.import', { year: 2024, sources: [made.grant(batch)] });
  expect(report.files.map(({ version, counts }) => [version, counts])).toEqual([
    [2, false],
    [3, true],
  ]);
  expect(codesOf(report, '1.xlsx')).toContain('RETURN_TWICE_IN_BATCH');
  const kept = report.files[0]?.findings.find((item) => item.code === 'VERSION_KEPT');
  expect(kept?.params).toMatchObject({ version: 2, current: 3 });
  expect(codesOf(report, '2.xlsx')).toContain('RETURN_REPLACES');
  const { units } = await made.call('returns.status', { year: 2024 });
  expect(units.find((unit) => unit.name === '区公安局')).toMatchObject({ version: 3, file: '2.xlsx' });
});

test('a return that has more errors is kept; adopted all the same, the value in error does not count, the rest of the row does', async () => {
  const path = join(folder, '分子过大.xlsx');
  writeFileSync(path, await fillReturn(made, '区城市管理局', { 'A1-16|numerator': { number: '1500' }, ...reported('2025-01-20') }));
  const report = await made.call('returns.import', { year: 2024, sources: [made.grant(path)] });
  expect(report.files[0]).toMatchObject({ counts: false, objections: expect.arrayContaining(['errors']) });
  expect(codesOf(report, '分子过大.xlsx')).toContain('VERSION_MORE_ERRORS');
  await made.call('returns.adopt', { number: report.files[0]?.number ?? 0, reason: '单位确认' });
  expect(codesOf(report, '分子过大.xlsx')).toContain('RATE_NUMERATOR_LARGER');
  const { score } = await made.call('assessment.explain', { year: 2024, unit: '区城市管理局' });
  const row = score.parts.flatMap((part) => part.rows).find((entry) => entry.rowId === 'A1-16');
  expect(row).toMatchObject({ state: 'missing', points: '0.00' });
});

test('a blank return is taken in as empty and stays on the list of those to be reminded', async () => {
  const core = testCore(folder);
  await core.call('work.create', { file: core.grant(join(folder, '空表.sqlite')), planId: 'hechuan-2024' });
  const blanks = join(folder, '空白');
  await core.call('returns.templates', { year: 2024, folder: core.grant(blanks), units: ['沙鱼镇', '区规划自然资源局'] });
  const report = await core.call('returns.import', { year: 2024, sources: [core.grant(blanks)] });
  expect(report.files.map((entry) => [entry.unitName, entry.findings.some((item) => item.code === 'RETURN_EMPTY')])).toEqual([
    ['区规划自然资源局', false],
    ['沙鱼镇', true],
  ]);
  const { units, counts } = await core.call('returns.status', { year: 2024 });
  expect(units.find((unit) => unit.name === '沙鱼镇')?.state).toBe('empty');
  // It only assists in one indicator, so its blank return is complete but for who filled it in and when.
  expect(units.find((unit) => unit.name === '区规划自然资源局')).toMatchObject({ state: 'received', late: false, reportedOn: null });
  expect(counts).toMatchObject({ reported: 1, empty: 1, missing: 49 });
  core.core.close();
});

test('an older date than the current return has is said', async () => {
  const path = join(folder, '旧日期.xlsx');
  writeFileSync(path, await fillReturn(made, '区气象局', { 'reportedOn|reportedOn': { date: '2025-01-01' } }));
  const report = await made.call('returns.import', { year: 2024, sources: [made.grant(path)] });
  expect(codesOf(report, '旧日期.xlsx')).toContain('RETURN_OLDER_DATE');
});

test('one figure asked in two annexes has to agree with itself', async () => {
  const path = join(folder, '两处.xlsx');
  writeFileSync(path, await fillReturn(made, '区发展改革委', { 'A1-05|numerator': { number: '50' } }));
  const report = await made.call('returns.import', { year: 2024, sources: [made.grant(path)] });
  const found = report.files[0]?.findings.find((item) => item.code === 'SUBJECT_DISAGREES');
  expect(found).toMatchObject({ sheet: '任务填报', params: { value: '21.0', other: '21.6', otherRow: 'A1-05' } });
});

test('a file that Office left beside an open workbook is passed over, whatever it holds', async () => {
  const path = join(folder, '~$区气象局.xlsx');
  writeFileSync(path, readFileSync(join(made.returns, readdirSync(made.returns)[0] ?? '')));
  const report = await made.call('returns.import', { year: 2024, sources: [made.grant(path)] });
  expect(report.files[0]).toMatchObject({ outcome: 'rejected', findings: [{ code: 'FILE_LOCK' }] });
});

test('one that cannot be read does not end the batch', async () => {
  const broken = join(folder, '坏.xlsx');
  writeFileSync(broken, readFileSync(join(made.returns, readdirSync(made.returns)[0] ?? '')).subarray(0, 3000));
  const good = join(folder, '好.xlsx');
  writeFileSync(good, await fillReturn(made, '区税务局', { 'A2-改2|progress': { text: '已兑现税收优惠。' } }));
  const report = await made.call('returns.import', {
    year: 2024,
    sources: [made.grant(broken), made.grant(join(folder, '没有.xlsx')), made.grant(good)],
  });
  expect(report.files.map((entry) => entry.outcome)).toEqual(['rejected', 'rejected', 'accepted']);
  expect(codesOf(report, '没有.xlsx')).toEqual(['FILE_UNREADABLE']);
});

test('two processes that import the same files at once store them once', async () => {
  const path = join(folder, '并发.sqlite');
  const first = testCore(folder);
  await first.call('work.create', { file: first.grant(path), planId: 'hechuan-2024' });
  const second = testCore(folder);
  await second.call('work.open', { file: second.grant(path) });
  const reports = await Promise.all(
    [first, second].map((core) => core.call('returns.import', { year: 2024, sources: [core.grant(made.returns)] })),
  );
  expect(reports.map((report) => report.counts.accepted).toSorted()).toEqual([0, 48]);
  const status = await first.call('returns.status', { year: 2024 });
  expect(status.units.every((unit) => unit.version === null || unit.version === 1)).toBe(true);
  first.core.close();
  second.core.close();
});

test('cancelling stores nothing', async () => {
  const path = join(folder, '取消.sqlite');
  const core = testCore(folder);
  await core.call('work.create', { file: core.grant(path), planId: 'hechuan-2024' });
  const before = workContents(path);
  const stop = core.core.onEvent((event) => {
    if (event.payload.fraction > 0.2) core.core.cancel('long');
  });
  const answer = await core.core.dispatch('long', 'returns.import', { year: 2024, sources: [core.grant(made.returns)] });
  stop();
  expect(answer).toEqual({ ok: false, error: { code: 'CANCELLED', params: {} } });
  expect(workContents(path)).toBe(before);
  core.core.close();
});

test('a return of another year is refused by its own year', async () => {
  openYear(made.workPath, 2025);
  const report = await made.call('returns.import', {
    year: 2025,
    sources: [made.grant(join(made.returns, readdirSync(made.returns).find((name) => name.startsWith('部门-01')) ?? ''))],
  });
  expect(report.files[0]?.findings[0]).toMatchObject({ code: 'RETURN_OTHER_YEAR', params: { found: 2024, expected: 2025 } });
});
