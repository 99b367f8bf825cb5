import { afterAll, beforeAll, expect, test } from 'vitest';
import { daysOfYear } from '../../../../../shared/domain/calendar.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { csvFile, emptyWork, oneTownIsEnough } from '../../../../support/monitoring-files.ts';

const folder = temporaryFolder();
let made: Awaited<ReturnType<typeof emptyWork>>;

/** 清平镇 has daily values of two years, 涞滩镇 hours of three days in two stations, the second without the hours of an afternoon. */
beforeAll(async () => {
  made = await emptyWork(folder);
  const daily = [2024, 2025].flatMap((year) =>
    daysOfYear(year).map((date) => ['清平镇', date, (year === 2024 ? 30 : 40) + Number(date.slice(5, 7)), 60] as const),
  );
  const hours = ['2024-07-01', '2024-07-02', '2024-07-08'].flatMap((date, index) =>
    ['一号站', '二号站'].flatMap((station, at) =>
      Array.from({ length: 24 }, (_, hour) => [
        '涞滩镇',
        station,
        date,
        hour + 1,
        at === 1 && hour >= 12 && hour < 15 ? '' : hour + 1 + 10 * index + 5 * at,
        100,
      ]),
    ),
  );
  const files = [
    csvFile(folder, '日均.csv', [['镇街', '日期', 'PM2.5', 'PM10'], ...daily]),
    csvFile(folder, '小时.csv', [['镇街', '站点', '日期', '小时', 'PM2.5', 'O3'], ...hours]),
    csvFile(folder, '扣沙日清单.csv', [
      ['日期', '范围', '备注'],
      ['2024-07-08', '全区', '沙尘过境'],
    ]),
  ];
  const imported = await made.call('monitoring.import', { sources: files.map((file) => made.grant(file)) });
  expect(imported.counts.accepted).toBe(3);
  await oneTownIsEnough(made);
});
afterAll(() => made.core.close());

const patternOf = async (place: string, period: string, input: object = {}) => {
  const found = await made.call('monitoring.pattern', { places: [place], period, pollutant: 'pm25', ...input });
  return { ...found, pattern: found.places[0]?.pattern };
};

test('a mean by month is the very mean of the evaluation of that month', async () => {
  for (const year of [2024, 2025]) {
    const [{ pattern }, { months }] = [
      await patternOf('清平镇', String(year)),
      await made.call('monitoring.months', { place: '清平镇', year }),
    ];
    const evaluated = months.map(({ month, evaluation: { concentrations } }) => [
      Number(month.slice(5)),
      concentrations.pm25?.mean.exact,
      concentrations.pm25?.usedDays,
    ]);
    expect(pattern?.months.map(({ at, mean, count }) => [at, mean?.exact, count])).toEqual(evaluated);
  }
});

test('months of several years fall together', async () => {
  const { pattern } = await patternOf('清平镇', '2024-12-01..2025-12-31');
  expect(pattern?.months[11]).toEqual({ at: 12, mean: { exact: '47', published: '47.0' }, count: 62 });
  expect(pattern?.months[0]?.count).toBe(31);
});

test('an hour is the mean of the days, of each the mean of the stations; where one of two is silent the other is enough by half', async () => {
  const { pattern, notes } = await patternOf('涞滩镇', '2024-07');
  // Without 8 July, a dust day: hours 1 of both days (1 + 6) ÷ 2 = 3.5 and 13.5.
  expect(pattern?.hours[0]).toEqual({ at: 1, mean: { exact: '8.5', published: '8.5' }, count: 2 });
  // Hour 13: the first station alone, 13 and 23.
  expect(pattern?.hours[12]).toEqual({ at: 13, mean: { exact: '18', published: '18.0' }, count: 2 });
  expect([pattern?.days, pattern?.hourDays]).toEqual([2, 2]);
  expect(notes.join('')).toContain('已扣除扣沙日');
  const kept = await patternOf('涞滩镇', '2024-07', { settings: { dust: { concentrations: false } } });
  expect(kept.pattern?.hours[0]).toEqual({ at: 1, mean: { exact: '13.5', published: '13.5' }, count: 3 });
});

test('an hour that too few stations have is none', async () => {
  await made.call('settings.set', { key: 'air.area-few-share', value: '100', from: '2024-07-02', reason: '两站都要有' });
  const { pattern } = await patternOf('涞滩镇', '2024-07');
  expect(pattern?.hours[12]).toMatchObject({ mean: { exact: '13' }, count: 1 });
  await made.call('settings.set', { key: 'air.area-few-share', value: '50', from: '2024-07-02', reason: '恢复' });
});

test('hours as the page of that day shows them', async () => {
  const [{ pattern }, day] = [
    await patternOf('涞滩镇', '2024-07-02..2024-07-02'),
    await made.call('monitoring.day', { place: '涞滩镇', date: '2024-07-02' }),
  ];
  expect(pattern?.hours.map(({ mean }) => mean?.exact)).toEqual(
    day.hours.map(({ values }) => values.find(({ pollutant }) => pollutant === 'pm25')?.value ?? undefined),
  );
});

test('a place without hours says what to import, and one without data has no point', async () => {
  const { pattern, notes } = await patternOf('清平镇', '2024');
  expect([pattern?.hourDays, pattern?.hours.every(({ mean }) => mean === null)]).toEqual([0, true]);
  expect(notes.join('')).toContain('没有PM2.5小时值，不能按小时统计：清平镇');
  const empty = await patternOf('三庙镇', '2024');
  expect([empty.pattern?.days, empty.notes.some((note) => note.includes('三庙镇'))]).toEqual([0, false]);
});

test('more than six places, an unknown one and what is no period are refused', async () => {
  const asked = { period: '2024', pollutant: 'pm25' };
  expect(await made.fail('monitoring.pattern', { ...asked, places: Array.from({ length: 7 }, () => '清平镇') })).toMatchObject({
    code: 'INPUT_INVALID',
  });
  expect(await made.fail('monitoring.pattern', { ...asked, places: ['不知道镇'] })).toMatchObject({ code: 'UNIT_UNKNOWN' });
  expect(await made.fail('monitoring.pattern', { ...asked, places: ['清平镇'], period: '上半年' })).toMatchObject({
    code: 'PERIOD_INVALID',
  });
});

test('a day has the limits of the standard that holds on it, and says which hours lack stations', async () => {
  const limitsOn = async (date: string) =>
    (await made.call('monitoring.day', { place: '清平镇', date })).limits.find(({ pollutant }) => pollutant === 'pm25');
  expect(await limitsOn('2025-07-02')).toEqual({ pollutant: 'pm25', daily: 75, hourly: null });
  expect(await limitsOn('2026-07-02')).toEqual({ pollutant: 'pm25', daily: 60, hourly: null });
  await made.call('settings.set', { key: 'air.area-few-share', value: '100', from: '2024-07-02', reason: '两站都要有' });
  const day = await made.call('monitoring.day', { place: '涞滩镇', date: '2024-07-02' });
  const lacking = day.hours.filter(({ values }) => values.some(({ pollutant, tooFew }) => pollutant === 'pm25' && tooFew));
  expect(lacking.map(({ hour }) => hour)).toEqual([13, 14, 15]);
});
