import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BesideRanking, RankingResult } from '../../../../../shared/contract/ranking.ts';
import type { Plan } from '../../../../../shared/domain/plan/schema.ts';
import { rankingTable } from '../../../../../main/services/reports/ranking-table.ts';
import { readReportWording } from '../../../../../main/services/reports/wording.ts';
import { importedWork, type SampleWork, TEMPLATES } from '../../../../support/core.ts';
import { schemeText } from '../../../../support/scheme-files.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const folder = temporaryFolder();
let made: SampleWork;
let plan: Plan;
let year: RankingResult;
let beside: BesideRanking;

beforeAll(async () => {
  made = await importedWork(folder);
  plan = (await made.call('plan.show', {})).plan;
  ({ current: year, beside } = await made.call('ranking.show', { period: '2024' }));
});
afterAll(() => made.core.close());

const wording = readReportWording(TEMPLATES);
const table = (ranking: RankingResult, said: BesideRanking = beside) =>
  rankingTable({ plan, ranking, beside: said, wording, basis: '出自第1号', createdAt: '2025-02-10T09:00:00+08:00' });
const keys = (ranking: RankingResult) => table(ranking).columns.map((column) => column.key);

test('the columns fill the type area, and those that say nothing are left out', () => {
  const printed = table(year);
  expect(printed.columns.reduce((sum, column) => sum + column.widthMm, 0)).toBeCloseTo(225, 6);
  expect(keys(year)).toContain('targetGap');
  for (const absent of ['score', 'pm25Other', 'pm25Change', 'goodDayRatioChange', 'movement']) expect(keys(year)).not.toContain(absent);
  expect(printed.rows).toHaveLength(31);
  expect(printed.sample).toBe(true);
});

test('with everything there is to say the remarks keep their room', () => {
  const change = { amount: '-1.0', course: 'better' } as const;
  const full: RankingResult = {
    ...year,
    dust: { days: 3, concentrations: true, dayCounts: false },
    previousPeriod: '2023',
    rejudged: true,
    rows: year.rows.map((row) => ({ ...row, score: '80.00', movement: 1, pm25Change: change, goodDayRatioChange: change })),
  };
  const printed = table(full);
  expect(printed.columns.reduce((sum, column) => sum + column.widthMm, 0)).toBeCloseTo(225, 6);
  expect(printed.columns.at(-1)).toMatchObject({ key: 'remark' });
  expect(printed.columns.at(-1)?.widthMm).toBeGreaterThanOrEqual(28);
  for (const key of ['score', 'pm25Other', 'goodDayRatioOther', 'pm25Change', 'targetGap']) expect(keys(full)).toContain(key);
  const notes = printed.notes.join('');
  expect(notes).toContain('沙尘影响日3天，浓度扣除沙尘影响日，天数不扣除');
  expect(notes).toContain('按本期所用标准重新评价');
});

test('scheme, version, method and standards are printed with the result', () => {
  const { caption, notes } = table(year);
  expect(caption).toEqual({ left: '合川区镇街空气质量排名办法（示范方案）', right: '第1版' });
  expect(notes[0]).toBe(
    '备注：1．按PM2.5平均浓度由低到高排名；相同的，按优良天数比率由高到低。公布值相同的并列，其后名次空出。参加排名的镇街与上期相同的，才列名次升降。浓度扣除沙尘影响日，沙尘影响日的天数按PM10、PM2.5以外各项的AQI统计。综合指数的浓度先修约（CO保留1位小数，其他取整数），各单项指数再修约到2位小数后相加。',
  );
  expect(notes.join('')).toContain('GB 3095-2012、HJ 633-2012、HJ 663-2013');
});

test('groups stand under their names', () => {
  const grouped: RankingResult = { ...year, rows: year.rows.map((row, index) => ({ ...row, group: index < 2 ? '重点' : '一般' })) };
  const { rows } = table(grouped);
  expect(rows.flatMap((row, index) => (row.kind === 'section' ? [[index, row.text]] : []))).toEqual([
    [0, '重点'],
    [3, '一般'],
  ]);
});

