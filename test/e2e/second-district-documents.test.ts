import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { rankingMethods } from '../../shared/contract/ranking.ts';
import { csvFile, type Row, workbookFile } from '../support/monitoring-files.ts';
import { jsonValue } from '../support/run-cli.ts';
import { AFTER_NAMES, makeWork, secondDistrict, strangeWords } from '../support/second-district.ts';
import { SECOND_PLAN } from '../support/templates.ts';
import { workbookText } from '../support/workbook-text.ts';

const district = secondDistrict();
const { cli, cliAt, said, withCore, printed, outputs, folder, work, returns } = district;

beforeAll(async () => {
  await makeWork(district);
  await said('import', work, returns, '--year', '2025');
});

describe('the air', () => {
  const HEAD: Row = ['乡镇、园区', '日期', 'PM2.5', 'PM10', 'SO2', 'NO2', 'CO', 'O3_8h'];
  const days = (month: string, count: number): string[] =>
    Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
  const rowsOf = (name: string, level: number, dates: readonly string[]): Row[] =>
    dates.map((date, index) => [
      name,
      date,
      level + (index % 3),
      50 + (index % 5),
      6 + (index % 4),
      18 + (index % 6),
      0.5 + (index % 4) / 10,
      90 + index,
    ]);
  const NAMES = ['临江县临江镇', '柳溪', '白马镇', '云岭', '县竹溪乡', '石桥', '云州市临江县经开区', '食品产业园'];

  beforeAll(async () => {
    const august = NAMES.flatMap((name, index) => rowsOf(name, 20 + index * 2, days('2025-08', 31)));
    csvFile(join(folder, '监测'), '八月.csv', [['临江县乡镇、园区空气站日均值'], HEAD, ...august]);
    // A sheet of its own for each town, named with and without its ending; the same name before and after the town became one.
    await workbookFile(join(folder, '监测'), '更名前后.xlsx', {
      石桥: [HEAD.slice(1), ...rowsOf('', 31, [...days('2026-06', 30), ...days('2026-07', 31)]).map((row) => row.slice(1))],
      柳溪镇: [HEAD.slice(1), ...rowsOf('', 33, [...days('2026-06', 30), ...days('2026-07', 31)]).map((row) => row.slice(1))],
    });
    csvFile(join(folder, '监测'), '扣沙日.csv', [
      ['2025年扣沙日清单'],
      ['日期', '范围', '备注'],
      ['2025-08-02', '全县', '浮尘'],
      ['2025-08-03', '各园区', '浮尘'],
    ]);
  });

  test('comes in from files in which the towns are named with and without 县 and 镇', async () => {
    const text = await said('air', 'import', work, join(folder, '监测', '八月.csv'), join(folder, '监测', '扣沙日.csv'), '--all');
    const renamed = await cliAt(AFTER_NAMES, 'air', 'import', work, join(folder, '监测', '更名前后.xlsx'), '--all');
    expect(renamed).toMatchObject({ code: 0, stderr: '' });
    expect(text + renamed.stdout).not.toContain('未读取');
    const evaluated = await said('air', 'evaluate', work, '--period', '2025-08');
    expect(evaluated).toContain('临江县数值为各乡镇、园区全部有效点位的算术平均值');
    expect(evaluated).not.toContain('没有数据');
    const dust = await said('air', 'dust', work, '--year', '2025');
    expect(dust).toMatch(/2025-08-02 +全县/u);
    expect(dust).toMatch(/2025-08-03 +临江经济开发区管委会、柳溪食品产业园/u);
    expect(await said('air', 'outlook', work, '--year', '2025', '--as-of', '2025-09-30', '--place', '全县')).toMatch(
      /＞84\.5[\s\S]*＜0\.6/u,
    );
  });

  test('ranks the groups of the scheme, under the district’s own title', async () => {
    const ranked = rankingMethods['ranking.rank'].output.parse(jsonValue(await cli('rank', work, '--period', '2025-08', '--json')));
    expect(ranked.rows.map(({ name, group, rank }) => `${group} ${rank} ${name}`)).toEqual([
      '重点 1 临江镇',
      '重点 2 柳溪镇',
      '重点 3 临江经济开发区管委会',
      '一般 1 白马镇',
      '一般 2 云岭乡',
      '一般 3 竹溪乡',
      '一般 4 石桥乡',
      '一般 5 柳溪食品产业园管委会',
    ]);
    expect(await said('rank', work, '--period', '2025-08')).toContain('各乡镇、园区空气质量排名（2025年8月）');
    expect(await said('streaks', work, '--year', '2025')).toContain('2025 年各乡镇、园区逐月名次');
  });

  test('a name means the unit that bears it on the day', async () => {
    await withCore(async ({ call }) => {
      const rows = async (period: string) => (await call('ranking.show', { period })).current.rows;
      const measured = (row: { readonly pm25Mean: string | null }): boolean => row.pm25Mean !== null;
      expect((await rows('2026-06')).filter(measured).map(({ name }) => name)).toEqual(['柳溪镇', '石桥乡']);
      expect((await rows('2026-07')).filter(measured).map(({ name }) => name)).toEqual(['柳溪镇', '石桥镇']);
      expect((await rows('2026-07')).map(({ name }) => name)).not.toContain('石桥乡');
    });
  });
});

