import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { assessmentMethods } from '../../shared/contract/assessment.ts';
import { runsMethods } from '../../shared/contract/runs.ts';
import { runDiffMethods, whatIfMethods } from '../../shared/contract/whatif.ts';
import { sampleWork } from '../support/core.ts';
import { temporaryFolder } from '../support/folder.ts';
import { jsonValue, runCli } from '../support/run-cli.ts';
import { writeSampleReturn } from '../support/sample-return.ts';

const folder = temporaryFolder();
const [changedName, changedUnit] = ['改.xlsx', '区城市管理局'];
/** Reported later than the return before, so that it counts in its place. */
const CHANGES = { 'A1-16|numerator': { number: '900' }, 'reportedOn|reportedOn': { date: '2025-01-15' } };
let work = '';

beforeAll(async () => {
  const made = await sampleWork(folder);
  work = made.workPath;
  await made.call('returns.import', { year: 2024, sources: [made.grant(made.returns)] });
  await made.call('run.make', { year: 2024 });
  await writeSampleReturn(made, folder, changedName, { unitName: changedUnit, changes: CHANGES });
  made.core.close();
});

const cli = (command: string, ...args: string[]) => runCli([command, work, '--year', '2024', ...args]);

describe('score', () => {
  test('prints place and range of every unit, and what is missing from whom', async () => {
    const { stdout, code } = await cli('score');
    expect(code).toBe(0);
    expect(stdout).toMatch(/总分 \d+\.\d\d（区间 \d+\.\d\d～\d+\.\d\d）/);
    expect(stdout).toMatch(/ — +区商务委 .* 0\.00～100\.00 /);
    expect(stdout).toContain('区商务委未报填报表（');
    expect(stdout).toMatch(/A1-14 建成超充站：区经济信息委填的完成值有错误，须改正/);
  });
});

describe('whatif', () => {
  test('shows what is supposed, who moves, and row by row why, and leaves the work as it was', async () => {
    const before = readFileSync(work);
    const { stdout, stderr, code } = await cli('whatif', '--set', '区经济信息委/A1-14/完成值=2', '--set', 'target:A1-03=≥99');
    expect([stderr, code]).toEqual(['', 0]);
    expect(stdout).toMatch(/^假设，不保存　2024 年度/);
    expect(stdout).toContain('区经济信息委 A1-14 完成值：有错误 → 2');
    expect(stdout).toMatch(/区经济信息委 +\d+\.\d\d → \d+\.\d\d +良好 → 优秀 +\d+ → \d+/);
    expect(stdout).toContain('优良天数比率：目标≥81.3% → ≥99%');
    expect(readFileSync(work).equals(before)).toBe(true);
  });

  test('--json is the answer of the method', async () => {
    const value = jsonValue(await cli('whatif', '--set', 'weight:A1-01=15', '--json'));
    const { changes, difference } = whatIfMethods['assessment.whatif'].output.parse(value);
    expect(changes[0]?.change).toMatchObject({ kind: 'weight', before: '12', after: '15' });
    expect(difference.subjects.length).toBeGreaterThan(1);
  });

  test.each([
    ['火星局/A1-14/完成值=2', '方案中没有“火星局”这个单位。可用：'],
    ['区经济信息委/A1-14/完成值=约2', '不能填“约2”：'],
  ])('%s is refused with what is known', async (set, sentence) => {
    const { stderr, code } = await cli('whatif', '--set', set);
    expect(code).toBe(1);
    expect(stderr).toContain(sentence);
  });
});

describe('sensitivity', () => {
  test('prints ranges by kind of units, contested targets and the nearest cells', async () => {
    const { stdout, code } = await cli('sensitivity', '--weights', '±15');
    expect(code).toBe(0);
    expect(stdout).toContain('分值变动±15%');
    expect(stdout).toMatch(/玻璃企业深度治理：按 附件3 四·2，.*≥10 → ≥20/);
    expect(stdout).toMatch(/改变等次：\S+ \S+ \S+：\S+ → \S+，等次 \S+ → \S+/);
  });

  test('--json is the answer of the method, and ±10 is what holds without --weights', async () => {
    const found = whatIfMethods['assessment.sensitivity'].output.parse(jsonValue(await cli('sensitivity', '--json')));
    expect([found.percent, found.units.length]).toEqual(['10', 51]);
    const { stderr, code } = await cli('sensitivity', '--weights', '100');
    expect([code, stderr.includes('大于 0、小于 100')]).toEqual([1, true]);
  });
});

describe('run diff', () => {
  test('says which rows changed, and from which cell', async () => {
    await runCli(['import', work, join(folder, changedName), '--year', '2024', '--by', '张三']);
    const { run } = runsMethods['run.make'].output.parse(
      jsonValue(await runCli(['run', 'make', work, '--year', '2024', '--by', '张三', '--json'])),
    );
    const text = await runCli(['run', 'diff', work, '1', String(run.id)]);
    expect(text.code).toBe(0);
    expect(text.stdout).toContain(`比较 第 1 号计算记录（2024 年度，2025-02-10 09:00） 与 第 ${run.id} 号计算记录`);
    expect(text.stdout).toMatch(/A1-16 .*得分 \d+\.\d\d → \d+\.\d\d/);
    expect(text.stdout).toMatch(/改\.xlsx 指标填报![A-Z]+\d+，“[\d.]+”改为“900”/);
    const json = runDiffMethods['run.diff'].output.parse(jsonValue(await runCli(['run', 'diff', work, '1', String(run.id), '--json'])));
    const { result } = assessmentMethods['assessment.score'].output.parse(jsonValue(await cli('score', '--json')));
    const own = json.difference.subjects.find(({ name }) => name === changedUnit);
    expect(own?.total.after).toBe(result.units.find(({ name }) => name === changedUnit)?.total);
  });

  test('is refused for a record that is not there', async () => {
    const { stderr, code } = await runCli(['run', 'diff', work, '1', '99']);
    expect([code, stderr.includes('99')]).toEqual([1, true]);
    expect((await runCli(['run', 'diff', work, '1', 'x'])).code).toBe(1);
  });
});
