import { describe, expect, test } from 'vitest';
import { findingText } from '../../../../../shared/text/finding-text.ts';
import { bookOf, codes, dayLines, hourLines, places, readBook, readRows, sheetOf, townId } from './tables.ts';

const TOWN = '合阳城街道';
const HE = townId(TOWN);

describe('two columns of the same place and pollutant', () => {
  const TABLE = [
    ['日期', '镇街', 'PM2.5', 'SO2', 'PM2.5(μg/m³)'],
    ['2025-03-01', TOWN, 40, 8, 41],
    ['2025-03-02', TOWN, 42, 9, ''],
    ['2025-03-03', TOWN, 43, 10, 43],
  ];

  test('are neither taken, the other columns are, and both are named once', () => {
    const reading = readRows(TABLE);
    expect(dayLines(reading)).toEqual([`${HE} 2025-03-01 so2=8`, `${HE} 2025-03-02 so2=9`, `${HE} 2025-03-03 so2=10`]);
    expect(reading.days.flatMap(({ invalid }) => invalid)).toEqual([]);
    const [found, ...others] = reading.findings;
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'MONITOR_COLUMN_TWICE', severity: 'error', sheet: 'Sheet1', cell: 'E1' });
    expect(findingText('MONITOR_COLUMN_TWICE', found?.params ?? {})).toBe(
      '“PM2.5(μg/m³)”列与 C1 的“PM2.5”列是同一地点的同一项目，看不出以哪一列为准，两列都未采用。请删去多余的一列后重新导入。',
    );
  });

  test('are shown as columns that are not read', () => {
    const [table] = readRows(TABLE).tables;
    expect(table?.columns.map(({ meaning }) => meaning)).toEqual(['date', 'place', 'known', 'value', 'known']);
    expect(table?.ignored).toEqual([]);
  });

  test('may be two names of one town', () => {
    const reading = readBook(
      bookOf(
        sheetOf('PM2.5日均', [
          ['日期', TOWN, '钓鱼城街道', '合阳城'],
          ['2025-03-01', 40, 50, 41],
        ]),
      ),
    );
    expect(dayLines(reading)).toEqual([`${townId('钓鱼城街道')} 2025-03-01 pm25=50`]);
    expect(places(reading, 'MONITOR_COLUMN_TWICE')).toEqual(['D1']);
  });

  test('alone in a table leave nothing, and it is said why', () => {
    const reading = readRows([
      ['日期', '镇街', 'PM10', 'PM10'],
      ['2025-03-01', TOWN, 70, 71],
    ]);
    expect([reading.days, codes(reading)]).toEqual([[], ['MONITOR_COLUMN_TWICE']]);
  });

  test('of which one has no cell at all are one', () => {
    const reading = readRows([
      ['日期', '镇街', 'PM2.5', 'PM2.5'],
      ['2025-03-01', TOWN, 40, ''],
    ]);
    expect([dayLines(reading), codes(reading)]).toEqual([[`${HE} 2025-03-01 pm25=40`], []]);
  });

  test('are found among hours too: two tables side by side have their own days', () => {
    const reading = readRows([
      ['时间', '镇街', 'O3', 'O3', 'NO2'],
      ['2025-03-01 05:00', TOWN, 100, 90, 20],
    ]);
    expect(hourLines(reading)).toEqual([`${HE}  2025-03-01 no2 4=20000`]);
    expect(codes(reading)).toContain('MONITOR_COLUMN_TWICE');
    const rows = [
      ['日期', 'PM2.5', '日期', 'PM2.5'],
      ['2025-03-01', 40, '2025-03-16', 50],
    ];
    const beside = readRows(rows, { file: `${TOWN}2025年3月.xlsx` });
    expect(dayLines(beside)).toEqual([`${HE} 2025-03-01 pm25=40`, `${HE} 2025-03-16 pm25=50`]);
    const before = readRows(rows, { file: `${TOWN}2025年3月.xlsx`, edition: 4 });
    expect([before.days, codes(before)]).toEqual([[], ['MONITOR_COLUMN_TWICE']]);
  });
});

describe('are not twins', () => {
  test('标况 and 实况, of which 实况 counts', () => {
    const reading = readRows([
      ['日期', '镇街', 'PM2.5（标况）', 'PM2.5（实况）'],
      ['2025-03-01', TOWN, 40, 37],
    ]);
    expect([dayLines(reading), codes(reading)]).toEqual([[`${HE} 2025-03-01 pm25=37`], ['MONITOR_STATE_SPARE']]);
  });

  test('实况 and a column that names no state, which is left aside as such', () => {
    const reading = readRows([
      ['日期', '镇街', 'PM10', 'PM10实况浓度'],
      ['2025-03-01', TOWN, 80, 74],
    ]);
    expect([dayLines(reading), places(reading, 'MONITOR_STATE_SPARE')]).toEqual([[`${HE} 2025-03-01 pm10=74`], ['C1']]);
    expect(findingText('MONITOR_STATE_SPARE', reading.findings[0]?.params ?? {})).toContain('“PM10”列没有写明是实况浓度');
  });

  test('the mean of eight hours and the highest hour of ozone, nor the columns of two towns', () => {
    expect(
      codes(
        readRows([
          ['日期', '镇街', 'O3_8h', 'O3_1h'],
          ['2025-03-01', TOWN, 100, 120],
        ]),
      ),
    ).toEqual([]);
    const towns = readBook(
      bookOf(
        sheetOf('PM2.5日均', [
          ['日期', TOWN, '钓鱼城街道'],
          ['2025-03-01', 40, 50],
        ]),
      ),
    );
    expect(codes(towns)).toEqual([]);
  });
});

test('files of the second edition are read cell by cell, as they were', () => {
  const reading = readRows(
    [
      ['日期', '镇街', 'PM2.5', 'PM2.5'],
      ['2025-03-01', TOWN, 40, ''],
      ['2025-03-02', TOWN, 41, 42],
    ],
    { edition: 2 },
  );
  expect([dayLines(reading), codes(reading)]).toEqual([[`${HE} 2025-03-01 pm25=40`, `${HE} 2025-03-02`], ['MONITOR_VALUES_CONFLICT']]);
});
