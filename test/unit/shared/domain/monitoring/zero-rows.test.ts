import { expect, test } from 'vitest';
import { findingText } from '../../../../../shared/text/finding-text.ts';
import { bookOf, codes, dayLines, hourLines, readBook, readRows, sheetOf, townId, type Written } from './tables.ts';

const TOWN = '合阳城街道';
const HE = townId(TOWN);
const DAILY = ['日期', '镇街', 'SO2', 'NO2', 'CO', 'O3_8h', 'PM10', 'PM2.5'];
const HOURLY = ['时间', '镇街', 'SO2', 'NO2', 'CO', 'O3', 'PM10', 'PM2.5'];

test('a day on which all six are 0 is missing, and such days are counted', () => {
  const reading = readRows([
    DAILY,
    ['2025-03-01', TOWN, 8, 20, 0.8, 100, 70, 40],
    ['2025-03-02', TOWN, 0, 0, 0, 0, 0, 0],
    ['2025-03-03', TOWN, '0', '0.0', '0.00', 0, 0, 0],
    ['2025-03-04', TOWN, 9, 21, 0.9, 101, 71, 41],
  ]);
  expect(dayLines(reading)).toEqual([
    `${HE} 2025-03-01 co=0.8 no2=20 o3=100 pm10=70 pm25=40 so2=8`,
    `${HE} 2025-03-04 co=0.9 no2=21 o3=101 pm10=71 pm25=41 so2=9`,
  ]);
  expect(reading.findings.filter(({ code }) => code !== 'MONITOR_GAPS')).toMatchObject([
    { code: 'MONITOR_ROW_ZERO', severity: 'warning', sheet: 'Sheet1', cell: 'C3', params: { count: 2 } },
  ]);
  expect(findingText('MONITOR_ROW_ZERO', { count: 2 })).toContain('2 行的六项监测值全部为 0');
});

test('it takes nothing back: none of its values is marked as invalid', () => {
  expect(readRows([DAILY, ['2025-03-02', TOWN, 0, 0, 0, 0, 0, 0]]).days).toMatchObject([{ values: {}, invalid: [] }]);
});

test('an hour in which all six are 0 is missing too; one in which a single pollutant is more stands', () => {
  const reading = readRows([HOURLY, ['2025-03-01 01:00', TOWN, 0, 0, 0, 0, 0, 0], ['2025-03-01 02:00', TOWN, 0, 0, 0, 0, 0, 1]]);
  expect(hourLines(reading)).toEqual(
    ['co 1=0', 'no2 1=0', 'o3 1=0', 'pm10 1=0', 'pm25 1=1000', 'so2 1=0'].map((line) => `${HE}  2025-03-01 ${line}`),
  );
  expect(reading.findings.find(({ code }) => code === 'MONITOR_ROW_ZERO')).toMatchObject({ cell: 'C2', params: { count: 1 } });
});

test('fewer than six zeros are judged one by one, as before', () => {
  const row = (...values: readonly Written[]) => codes(readRows([DAILY, ['2025-03-02', TOWN, ...values]]));
  expect(row(0, 0, 0, 0, 0, '')).toEqual(['AIR_VALUE_ZERO', 'MONITOR_VALUE_DOUBTFUL_ZERO']);
  expect(row(0, 20, 0.8, 0, 70, 40)).toEqual(['AIR_VALUE_ZERO', 'MONITOR_VALUE_DOUBTFUL_ZERO']);
  expect(
    codes(
      readRows([
        ['日期', '镇街', 'PM10', 'PM2.5'],
        ['2025-03-02', TOWN, 0, 0],
      ]),
    ),
  ).toEqual(['AIR_VALUE_ZERO']);
});

test('of two towns in one row only the one that is all 0 is missing', () => {
  const six = ['SO2', 'NO2', 'CO', 'O3_8h', 'PM10', 'PM2.5'];
  const sheet = sheetOf(
    '日报',
    [
      ['日期', TOWN, null, null, null, null, null, '钓鱼城街道', null, null, null, null, null],
      [null, ...six, ...six],
      ['2025-03-01', 0, 0, 0, 0, 0, 0, 8, 20, 0.8, 100, 70, 40],
    ],
    ['B1:G1', 'H1:M1'],
  );
  const reading = readBook(bookOf(sheet));
  expect(dayLines(reading)).toEqual([`${townId('钓鱼城街道')} 2025-03-01 co=0.8 no2=20 o3=100 pm10=70 pm25=40 so2=8`]);
  expect(codes(reading)).toEqual(['MONITOR_ROW_ZERO']);
});

test('files of the second edition are read as they were', () => {
  const table = [HOURLY, ['2025-03-01 01:00', TOWN, 0, 0, 0, 0, 0, 0]];
  expect(hourLines(readRows(table, { edition: 2 })).map((line) => line.split(' ').at(-1))).toEqual(Array.from({ length: 6 }, () => '0=0'));
});
