import { afterAll, beforeAll, expect, test } from 'vitest';
import { daysOfYear } from '../../../../../shared/domain/calendar.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { csvFile, emptyWork, hoursOf, oneTownIsEnough } from '../../../../support/monitoring-files.ts';

const folder = temporaryFolder();
let made: Awaited<ReturnType<typeof emptyWork>>;

/**
 * 合阳城街道: days of February and March 2026 with PM2.5 70, which is over the limit from March on only, none on 5 March. 清平镇: two stations with
 * hours of O3 and PM10 on 10 and 11 March, one of them silent on the second day and over 200 for three hours of the first.
 */
beforeAll(async () => {
  made = await emptyWork(folder);
  await oneTownIsEnough(made);
  const dates = daysOfYear(2026).filter((date) => date < '2026-03-13' && date >= '2026-02-01' && date !== '2026-03-05');
  const daily = csvFile(folder, '日均.csv', [['镇街', '日期', 'PM2.5', 'PM10'], ...dates.map((date) => ['合阳城街道', date, 70, 100])]);
  const high = (hour: number): number => (hour >= 14 && hour <= 16 ? 190 + hour : 90);
  const hourly = csvFile(folder, '小时.csv', [
    ['镇街', '站点', '日期', '小时', 'O3', 'PM10'],
    ...hoursOf('清平镇', '一号站', '2026-03-10', (hour) => [high(hour), 60]),
    ...hoursOf('清平镇', '二号站', '2026-03-10', (hour) => [high(hour), 60]),
    ...hoursOf('清平镇', '一号站', '2026-03-11', (hour) => [hour > 20 ? null : 90, 60]),
  ]);
  await made.call('monitoring.import', { sources: [made.grant(daily), made.grant(hourly)] });
});
afterAll(() => made.core.close());

test('days are over the limit of their standard, and what was not measured is missing', async () => {
  const { capture, exceedances, primary, percentiles, until } = await made.call('monitoring.statistics', {
    place: '合阳城街道',
    period: '2026-01..2026-03',
    percentiles: ['50', '99.5'],
  });
  expect(until).toBe('2026-03-12');
  expect(capture.map(({ month, days, pollutants }) => [month, days, pollutants.pm25?.valid, pollutants.pm25?.due])).toEqual([
    ['2026-01', 31, 0, 31],
    ['2026-02', 28, 28, 28],
    ['2026-03', 12, 11, 12],
  ]);
  expect(capture[1]?.pollutants.pm25).toMatchObject({ rate: { published: '100.0' }, required: 25, hours: null });
  expect(capture[0]?.pollutants.o3).toBeNull();
  const pm25 = exceedances.filter(({ pollutant }) => pollutant === 'pm25');
  expect(pm25.map(({ standard, daily }) => [standard, daily.limit, daily.values, daily.over, daily.peak?.multiple])).toEqual([
    ['2012', 75, 28, 0, undefined],
    // (70 − 60) ÷ 60
    ['2026', 60, 11, 11, '0.17'],
  ]);
  expect(pm25[1]?.daily.days.map(({ date }) => date)).not.toContain('2026-03-05');
  expect(primary.map(({ pollutant, dates, polluted }) => [pollutant, dates.length, polluted.length])).toEqual([['pm25', 39, 11]]);
  expect(percentiles.find(({ pollutant }) => pollutant === 'pm25')?.values.map(({ p, published }) => [p, published])).toEqual([
    ['50', '70.0'],
    ['99.5', '70.0'],
  ]);
});

test('hours over their limit are told with their day and hour, and hours that a station lacks are missing', async () => {
  const { capture, exceedances } = await made.call('monitoring.statistics', { place: '清平镇', period: '2026-03-10..2026-03-11' });
  // Two stations, two days, 24 hours; the second says nothing on the second day, the first lacks four of O3.
  expect(capture[0]?.pollutants.o3?.hours).toMatchObject({ valid: 24 + 24 + 20, due: 96 });
  expect(capture[0]?.pollutants.pm10?.hours).toMatchObject({ valid: 72, due: 96 });
  const ozone = exceedances.find(({ pollutant }) => pollutant === 'o3');
  // 14 h: 204, 15 h: 205, 16 h: 206, against 200.
  expect(ozone?.hourly).toMatchObject({ limit: 200, over: 3, days: [{ date: '2026-03-10', count: 3 }] });
  expect(ozone?.hourly?.peak).toEqual({ value: '206', multiple: '0.03', at: ['2026-03-10 16'] });
  expect(exceedances.find(({ pollutant }) => pollutant === 'pm10')?.hourly).toBeNull();
});

test('a percentile beyond 100 is refused, and a place without data has none', async () => {
  expect(await made.fail('monitoring.statistics', { place: '清平镇', period: '2026', percentiles: ['101'] })).toMatchObject({
    code: 'INPUT_INVALID',
  });
  const empty = await made.call('monitoring.statistics', { place: '草街街道', period: '2026' });
  expect([empty.percentiles, empty.exceedances, empty.primary]).toEqual([[], [], []]);
});
