import { describe, expect, test } from 'vitest';
import { statedKind } from '../../../../../shared/domain/monitoring/stated-columns.ts';
import { findingText } from '../../../../../shared/text/finding-text.ts';
import { bookOf, codes, dayLines, readBook, readRows, sheetOf, townId, type Written } from './tables.ts';

const TOWN = '合阳城街道';
const HEAD = ['日期', '镇街', 'SO2', 'NO2', 'CO', 'O3_8h', 'PM10', 'PM2.5', 'AQI', '级别', '首要污染物'];
/** Six concentrations of which PM10 has the highest IAQI: 60, 二级, PM10. */
const SIX = [8, 20, 0.8, 100, 70, 40];

const differences = (rows: readonly (readonly Written[])[]) =>
  readRows(rows).findings.flatMap(({ code, cell, params }) =>
    code === 'MONITOR_STATED_DIFFERS' ? [[cell, params['what'], params['stated'], params['computed']]] : [],
  );
const row = (...said: readonly Written[]): Written[] => ['2025-03-01', TOWN, ...SIX, ...said];

describe('what a table states of a day', () => {
  test('is right where it is what our AQI makes of the six concentrations, in any wording', () => {
    for (const said of [
      [60, '二级', 'PM10'],
      ['60', '良', '可吸入颗粒物'],
      [60, 'Ⅱ', 'PM10（可吸入颗粒物）'],
      [59.2, 'II级', 'PM₁₀'],
      ['—', '', ''],
      ['无效', '—', '见附表'],
    ])
      expect(differences([HEAD, row(...said)]), said.join()).toEqual([]);
  });

  test('is named by its cell where it is another', () => {
    expect(differences([HEAD, row(58, '一级', 'PM2.5')])).toEqual([
      ['I2', 'aqi', '58', 60],
      ['J2', 'level', '一级', 2],
      ['K2', 'primary', 'PM2.5', 'pm10'],
    ]);
    expect(differences([HEAD, row(120, '轻度污染', '—')])).toEqual([
      ['I2', 'aqi', '120', 60],
      ['J2', 'level', '轻度污染', 2],
      ['K2', 'primary', '—', 'pm10'],
    ]);
  });

  test('is said with sheet, place, day, and both values', () => {
    const [found] = readRows([HEAD, row(58, '二级', 'PM10')]).findings;
    expect(found).toMatchObject({ sheet: 'Sheet1', cell: 'I2', severity: 'warning' });
    expect(findingText('MONITOR_STATED_DIFFERS', found?.params ?? {})).toBe(
      '合阳城街道 2025-03-01 表中的 AQI 为“58”，由浓度算得 60，以浓度为准。请核对浓度、平均时间和单位。',
    );
    const texts = readRows([HEAD, row(60, '三级', 'PM2.5、O3')]).findings.map(({ code, params }) => findingText(code, params));
    expect(texts[0]).toContain('级别为“三级”，由浓度算得二级（良）');
    expect(texts[1]).toContain('首要污染物为“PM2.5、O3”，由浓度算得 PM10');
  });

  test('changes no value', () => {
    expect(dayLines(readRows([HEAD, row(500, '六级', 'O3')]))).toEqual([
      `${townId(TOWN)} 2025-03-01 co=0.8 no2=20 o3=100 pm10=70 pm25=40 so2=8`,
    ]);
  });

  test('a day of AQI 50 and less has no primary pollutant', () => {
    const clean = ['2025-03-01', TOWN, 8, 20, 0.8, 100, 50, 30];
    expect(differences([HEAD, [...clean, 50, '优', 'O3']])).toEqual([['K2', 'primary', 'O3', '']]);
    expect(differences([HEAD, [...clean, 50, '优', '无']])).toEqual([]);
  });

  test('an AQI of 0 and one of a row that was shifted by a column are seen', () => {
    expect(differences([HEAD, row(0, '优', '')])).toEqual([
      ['I2', 'aqi', '0', 60],
      ['J2', 'level', '优', 2],
    ]);
  });
});