describe('the documents', () => {
  test('附表1 carries its own title, columns, operators and notes', async () => {
    const text = await printed('annex1', 'pdf');
    for (const word of [
      '附表1临江县大气环境质量改善指标2025年完成情况表',
      '临江政发〔2025〕7号',
      '责任单位',
      '≤36（力争≤34）',
      '＞84.5',
      '＜0.6',
      '180～190',
      '=2',
      '20%以上',
      '目标待定',
      '已完成',
      '各行得分保留一位小数',
      '附表1第8行为15台，附表2二·1为12台',
      '附表1第5行为180～190万吨',
      '按“附表1优先于附表2和正文”',
    ])
      expect(text).toContain(word);
    expect(await printed('annex1', 'xlsx')).toContain('临江县大气环境质量改善指标2025年完成情况表');
  });

  test('附表2 has its ten sections and its printed numbers', async () => {
    const text = await printed('annex3', 'pdf');
    for (const word of [
      '附表2临江县大气环境质量改善攻坚2025年任务完成情况表',
      '配合单位',
      '十、宣传和监督',
      '2-1',
      '目标＞8处',
      '目标＜20件',
      '原文为185～195',
    ])
      expect(text).toContain(word);
    expect(await printed('annex3', 'xlsx')).toContain('十、宣传和监督');
  });

  test('the ranking is titled by the district and its kinds', async () => {
    const text = await printed('ranking', 'pdf', '--period', '2025-08');
    expect(text).toContain('临江县各乡镇、园区空气质量排名（2025年8月）');
    expect(text).toContain('临江县空气质量分组排名办法');
    expect(text).toContain('不足的乡镇、园区不参加排名');
    expect(await printed('ranking', 'xlsx', '--period', '2025-08')).toContain('临江县各乡镇、园区空气质量排名');
  });

  test('name no unit, plan or scheme by its id', () => {
    const ids = [
      SECOND_PLAN,
      'linjiang-scoring',
      'linjiang-ranking',
      ...Array.from({ length: 8 }, (_, index) => `D0${index + 1}`),
      'T01',
      'P01',
      'E01',
      'xiangzhen',
      'yuanqu',
    ];
    const documents = [...outputs].filter(([name]) => /^(?:annex1|annex3|ranking)\.pdf$/u.test(name));
    expect(documents).toHaveLength(3);
    for (const [name, text] of documents)
      expect(
        ids.filter((id) => text.includes(id)),
        name,
      ).toEqual([]);
  });

  test('everything can be recomputed from what is stored', async () => {
    expect(await said('check', work)).toContain('核验通过');
  });
});

describe('later years', () => {
  test('have the units that exist then, and go without a list', async () => {
    await said('year', 'open', work, '2027', '--target', 'K7=待定', '--reason', '年度考核');
    const out = join(folder, '填报表2027');
    await said('templates', work, '--year', '2027', '--out', out);
    const files = readdirSync(out);
    expect(files).toHaveLength(18);
    expect(files.filter((file) => file.includes('石桥'))).toEqual(['乡镇-06-石桥镇-2027年填报表.xlsx']);
    expect(workbookText(readFileSync(join(out, '部门-02-县发展和改革局-2027年填报表.xlsx')))).toContain('≥3.5');
    const refused = await cli('report', work, 'annex3', '--year', '2027', '--format', 'pdf', '--out', join(folder, 'x.pdf'));
    expect(refused.stderr).toContain('2027 年没有年度事项清单');
  });
});

describe('whatever is said and written of the second district', () => {
  test('holds no word of the district that the product brings along, and speaks of a 县', () => {
    expect(district.outputs.size).toBeGreaterThan(15);
    expect(strangeWords(district.outputs)).toEqual([]);
    expect(strangeWords(new Map([['a', '合川区各镇街 A1-05']]))).toEqual(['a: 合川区', 'a: 合川', 'a: A1-05', 'a: 镇街']);
  });
});
