import { describe, expect, test } from 'vitest';
import { readDustList } from '../../../../../shared/domain/monitoring/read-dust-list.ts';
import { readForecasts } from '../../../../../shared/domain/monitoring/read-forecasts.ts';
import { bookOf, dayLines, hourLines, places, PLAN, readRows, sheetOf, townId, type Written } from './tables.ts';

const TOWN = '合阳城街道';
const HE = townId(TOWN);

describe('days after the day of import', () => {
  const until = '2025-03-02';
  const rows: readonly (readonly Written[])[] = [
    ['镇街', '日期', 'PM2.5'],
    [TOWN, '2025-03-01', 30],
    [TOWN, '2025-03-02', 31],
    [TOWN, '2025-03-03', 32],
    [TOWN, '2027-03-04', 33],
    [TOWN, '2027-03-05', null],
  ];
  const ahead = (reading: ReturnType<typeof readRows>) =>
    reading.findings.filter(({ code }) => code === 'MONITOR_AHEAD').map(({ cell, params }) => [cell, params]);

  test('are none that were measured: counted, with the first and the last; blanks of a form are nothing', () => {
    const reading = readRows(rows, { until });
    expect(dayLines(reading)).toEqual([`${HE} 2025-03-01 pm25=30`, `${HE} 2025-03-02 pm25=31`]);
    expect(ahead(reading)).toEqual([['C4', { count: 2, first: '2025-03-03', last: '2027-03-04', until }]]);
  });

  test('hours likewise; the last hour of the day of import is labelled with the next', () => {
    const hourly: Written[][] = [
      ['镇街', '时间', 'PM2.5'],
      ...['2025-03-02 23:00', '2025-03-03 00:00', '2025-03-03 01:00'].map((time) => [TOWN, time, 30]),
    ];
    const reading = readRows(hourly, { until });
    expect(hourLines(reading)).toEqual([`${HE}  2025-03-02 pm25 22=30000 23=30000`]);
    expect(ahead(reading)).toEqual([['C4', { count: 1, first: '2025-03-03', last: '2025-03-03', until }]]);
  });

  test('nothing is asked of files that came before, nor where no day is given', () => {
    expect(dayLines(readRows(rows, { until, edition: 4 }))).toHaveLength(4);
    expect(dayLines(readRows(rows))).toHaveLength(4);
  });

  test('no dust is taken out of a day to come', () => {
    const list = bookOf(
      sheetOf('扣沙日清单', [
        ['日期', '区域'],
        ['2025-03-01', TOWN],
        ['2027-03-01', TOWN],
      ]),
    );
    const read = readDustList(list, { file: 'a', plan: PLAN, districtNames: ['合川区'], year: null, until });
    expect(read.days.map(({ date }) => date)).toEqual(['2025-03-01']);
    expect(read.findings.map(({ code, cell }) => [code, cell])).toEqual([['DUST_AHEAD', 'A3']]);
  });
});

describe('forecasts', () => {
  const book = bookOf(
    sheetOf('预报', [
      ['预报日期', '起报时间', '预报AQI'],
      ['2025-03-03', '2025-03-02 17:00', '45-65'],
      ['2025-03-02', '2025-03-02 17:00', '45-65'],
      ['2025-03-01', '2025-03-02 17:00', '45-65'],
    ]),
  );

  test('that were issued after their day are none', () => {
    const read = readForecasts(book, { file: 'a', year: null });
    expect(read.forecasts.map(({ forecast: { date } }) => date)).toEqual(['2025-03-03', '2025-03-02']);
    expect(read.findings.map(({ code, cell }) => [code, cell])).toEqual([['FORECAST_AFTERWARDS', 'B4']]);
    expect(readForecasts(book, { file: 'a', year: null, edition: 4 }).forecasts).toHaveLength(3);
  });
});

describe('means of months', () => {
  const table = (dates: readonly string[], edition?: number) =>
    readRows(
      [['镇街', '日期', 'PM2.5', 'PM10'], ...dates.map((date, index): Written[] => [TOWN, date, 30 + index, 60])],
      edition === undefined ? {} : { edition },
    );

  test('whose month stands as its first day are no daily values', () => {
    const reading = table(['2025-01-01', '2025-02-01', '2025-03-01']);
    expect([dayLines(reading), places(reading, 'MONITOR_MONTHLY')]).toEqual([[], ['C2']]);
    expect(dayLines(table(['2025-01-01', '2025-02-01', '2025-03-01'], 4))).toHaveLength(3);
  });

  test('one such day, or others beside it, are daily values', () => {
    expect(dayLines(table(['2025-01-01']))).toHaveLength(1);
    expect(dayLines(table(['2025-01-01', '2025-01-02', '2025-02-01']))).toHaveLength(3);
  });

  test.each([
    '2025-01',
    '2025年1月',
    '202501',
    '1月',
    '一月份',
    '2025年第一季度',
    '上半年',
    '2025年',
    '第10周',
    '3月1日-3月7日',
    '3月上旬',
    '2025-03-01~2025-03-07',
  ])('%s in the column of days is no day, and no remedy makes it one', (span) => {
    const reading = readRows(
      [
        ['镇街', '日期', 'PM2.5'],
        [TOWN, span, 30],
      ],
      { year: 2025 },
    );
    expect([dayLines(reading), places(reading, 'MONITOR_MONTHS'), places(reading, 'MONITOR_DATE_UNREADABLE')]).toEqual([[], ['B2'], []]);
  });

  test.each(['2025年3月空气质量月报', '2025年3月3日-3月9日空气质量周报', '一季度PM2.5浓度', '2025年3月'])(
    'a table without days of which the title says %s is asked for days, not for a date in its title',
    (title) => {
      const reading = readRows([[title], ['镇街', 'PM2.5', 'PM10'], [TOWN, 30, 60]]);
      expect([dayLines(reading), reading.findings.map(({ code }) => code)]).toEqual([[], ['MONITOR_OF_PERIOD']]);
    },
  );
});
