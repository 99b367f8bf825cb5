import { describe, expect, test } from 'vitest';
import { dayLines, places, readRows, townId, type Written } from './tables.ts';

const TOWN = '合阳城街道';
const HE = townId(TOWN);
const OTHER = '钓鱼城街道';

describe('tables side by side under one row of headings', () => {
  test('halves of a month are read each by its own days; a mean below one takes no day from the other', () => {
    const rows: Written[][] = [
      [`${TOWN}2025年1月`],
      ['日期', 'PM2.5', 'PM10', null, '日期', 'PM2.5', 'PM10'],
      ['1日', 30, 60, null, '16日', 45, 75],
      ['2日', 31, 61, null, '17日', 46, 76],
      ['平均', 30.5, 60.5, null, '18日', 47, 77],
    ];
    const reading = readRows(rows);
    expect(dayLines(reading)).toEqual([
      `${HE} 2025-01-01 pm10=60 pm25=30`,
      `${HE} 2025-01-02 pm10=61 pm25=31`,
      `${HE} 2025-01-16 pm10=75 pm25=45`,
      `${HE} 2025-01-17 pm10=76 pm25=46`,
      `${HE} 2025-01-18 pm10=77 pm25=47`,
    ]);
    expect(places(reading, 'MONITOR_COLUMN_TWICE')).toEqual([]);
    expect(dayLines(readRows(rows, { edition: 4 }))).toEqual([]);
  });

  test('what leads each belongs to it; what leads all of them belongs to all', () => {
    const own = readRows([
      ['序号', '镇街', '日期', 'PM2.5', '序号', '镇街', '日期', 'PM2.5'],
      [1, TOWN, '2025-01-01', 30, 2, OTHER, '2025-01-01', 40],
    ]);
    expect(dayLines(own)).toEqual([`${HE} 2025-01-01 pm25=30`, `${townId(OTHER)} 2025-01-01 pm25=40`].toSorted());
    const shared = readRows([
      ['镇街', '日期', 'PM2.5', '日期', 'PM2.5'],
      [TOWN, '2025-01-01', 30, '2025-01-02', 31],
    ]);
    expect(dayLines(shared)).toEqual([`${HE} 2025-01-01 pm25=30`, `${HE} 2025-01-02 pm25=31`]);
  });

  test('two columns of one pollutant under one column of days stay two readings', () => {
    const reading = readRows([
      ['镇街', '日期', 'PM2.5', 'PM2.5'],
      [TOWN, '2025-01-01', 30, 31],
    ]);
    expect([dayLines(reading), places(reading, 'MONITOR_COLUMN_TWICE')]).toEqual([[], ['D1']]);
  });

  test('the time of an update beside the values is no second table', () => {
    const reading = readRows([
      ['镇街', '日期', 'PM2.5', '更新时间', 'PM10'],
      [TOWN, '2025-01-01', 30, '2025-01-02', 60],
    ]);
    expect(dayLines(reading)).toEqual([`${HE} 2025-01-01 pm10=60 pm25=30`]);
  });
});
