import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { assessmentMethods } from '../../shared/contract/assessment.ts';
import { checkMethods } from '../../shared/contract/check.ts';
import { consentsMethods } from '../../shared/contract/consents.ts';
import { planMethods } from '../../shared/contract/plan.ts';
import { rankingMethods } from '../../shared/contract/ranking.ts';
import { returnsMethods } from '../../shared/contract/returns.ts';
import { yearsMethods } from '../../shared/contract/years.ts';
import { temporaryFolder } from '../support/folder.ts';
import { jsonValue, runCli } from '../support/run-cli.ts';

const folder = temporaryFolder();
const out = join(folder, 'out');
const work = join(out, '示例工作库.sqlite');
const returns = join(out, '收回的填报表');

describe('the demo', () => {
  let summary = '';

  beforeAll(async () => {
    const result = await runCli(['demo', '--out', out]);
    expect(result.stderr).toBe('');
    expect(result.code).toBe(0);
    summary = result.stdout;
  });

  test('ends with files, findings, district score, first and last towns, time', () => {
    expect(summary).toContain('示例数据');
    expect(summary).toMatch(/收回文件 \d+ 个：入库 48/);
    expect(summary).toMatch(/错误 \d+、提醒 \d+/);
    expect(summary).toMatch(/全区 \d+\.\d\d 分/);
    expect(summary).toContain('前三名与后三名');
    expect(summary).toMatch(/合川区 2024 年 7 月：PM2\.5 \d+\.\d/);
    expect(summary).toMatch(/预报准确率（级别）：\d+\.\d%/);
    expect(summary).toMatch(/PM2\.5 年均浓度≤39：/);
    expect(summary).toMatch(/用时 [\d.]+ 秒/);
  });

  test('leaves 51 blank returns, the collected files, and every document as PDF and workbook', () => {
    expect(readdirSync(join(out, '空白填报表'))).toHaveLength(51);
    const documents = readdirSync(join(out, '正式文件'));
    expect(documents.filter((name) => name.endsWith('.pdf'))).toHaveLength(8);
    expect(documents.filter((name) => name.endsWith('.xlsx'))).toHaveLength(8);
    for (const name of documents.filter((file) => file.endsWith('.pdf')))
      expect(
        readFileSync(join(out, '正式文件', name))
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
  });

  test('goes on for a second year: opened with its list, adjusted by document, signed like the first', async () => {
    const { years } = yearsMethods['year.list'].output.parse(jsonValue(await runCli(['year', 'list', work, '--json'])));
    expect(years.map(({ year, state, items }) => [year, state, items])).toEqual(
      expect.arrayContaining([
        [2024, 'final', 34],
        [2025, 'final', 20],
      ]),
    );
    const { targets } = yearsMethods['targets.show'].output.parse(
      jsonValue(await runCli(['targets', 'show', work, '--year', '2025', '--json'])),
    );
    expect(targets.find(({ measure }) => measure === 'A1-01')).toMatchObject({ adopted: '≤31.5', displaced: '≤32', rule: 'revised' });
  });

  test('signs both years with nothing missing that the sample could have answered', async () => {
    const scored = async (year: string) =>
      assessmentMethods['assessment.score'].output.parse(jsonValue(await runCli(['score', work, '--year', year, '--json']))).result;
    expect((await scored('2024')).district.total).toBe('88.07');
    const second = await scored('2025');
    expect(second.district.total).toBe('99.60');
    expect([second.district, ...second.units].flatMap(({ missing }) => missing ?? [])).toEqual([]);
    const asked = consentsMethods['consents.list'].output.parse(jsonValue(await runCli(['consents', work, '--year', '2025', '--json'])));
    expect(asked.rows).toHaveLength(8);
    expect(asked.rows.every(({ consent }) => consent !== null)).toBe(true);
  });

  test('a signed year takes nothing until it is opened again', async () => {
    const refused = await runCli(['import', work, returns, '--year', '2024']);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/2024 年度已.*定稿/);
    expect((await runCli(['year', 'reopen', work, '2024', '--reason', '补报', '--by', '刘明'])).code).toBe(0);
  });

  test('every slip of the sample is reported at its place', async () => {
    const dry = await runCli(['import', work, returns, '--year', '2024', '--dry-run', '--json']);
    const report = returnsMethods['returns.import'].output.parse(jsonValue(dry));
    expect(report.counts).toMatchObject({ accepted: 0, duplicate: 49, rejected: 4 });
    const status = await runCli(['status', work, '--year', '2024', '--json']);
    const { counts } = returnsMethods['returns.status'].output.parse(jsonValue(status));
    expect(counts).toMatchObject({ reported: 48, empty: 0, late: 3, missing: 3, total: 51, unregistered: 0 });
    expect(counts.states).toMatchObject({ missing: 3, received: 20, toReview: 28 });
  });

  test('importing the same folder again changes nothing and says so', async () => {
    const before = await runCli(['score', work, '--year', '2024', '--json']);
    const again = await runCli(['import', work, returns, '--year', '2024']);
    expect(again.code).toBe(0);
    expect(again.stdout).toContain('内容完全相同，数据没有变化');
    expect(again.stdout).toContain('入库 0、重复 49');
    expect((await runCli(['score', work, '--year', '2024', '--json'])).stdout).toBe(before.stdout);
  });

  test('every command answers in JSON that fits the contract', async () => {
    const shown = planMethods['plan.show'].output.parse(jsonValue(await runCli(['plan', 'show', work, '--json'])));
    expect(shown.plan.annex3?.items).toHaveLength(34);
    const conflicts = planMethods['plan.conflicts'].output.parse(jsonValue(await runCli(['conflicts', work, '--year', '2024', '--json'])));
    expect(conflicts.conflicts.map((conflict) => conflict.id)).toEqual(expect.arrayContaining(['non-fossil-share', 'glass']));
    const scored = assessmentMethods['assessment.score'].output.parse(jsonValue(await runCli(['score', work, '--year', '2024', '--json'])));
    expect(scored.result.units).toHaveLength(51);
    expect(scored.sample).toBe(true);
    const ranked = rankingMethods['ranking.rank'].output.parse(jsonValue(await runCli(['rank', work, '--period', '2024-07', '--json'])));
    expect(ranked.rows).toHaveLength(31);
    const checked = checkMethods['work.check'].output.parse(jsonValue(await runCli(['check', work, '--json'])));
    expect(checked.problems).toEqual([]);
    // 48 and 51 returns and 4 files of monitoring data; scores and rankings of both years stand recomputed with them.
    expect(checked.checked).toMatchObject({ files: 103, runs: 5, staleRuns: 0 });
  });

  test('explain names target, value, rule, points and the cell of each figure', async () => {
    const result = await runCli(['explain', work, '--year', '2024', '--unit', '城市管理局']);
    expect(result.code).toBe(0);
    expect(result.stdout).toContain('A1-16');
    expect(result.stdout).toMatch(/目标 ≥?90/);
    expect(result.stdout).toMatch(/指标填报![A-Z]+\d+/);
    expect(result.stdout).toContain('示范方案');
  });

  test('a report never overwrites the work, nor gets a name that does not fit its format', async () => {
    const before = readFileSync(work);
    const onto = await runCli(['report', work, 'annex1', '--year', '2024', '--format', 'pdf', '--out', work]);
    expect(onto.code).toBe(1);
    expect(onto.stderr).toContain('是工作库本身');
    expect(readFileSync(work).equals(before)).toBe(true);
    const named = await runCli(['report', work, 'annex1', '--year', '2024', '--format', 'pdf', '--out', join(folder, '附件1.xlsx')]);
    expect(named.stderr).toContain('扩展名与格式 pdf 不符');
    expect(existsSync(join(folder, '附件1.xlsx'))).toBe(false);
    const elsewhere = await runCli([
      'report',
      work,
      'ranking',
      '--year',
      '2024',
      '--period',
      '2025-02',
      '--format',
      'pdf',
      '--out',
      join(folder, 'x.pdf'),
    ]);
    expect(elsewhere.stderr).toContain('不在 2024 年内');
  });

  test('a folder that cannot be made gives a sentence about the path', async () => {
    writeFileSync(join(folder, '文件'), '');
    const result = await runCli(['templates', work, '--year', '2024', '--out', join(folder, '文件', '里面')]);
    expect(result.code).toBe(1);
    expect(result.stderr).toMatch(/无法写入 .*文件/);
  });

  test('running it again replaces its own folder, but never another one', async () => {
    const other = join(folder, 'mine');
    mkdirSync(other);
    writeFileSync(join(other, 'letter.txt'), 'keep');
    const refused = await runCli(['demo', '--out', other]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('已有其他内容');
    expect(readdirSync(other)).toEqual(['letter.txt']);
  });
});

describe('mistakes on the command line', () => {
  const cases: readonly [string, readonly string[], RegExp][] = [
    ['an unknown command', ['burn'], /没有“burn”这个命令/],
    ['a missing argument', ['check'], /缺少参数/],
    ['a missing option', ['status', 'x.sqlite'], /缺少必填选项/],
    ['a year that is none', ['status', 'x.sqlite', '--year', '24'], /四位年份/],
    ['a work that is not there', ['status', 'nowhere.sqlite', '--year', '2024'], /找不到工作库/],
    ['an unknown plan', ['init', 'new.sqlite', '--plan', 'atlantis'], /没有名为“atlantis”的方案/],
    ['an unknown report', ['report', 'x.sqlite', 'novel', '--year', '2024', '--format', 'pdf', '--out', 'x.pdf'], /没有“novel”这种文件/],
  ];

  test.each(cases)('%s: one Chinese sentence, exit code 1', async (_name, args, sentence) => {
    const result = await runCli(args, folder);
    expect(result.code).toBe(1);
    expect(result.stderr).toMatch(sentence);
    expect(result.stderr.trim().split('\n')).toHaveLength(1);
    const json = await runCli([...args, '--json'], folder);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({ ok: false });
  });

  test('the help is Chinese', async () => {
    const { stdout, code } = await runCli(['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('用法：');
    expect(stdout).not.toMatch(/Usage|Options|Commands|display help/);
  });

  test('years that are not open, unknown units and periods are refused by name', async () => {
    const path = join(folder, 'plain.sqlite');
    expect((await runCli(['init', path, '--plan', 'hechuan-2024'])).code).toBe(0);
    expect((await runCli(['status', path, '--year', '2026'])).stderr).toMatch(/2026 年度还没有开启.*已开启：2024/);
    expect((await runCli(['explain', path, '--year', '2024', '--unit', '区航天局'])).stderr).toMatch(/没有“区航天局”这个单位/);
    expect((await runCli(['rank', path, '--period', '2024-13'])).stderr).toMatch(/时段“2024-13”不正确/);
    const before = statSync(path).size;
    expect((await runCli(['init', path, '--plan', 'hechuan-2024'])).stderr).toMatch(/文件已存在/);
    expect(statSync(path).size).toBe(before);
    expect(existsSync(join(folder, 'new.sqlite'))).toBe(false);
  });
});
