import { afterAll, beforeAll, expect, test } from 'vitest';
import { daysOfYear } from '../../../../../shared/domain/calendar.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { csvFile, emptyWork } from '../../../../support/monitoring-files.ts';

const folder = temporaryFolder();
const MEANS = new Map([
  [2019, 42],
  [2020, 40],
  [2021, 41],
  [2022, 37],
  [2023, 35],
  [2024, 33],
]);
let made: Awaited<ReturnType<typeof emptyWork>>;
beforeAll(async () => {
  made = await emptyWork(folder);
  const rows = [...MEANS].flatMap(([year, pm25]) => daysOfYear(year).map((date) => ['清平镇', date, pm25, Math.max(60, pm25)] as const));
  const file = csvFile(folder, '历年.csv', [['镇街', '日期', 'PM2.5', 'PM10'], ...rows]);
  expect((await made.call('monitoring.import', { sources: [made.grant(file)] })).counts.accepted).toBe(1);
});
afterAll(() => made.core.close());

test('the years of a town are followed from what the work holds; a year without data has no value and is not counted', async () => {
  const { name, trends, notes } = await made.call('monitoring.trend', { place: '清平镇', from: 2019, to: 2025 });
  expect([name, trends.map(({ measure }) => measure)]).toEqual(['清平镇', ['pm10', 'pm25']]);
  const pm25 = trends.find(({ measure }) => measure === 'pm25');
  expect(pm25?.years.at(-1)).toEqual({ year: 2025, value: null, threeYears: null });
  // (37 + 35 + 33) ÷ 3
  expect(pm25?.years.at(-2)).toMatchObject({ year: 2024, value: { published: '33.0' }, threeYears: { published: '35.0' } });
  // Ranks 6, 4, 5, 3, 2, 1 against 1 … 6: d² = 25 + 4 + 4 + 1 + 9 + 25 = 68; 1 − 6·68/210
  expect(pm25?.spearman).toMatchObject({ count: 6, published: '-0.943', critical: '0.829', significant: true, direction: 'falling' });
  // −4, −3, −8/3, −2 four times, −1.8, −1.75 twice, −5/3 twice, −1.5, −0.5, 1: the eighth of fifteen.
  expect(pm25?.slope).toEqual({ exact: '-1.8', published: '-1.80' });
  expect(notes.join('')).toContain('HJ 663-2013附录B');
});

test('fewer than five years are no trend, and years the wrong way round are refused', async () => {
  const { trends } = await made.call('monitoring.trend', { place: '清平镇', from: 2021, to: 2024 });
  expect(trends.map(({ missing, spearman }) => [missing, spearman])).toEqual([
    ['few', null],
    ['few', null],
  ]);
  expect(await made.fail('monitoring.trend', { place: '清平镇', from: 2024, to: 2021 })).toMatchObject({ code: 'INPUT_INVALID' });
});
