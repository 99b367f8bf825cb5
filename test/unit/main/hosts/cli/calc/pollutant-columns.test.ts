import { describe, expect, test } from 'vitest';
import { dailyMeaning, findColumns, periodMeaning } from '../../../../../../main/hosts/cli/calc/pollutant-columns.ts';

describe('columns of a day', () => {
  const known: readonly [string, string][] = [
    ['date', 'date'],
    [' Date ', 'date'],
    ['日期', 'date'],
    ['PM25', 'pm25'],
    ['PM2.5', 'pm25'],
    ['PM₂.₅', 'pm25'],
    ['细颗粒物', 'pm25'],
    ['PM10(μg/m³)', 'pm10'],
    ['SO2', 'so2'],
    ['二氧化氮', 'no2'],
    ['CO（mg/m³）', 'co'],
    ['o3_8h', 'o3'],
    ['O3-8H', 'o3'],
    ['O₃-8h', 'o3'],
    ['臭氧日最大8小时平均', 'o3'],
    ['O3', 'o3'],
    ['o3_1h', 'o3OneHour'],
    ['臭氧1小时', 'o3OneHour'],
  ];
  test.each(known)('%s is %s', (header, id) => expect(dailyMeaning(header)?.id).toBe(id));
  test.each(['NO', 'NOx', 'AQI', 'PM2.5分指数', 'note', '', 'so2_1h', 'co2', 'o3_24h', 'aqi_pm25', '镇街'])('%s is none', (header) =>
    expect(dailyMeaning(header)).toBeNull(),
  );
});

describe('columns of a period', () => {
  const known: readonly [string, string][] = [
    ['pm25', 'pm25'],
    ['co_p95', 'co'],
    ['CO-95per', 'co'],
    ['CO日均值第95百分位数（mg/m³）', 'co'],
    ['o3_8h_p90', 'o3'],
    ['O3_8h_90per', 'o3'],
    ['臭氧日最大8小时第90百分位数', 'o3'],
    ['O3-90%', 'o3'],
  ];
  test.each(known)('%s is %s', (header, id) => expect(periodMeaning(header)?.id).toBe(id));
  test.each(['co', 'o3_8h', 'co_p90', 'o3_8h_p95', 'pm25_p95', 'PM10-95per', 'so2_1h'])('%s is none', (header) =>
    expect(periodMeaning(header)).toBeNull(),
  );
});

describe('findColumns', () => {
  test('the documented name wins over another name of the same thing, wherever it stands', () => {
    expect(findColumns(['PM2.5', 'pm25'], dailyMeaning).columns.pm25?.index).toBe(1);
    expect(findColumns(['pm25', 'PM2.5'], dailyMeaning).columns.pm25?.index).toBe(0);
  });

  test('two documented or two other names are refused', () => {
    expect(() => findColumns(['pm25', 'PM25'], dailyMeaning)).toThrow('CALC_COLUMN_TWICE');
    expect(() => findColumns(['PM2.5', '细颗粒物'], dailyMeaning)).toThrow('CALC_COLUMN_TWICE');
  });

  test('units are converted and said; those that depend on the weather are refused', () => {
    const { columns, notes } = findColumns(['CO(μg/m3)', 'SO2(mg/m³)', 'NO2(µg/m³)'], dailyMeaning);
    expect([columns.co?.factor, columns.so2?.factor, columns.no2?.factor]).toEqual(['0.001', '1000', '1']);
    expect(notes).toHaveLength(2);
    expect(() => findColumns(['O3-8h(ppb)'], dailyMeaning)).toThrow('CALC_UNIT');
  });
});