describe('where not all six are read', () => {
  const PARTICLES = ['日期', '镇街', 'PM10', 'PM2.5', 'AQI', '类别', '首要污染物'];
  const two = (...said: readonly Written[]): Written[] => ['2025-03-01', TOWN, 70, 40, ...said];

  test('a higher AQI may be that of a pollutant which the table does not have', () => {
    expect(differences([PARTICLES, two(110, '轻度污染', 'O3')])).toEqual([]);
    expect(differences([PARTICLES, two(110, '轻度污染', '')])).toEqual([]);
  });

  test('a lower one cannot be, nor a primary pollutant below another', () => {
    expect(differences([PARTICLES, two(59, '优', 'PM2.5、O3')])).toEqual([
      ['E2', 'aqi', '59', 60],
      ['F2', 'level', '优', 2],
      ['G2', 'primary', 'PM2.5、O3', 'pm10'],
    ]);
  });

  test('a primary pollutant that is read fixes the AQI', () => {
    expect(differences([PARTICLES, two(110, '轻度污染', 'PM10')])).toEqual([
      ['E2', 'aqi', '110', 60],
      ['F2', 'level', '轻度污染', 2],
    ]);
  });

  test('the AQI of the gases on a day without its particles is right', () => {
    expect(differences([HEAD, ['2025-03-01', TOWN, 6, 25, 0.4, 87, '—', '—', 44, '优', '—']])).toEqual([]);
  });
});

test('each day is reckoned by the standard of its date', () => {
  const day = (date: string, aqi: number): Written[] => [date, TOWN, 8, 20, 0.8, 100, 50, 60, aqi, '', ''];
  // PM2.5 60: 82 by HJ 633-2012, and 100 by HJ 633-2026, whose breakpoint at 100 is 60.
  expect(differences([HEAD, day('2026-02-28', 82), day('2026-03-01', 100)])).toEqual([]);
  expect(differences([HEAD, day('2026-02-28', 100), day('2026-03-01', 82)])).toEqual([
    ['I2', 'aqi', '100', 82],
    ['I3', 'aqi', '82', 100],
  ]);
});

test('towns side by side have their own AQI each', () => {
  const sheet = sheetOf(
    '日报',
    [
      ['日期', TOWN, null, null, '钓鱼城街道', null, null],
      [null, 'PM10', 'AQI', '首要污染物', 'PM10', 'AQI', '首要污染物'],
      ['2025-03-01', 70, 60, 'PM10', 90, 60, 'PM10'],
    ],
    ['B1:D1', 'E1:G1'],
  );
  const found = readBook(bookOf(sheet)).findings.filter(({ code }) => code === 'MONITOR_STATED_DIFFERS');
  expect(found.map(({ sheet: at, cell, params }) => [at, cell, params['place'], params['computed']])).toEqual([
    ['日报', 'F3', '钓鱼城街道', 70],
  ]);
});

test('columns that are compared are not named as unread; long tables are not compared', () => {
  const reading = readRows([HEAD, row(60, '二级', 'PM10')]);
  expect(codes(reading)).toEqual([]);
  expect(reading.tables[0]?.columns.filter(({ meaning }) => meaning === 'stated').map(({ title }) => title)).toEqual([
    'AQI',
    '级别',
    '首要污染物',
  ]);
  const hourly = readRows([
    ['时间', '镇街', 'PM2.5', 'AQI'],
    ['2025-03-01 05:00', TOWN, 40, 1],
  ]);
  expect(codes(hourly)).toEqual(['MONITOR_HOUR_STAMP', 'MONITOR_STATED_DIFFERS']);
});

test('of many differences in a column twenty are named and the rest is counted', () => {
  const rows = Array.from({ length: 28 }, (_, day): Written[] => [`2025-02-${String(day + 1).padStart(2, '0')}`, TOWN, ...SIX, 61 + day]);
  const { findings } = readRows([HEAD.slice(0, 9), ...rows]);
  expect(findings.filter(({ code }) => code === 'MONITOR_STATED_DIFFERS')).toHaveLength(20);
  expect(findings.find(({ code }) => code === 'MONITOR_MORE_CELLS')?.params).toMatchObject({ kind: 'MONITOR_STATED_DIFFERS', count: 28 });
});

test.each([
  ['AQI', 'aqi'],
  ['AQI指数', 'aqi'],
  ['空气质量指数（AQI）', 'aqi'],
  ['日空气质量指数', 'aqi'],
  ['空气质量指数 级别', 'level'],
  ['空气质量指数类别', 'level'],
  ['等级', 'level'],
  ['空气质量状况', 'level'],
  ['首要污染物', 'primary'],
  ['合阳城街道 AQI', 'aqi'],
  ['预报AQI', null],
  ['PM2.5分指数', null],
  ['去年同期AQI', null],
  ['24小时级别', null],
  ['综合指数', null],
  ['颜色', null],
])('the column %s states %s', (title, expected) => {
  expect(statedKind(title)).toBe(expected);
});
