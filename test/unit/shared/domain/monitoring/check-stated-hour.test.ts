import { describe, expect, test } from 'vitest';
import { findingText } from '../../../../../shared/text/finding-text.ts';
import { readRows, type Written } from './tables.ts';

const TOWN = '合阳城街道';
const OTHER = '清平镇';
const CONCENTRATIONS = ['SO2', 'NO2', 'CO', 'O3', 'PM10', 'PM2.5'];

const differences = (rows: readonly (readonly Written[])[]) =>
  readRows(rows).findings.flatMap(({ code, cell, params }) =>
    code === 'MONITOR_STATED_DIFFERS' ? [[cell, params['what'], params['stated'], params['computed']]] : [],
  );

describe('what a table states of an hour', () => {
  const HEAD = ['日期', '小时', '镇街', ...CONCENTRATIONS, 'AQI', '类别', '首要污染物'];
  /**
   * By HJ 633-2012 table 1, 1-hour limits: SO2 300 of 150–500 is 50 + 50·150/350 → 72; NO2 20/100 → 10; CO 0.8/5 → 8; O3 100/160 → 32;
   * PM10 70 of 50–150 → 60; PM2.5 40 of 35–75 → 57.
   */
  const hour = (date: string, label: number, town: string, ...said: readonly Written[]): Written[] => [
    date,
    label,
    town,
    300,
    20,
    0.8,
    100,
    70,
    40,
    ...said,
  ];

  test('is right where it is what the limits of one hour make of the concentrations', () => {
    expect(
      differences([HEAD, hour('2025-03-01', 1, TOWN, 72, '良', 'SO2'), hour('2024-03-01', 24, OTHER, 72, '二级', '二氧化硫')]),
    ).toEqual([]);
  });

  test('is named by its cell where it is another, of two towns and two years each by its own', () => {
    const rows = [HEAD, hour('2025-03-01', 1, TOWN, 60, '良', 'PM10'), hour('2024-03-01', 2, OTHER, 72, '优', 'SO2')];
    expect(differences(rows)).toEqual([
      ['J2', 'aqi', '60', 72],
      ['L2', 'primary', 'PM10', 'so2'],
      ['K3', 'level', '优', 2],
    ]);
    const [found] = readRows(rows).findings.filter(({ code }) => code === 'MONITOR_STATED_DIFFERS');
    expect(findingText('MONITOR_STATED_DIFFERS', found?.params ?? {})).toContain(
      '合阳城街道 2025-03-01 1时 表中的 AQI 为“60”，由浓度算得 72',
    );
  });

  test('changes no value, and a missing hour states nothing', () => {
    const missing = ['2025-03-01', 2, TOWN, '', '', '', '', '', '', 60, '良', ''];
    const wrong = hour('2025-03-01', 1, TOWN, 500, '严重污染', 'O3');
    expect(differences([HEAD, missing])).toEqual([]);
    expect(readRows([HEAD, wrong]).hours).toEqual(readRows([HEAD, hour('2025-03-01', 1, TOWN, 72, '良', 'SO2')]).hours);
  });

  test('of a day or sliding is left alone', () => {
    const head = ['日期', '小时', '镇街', 'PM2.5', 'PM2.5_24小时滑动分指数', '日AQI'];
    expect(differences([head, ['2025-03-01', 1, TOWN, 40, 10, 10]])).toEqual([]);
  });

  test('a year of it is reckoned in the time of its reading', () => {
    const rows = Array.from({ length: 8760 }, (_, index): Written[] => {
      const date = new Date(Date.UTC(2025, 0, 1) + Math.floor(index / 24) * 86_400_000).toISOString().slice(0, 10);
      return hour(date, (index % 24) + 1, TOWN, index === 8000 ? 71 : 72, '良', 'SO2');
    });
    expect(differences([HEAD, ...rows])).toEqual([['J8002', 'aqi', '71', 72]]);
  });
});

describe('分指数', () => {
  test('of each pollutant of an hour and of a day is held against its concentration', () => {
    const head = ['日期', '小时', '镇街', 'PM2.5', 'PM2.5分指数', 'SO2', 'SO2_IAQI'];
    expect(differences([head, ['2025-03-01', 1, TOWN, 40, 57, 300, 73]])).toEqual([['G2', 'iaqi', '73', 72]]);
    const daily = ['日期', '镇街', 'PM2.5', 'PM2.5分指数', 'O3_8h', 'O3_8h分指数', 'O3_1h', 'O3_1h分指数'];
    // A day: PM2.5 40 → 57; O3 8 h 120 of 100–160 → 67; of O3 1 h the day has no index of its own.
    expect(differences([daily, ['2025-03-01', TOWN, 40, 58, 120, 67, 150, 12]])).toEqual([['D2', 'iaqi', '58', 57]]);
    const [found] = readRows([daily, ['2025-03-01', TOWN, 40, 58, 120, 67, 150, 12]]).findings.filter(
      ({ code }) => code === 'MONITOR_STATED_DIFFERS',
    );
    expect(findingText('MONITOR_STATED_DIFFERS', found?.params ?? {})).toContain('表中的PM2.5分指数为“58”，由浓度算得 57');
  });
});
