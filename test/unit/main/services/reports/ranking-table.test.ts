import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RankingResult } from '../../../../../shared/contract/ranking.ts';
import type { Plan } from '../../../../../shared/domain/plan/schema.ts';
import { rankingTable } from '../../../../../main/services/reports/ranking-table.ts';
import { readReportWording } from '../../../../../main/services/reports/wording.ts';
import { importedWork, type SampleWork, TEMPLATES } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const folder = temporaryFolder();
let made: SampleWork;
let plan: Plan;
let year: RankingResult;

beforeAll(async () => {
  made = await importedWork(folder);
  plan = (await made.call('plan.show', {})).plan;
  year = (await made.call('ranking.show', { period: '2024' })).current;
});
afterAll(() => made.core.close());

const wording = readReportWording(TEMPLATES);
const table = (ranking: RankingResult) =>
  rankingTable({ plan, ranking, wording, basis: '出自第1号', createdAt: '2025-02-10T09:00:00+08:00' });
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
  expect(caption).toEqual({ left: '合川区镇街空气质量排名办法（示范方案）', right: `版本 ${year.schemeVersion.slice(0, 8)}` });
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
