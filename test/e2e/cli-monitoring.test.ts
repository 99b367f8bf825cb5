import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { monitoringMethods } from '../../shared/contract/monitoring.ts';
import { schemeLifeMethods } from '../../shared/contract/scheme-life.ts';
import { AFTER_THE_FILES } from '../support/monitoring-files.ts';
import { temporaryFolder } from '../support/folder.ts';
import { jsonValue, runCli } from '../support/run-cli.ts';

const folder = temporaryFolder();
const work = join(folder, 'air.sqlite');
const daily = join(folder, '日报.csv');

const days = (month: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
const row = (town: string, date: string, pm25: number): string => `${town},${date},${pm25},50,6,20,1.0,100`;

/** July 2024: PM2.5 of 合阳城街道 is 30 but for the 5th with 80; of 钓鱼城街道 20. July 2023: 40. 2026: 75 on the last day of the old standard and the first of the new. */
function dailyTable(fifth: number): string {
  const july = days('2024-07', 31);
  return [
    '镇街,日期,PM2.5,PM10,SO2,NO2,CO,O3_8h',
    ...july.map((date) => row('合阳城街道', date, date.endsWith('-05') ? fifth : 30)),
    ...july.map((date) => row('钓鱼城街道', date, 20)),
    ...days('2023-07', 31).map((date) => row('合阳城街道', date, 40)),
    row('合阳城街道', '2026-02-28', 75),
    row('合阳城街道', '2026-03-01', 75),
  ].join('\n');
}

const air = (...args: readonly string[]): ReturnType<typeof runCli> => runCli(['air', ...args], folder, '', { ZHIQI_NOW: AFTER_THE_FILES });

beforeAll(async () => {
  writeFileSync(daily, dailyTable(80));
  expect((await runCli(['init', work, '--plan', 'hechuan-2024'])).code).toBe(0);
});

describe('monitoring data on the command line', () => {
  test('a preview says what a file would bring and stores nothing', async () => {
    const previewed = await air('import', work, daily, '--dry-run');
    expect(previewed.code).toBe(0);
    expect(previewed.stdout).toContain('可入库　日报.csv');
    expect(previewed.stdout).toMatch(/合阳城街道 +日均值 +2023-07-01 +2026-03-01 +64 +64 +0 +0/);
    expect(previewed.stdout).toContain('C1 PM2.5(微克/立方米)');
    expect(jsonValue(await air('evaluate', work, '--period', '2024-07', '--place', '合阳城街道', '--json'))).toMatchObject({
      rows: [{ evaluation: { days: { measured: 0 } } }],
    });
  });

  test('imported, the same file is a duplicate; a corrected one shows what changes', async () => {
    expect((await air('import', work, daily)).stdout).toContain('入库 1、重复 0');
    expect((await air('import', work, daily)).stdout).toContain('入库 0、重复 1');
    const corrected = join(folder, '更正.csv');
    writeFileSync(corrected, dailyTable(85));
    const report = monitoringMethods['monitoring.import'].output.parse(
      jsonValue(await air('import', work, corrected, '--dry-run', '--json')),
    );
    expect(report.files[0]?.changes).toMatchObject([
      { name: '合阳城街道', date: '2024-07-05', field: 'pm25', before: '80', after: '85', cell: 'C6' },
    ]);
    expect((await air('import', work, corrected, '--dry-run')).stdout).toMatch(/2024-07-05　PM2\.5　80 → 85　更正!C6/);
  });

  test('files that cannot be used end in 1', async () => {
    writeFileSync(join(folder, '别的.csv'), '甲,乙\n1,2\n');
    const refused = await air('import', work, join(folder, '别的.csv'), join(folder, '没有.csv'));
    expect(refused.code).toBe(1);
    expect(refused.stdout).toContain('没有可入库的文件');
  });

  test('evaluation: means, good days, composite index and 同比 as reckoned by hand', async () => {
    const evaluated = await air('evaluate', work, '--period', '2024-07', '--place', '合阳城街道');
    // (30 × 30 + 80) ÷ 31 = 31.61; 31.61/35 + 50/70 + 6/60 + 20/40 + 1/4 + 100/160 = 3.0925; 31.61/40 − 1 = −20.97 %.
    expect(evaluated.stdout).toMatch(/合阳城街道 +31\.6 +50 +6 +20 +1\.0 +100 +30\/31 +96\.8 +0 +3\.09 +PM2\.5 +-21\.0% +— +-3\.2/);
    expect(evaluated.stdout).toContain('GB 3095-2012、HJ 633-2012、HJ 663-2013');
    expect(evaluated.stdout).toContain('优 30，良 0，轻度污染 1');
    const all = await air('evaluate', work, '--period', '2024-07');
    expect(all.stdout).toMatch(/有效点位不足，没有区域值：合川区\n.*没有数据：.*涞滩镇/);
    const day = await air('day', work, '--place', '合川区', '--date', '2024-07-05');
    expect(day.stdout).toContain('有效点位 2 个，应有 31 个，不足 24 个，不作区域值');
    expect(all.stdout).toContain('合川区应有点位31个，参与平均的2个，因有效点位不足而没有区域值（含缺部分项目）的31天');
  });

  test('a share that somebody decided makes two towns the district, on the days for which it was decided', async () => {
    const decide = (value: string, from: string) =>
      runCli(['settings', work, 'set', 'air.area-share', value, '--from', from, '--reason', '站点在建', '--by', '张三']);
    expect(await decide('5', '2024-07-01')).toMatchObject({ code: 0 });
    expect(await decide('75', '2024-08-01')).toMatchObject({ code: 0 });
    // (31.61 + 20) ÷ 2.
    expect((await air('evaluate', work, '--period', '2024-07')).stdout).toMatch(/合川区 +2\/31 +25\.8/);
  });

  test('a period under both standards shows each count beside the other', async () => {
    const { stdout } = await air('evaluate', work, '--period', '2026', '--place', '合阳城街道');
    expect(stdout).toContain('新旧标准并列');
    expect(stdout).toMatch(/按日期 +1\/2/);
    expect(stdout).toMatch(/2012 标准 +2\/2/);
    expect(stdout).toMatch(/2026 过渡阶段限值 +0\/2/);
  });

  test('a dust list gives both versions; a switch puts dust back into the concentrations', async () => {
    writeFileSync(join(folder, '扣沙日清单.csv'), '日期,区域,备注\n2024-07-05,全区,沙尘\n');
    expect((await air('import', work, join(folder, '扣沙日清单.csv'))).stdout).toContain('扣沙日清单');
    const { stdout } = await air('evaluate', work, '--period', '2024-07', '--place', '合阳城街道');
    expect(stdout).toMatch(/合阳城街道 +30\.0/);
    expect(stdout).toContain('31.6 / 30.0');
    expect((await air('evaluate', work, '--period', '2024-07', '--place', '合阳城街道', '--no-dust-concentration')).stdout).toMatch(
      /合阳城街道 +31\.6/,
    );
    expect((await air('evaluate', work, '--period', '2024-07', '--place', '合阳城街道', '--dust-days')).stdout).toContain('30/30');
    const looked = (await air('evaluate', work, '--period', '2024-07', '--place', '合阳城街道', '--dust-days', 'kept')).stdout;
    expect(looked).toMatch(/沙尘口径为本次查看所选，不是工作库的设置（浓度扣除沙尘影响日，沙尘影响日的天数按.*），结果不存储/u);
    expect(stdout).not.toContain('本次查看所选');
    expect((await air('evaluate', work, '--period', '2024-07', '--dust-days', 'half')).stderr).toContain(
      '只能写 kept、without-pm 或 left-out',
    );
    expect((await air('dust', work, '--year', '2024')).stdout).toMatch(/2024-07-05 +全区 +沙尘/);
  });

  test('a day shows formula (1) with its numbers, and the cell of each value', async () => {
    const { stdout } = await air('day', work, '--place', '合阳城街道', '--date', '2024-07-05');
    // A dust day counts with what is left of it without PM2.5 and PM10; what was measured stands beside.
    expect(stdout).toContain('AQI 50　优　首要污染物 —');
    expect(stdout).toContain('扣沙日，剔除PM10、PM2.5后按其余各项计入（实测AQI 107，轻度污染）');
    expect(stdout).toContain('(150−100)÷(115−75)×(80−75)+100 = 106.25 → 107');
    expect(stdout).toContain('日报!C6');
    const newer = await air('day', work, '--place', '合阳城街道', '--date', '2024-07-05', '--standard', '2026');
    expect(newer.stdout).toContain('AQI 119');
  });

  test('hours make the day, and the day opens to them', async () => {
    writeFileSync(
      join(folder, '小时.csv'),
      [
        '镇街,时间,PM2.5',
        ...Array.from({ length: 24 }, (_, hour) => `涞滩镇,2024-07-10 ${String(hour + 1).padStart(2, '0')}:00,${hour + 1}`),
      ].join('\n'),
    );
    expect((await air('import', work, join(folder, '小时.csv'))).stdout).toMatch(/涞滩镇 +小时值 +2024-07-10/);
    const { stdout } = await air('day', work, '--place', '涞滩镇', '--date', '2024-07-10');
    // (1 + … + 24) ÷ 24 = 12.5, to a whole number by GB/T 8170: 12.
    expect(stdout).toMatch(/PM2\.5 +12\.5 +12 /);
    expect(stdout).toMatch(/23—24/);
  });

  test('a calendar line a month, with dust and empty days marked', async () => {
    const { stdout } = await air('calendar', work, '--place', '合阳城街道', '--year', '2024');
    expect(stdout).toMatch(/ 7月 +50 +50 +50 +50 +\*50 +50/);
    expect(stdout).toContain('扣沙日剔除PM10、PM2.5后按其余各项计入。');
    const looked = (await air('calendar', work, '--place', '合阳城街道', '--year', '2024', '--dust-days')).stdout;
    expect(looked).toMatch(/ 7月 +50 +50 +50 +50 +\*107 +50/);
    expect(looked).toContain('扣沙日 1 天（其中 1 天不计入天数）');
    expect(looked).toContain('试看：扣沙日整日不计；工作库的设置是剔除PM10、PM2.5后按其余各项计入，本次结果不存储。');
    expect(stdout).toMatch(/ 6月 +· +·/);
    expect(stdout).toContain('轻度污染  0 天');
  });

  test('forecasts are held against what came', async () => {
    writeFileSync(
      join(folder, '预报.csv'),
      '发布日期,预报日期,预报AQI下限,预报AQI上限,预报级别,预报首要污染物\n2024-07-04,2024-07-05,100,115,良或轻度污染,PM2.5\n2024-07-05,2024-07-06,120,140,轻度污染,O3\n',
    );
    expect((await air('import', work, join(folder, '预报.csv'))).stdout).toContain('预报清单');
    const { stdout } = await air('forecast', work, '--period', '2024-07', '--place', '合阳城街道');
    expect(stdout).toMatch(/全部时效 +2 +50\.0%（1\/2）/);
    expect(stdout).toMatch(/2024-07-06 +提前 1 天.*AQI 120—140，轻度污染，O3 +AQI 50，优/);
    expect((await air('forecast', work, '--period', '2023')).stdout).toContain('本时段没有预报');
  });

  test('outlook by the plan, refused for a year without targets, and by targets of one’s own', async () => {
    const planned = await air(
      'outlook',
      work,
      '--year',
      '2024',
      '--as-of',
      '2024-07-31',
      '--place',
      '合阳城街道',
      '--no-dust-concentration',
    );
    expect(planned.stdout).toContain('目标取自方案');
    expect(planned.stdout).toMatch(/优良天数比率 +≥81\.3 +31\/31 天，100\.0%/);
    const refused = await air('outlook', work, '--year', '2026', '--as-of', '2026-03-01');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('没有 2026 年的空气质量目标');
    const own = monitoringMethods['monitoring.outlook'].output.parse(
      jsonValue(
        await air(
          'outlook',
          work,
          '--year',
          '2026',
          '--as-of',
          '2026-03-01',
          '--place',
          '合阳城街道',
          '--pm25',
          '35',
          '--good-days',
          '83.5',
          '--heavy',
          '0',
          '--json',
        ),
      ),
    );
    expect(own.targets).toEqual([
      { measure: 'pm25', operator: 'le', value: '35', decimals: 0 },
      { measure: 'goodDayRatio', operator: 'ge', value: '83.5', decimals: 1 },
      { measure: 'heavyDayRatio', operator: 'le', value: '0', decimals: 1 },
    ]);
    expect(own.targetsFrom).toBe('input');
  });
});

describe('ranking on the command line', () => {
  test('the default scheme, and another one after it is added', async () => {
    const ranked = await runCli(['rank', work, '--period', '2024-07']);
    expect(ranked.stdout).toMatch(/ 1 +钓鱼城街道 +20\.0/);
    expect(ranked.stdout).toMatch(/ 2 +合阳城街道/);
    const listed = schemeLifeMethods['schemes.list'].output.parse(jsonValue(await runCli(['schemes', work, '--year', '2024', '--json'])));
    const composite = listed.schemes.map((scheme) => scheme.id).find((id) => id.includes('composite')) ?? '';
    expect((await runCli(['rank', work, '--period', '2024-07', '--scheme', composite])).stdout).toContain('按综合指数由低到高排名');
    expect((await runCli(['schemes', work, '--year', '2024'])).stdout).toContain(composite);
  });

  test('streaks of the bottom, by the rules of the scheme', async () => {
    const { stdout, code } = await runCli(['streaks', work, '--year', '2024']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/合阳城街道( +—){6} +↓?2/);
  });

  const mistakes: readonly [string, readonly string[], RegExp][] = [
    ['an unknown scheme', ['rank', work, '--period', '2024-07', '--scheme', 'novel'], /没有编号为“novel”/],
    ['an unknown place', ['air', 'day', work, '--place', '桃花镇', '--date', '2024-07-05'], /没有“桃花镇”这个单位/],
    ['a day that is none', ['air', 'day', work, '--place', '涞滩镇', '--date', '2024-02-30'], /请写完整日期/],
    ['an unknown hour stamp', ['air', 'import', work, daily, '--hour-stamp', 'noon'], /可选 auto、start、end/],
    ['a period that is none', ['air', 'evaluate', work, '--period', '2024-Q5'], /时段“2024-Q5”不正确/],
    ['a day outside the year', ['air', 'outlook', work, '--year', '2024', '--as-of', '2025-01-01'], /不在 2024 年内/],
  ];
  test.each(mistakes)('%s: one Chinese sentence, exit code 1', async (_name, args, sentence) => {
    const result = await runCli(args, folder);
    expect(result.code).toBe(1);
    expect(result.stderr).toMatch(sentence);
    expect(result.stderr.trim().split('\n')).toHaveLength(1);
  });
});