const shown = async (id: string, rank: string, period: string) => {
  const path = join(folder, `${id}.yml`);
  const text = schemeText('ranking-2024').replace('id: ranking-2024', `id: ${id}`).replace('preferred: true', 'preferred: false');
  writeFileSync(path, text.replace('    - { of: pm25, decimals: 1, order: asc }', rank));
  await made.call('ranking.add', { file: made.grant(path) });
  const { current, beside: said } = await made.call('ranking.show', { period, scheme: id });
  return table(current, said);
};
const cellsOf = (printed: ReturnType<typeof table>, key: string) => {
  const index = printed.columns.findIndex((column) => column.key === key);
  return printed.rows.flatMap((row) => (row.kind === 'data' ? [row.cells[index]?.text] : []));
};

test('what decides the ranks has a column with its name', async () => {
  const pm10 = await shown('pm10-first', '    - { of: pm10, decimals: 0, order: asc }', '2024-07');
  expect(pm10.columns.find(({ key }) => key === 'pm10Mean')?.title).toBe('PM10\n均值\nμg/m³');
  const values = cellsOf(pm10, 'pm10Mean').filter((text) => text !== '—');
  expect(values.length).toBeGreaterThan(20);
  expect(values).toEqual(values.toSorted((one, other) => Number(one) - Number(other)));
  const sum = await shown('sum-first', '    - { of: [pm10, no2], decimals: 1, order: asc }', '2024-07');
  expect(sum.columns.map(({ title }) => title)).toContain('PM10\n+NO2\n之和');
  const many = await shown('sum-many', '    - { of: [pm10, no2, so2, o3], decimals: 1, order: asc }', '2024-07');
  expect(many.columns.map(({ title }) => title)).toContain('4项\n浓度\n之和');
});

test('a run of such a ranking keeps the result that was kept before there was a column', async () => {
  const { run } = await made.call('run.make', { ranking: '2024-07', scheme: 'pm10-first' });
  const kept = await made.call('run.show', { id: run.id });
  expect(kept.kind === 'ranking' && kept.result.rows.some(({ figures }) => figures !== undefined)).toBe(false);
  expect((await made.call('work.check', {})).problems.filter(({ kind }) => kind === 'run')).toEqual([]);
});

test('notes speak of the columns that are printed', () => {
  const change = { amount: '-1.0', course: 'better' } as const;
  const figures = (['so2Mean', 'o3Percentile', 'no2Mean', 'coPercentile'] as const).map((measure) => ({ measure, value: '1' }));
  const wide: RankingResult = {
    ...year,
    previousPeriod: '2023',
    rows: year.rows.map((row) => ({ ...row, figures, score: '80.00', movement: 1, pm25Change: change, goodDayRatioChange: change })),
  };
  expect(keys(wide)).not.toContain('movement');
  expect(table(wide).notes.join('')).not.toContain('较上期');
  const fitting: RankingResult = { ...year, previousPeriod: '2023', rows: year.rows.map((row) => ({ ...row, movement: 1 })) };
  expect(keys(fitting)).toContain('movement');
  expect(table(fitting).notes.join('')).toContain('较上期为与2023年名次之差');
});

test('stations that entered are named where there are several, and where last year had others', () => {
  const several: BesideRanking = {
    schemeNumber: 2,
    pm25Decimals: { scheme: 1, work: 0 },
    members: [
      {
        unitId: 'a',
        name: '甲镇',
        entered: ['甲镇一号站', '甲镇二号站'],
        lastYear: { joined: ['甲镇二号站'], left: ['甲镇'] },
        recent: null,
      },
    ],
  };
  const change = { amount: '-1.0', course: 'better' } as const;
  const compared: RankingResult = { ...year, rows: year.rows.map((row) => ({ ...row, pm25Change: change })) };
  const notes = table(compared, several).notes.join('');
  expect(notes).toContain('甲镇2个（一号站、二号站）；其余各1个点位');
  expect(notes).toContain('参与平均的点位与上年同期不同、同比不是相同点位的比较：甲镇（本期另有二号站，上年同期另有不分点位的数据）');
  expect(table(year, several).notes.join('')).not.toContain('同比不是');
  expect(notes).toContain('PM2.5均值按本排名办法保留1位小数；工作库的设置为取整数');
  expect(table(year, several).caption.right).toBe('第2版');
});
