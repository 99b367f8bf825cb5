import { describe, expect, test } from 'vitest';
import { bookOf, codes, dayLines, hourLines, places, readBook, readRows, sheetOf, townId, type Written } from './tables.ts';

const HE = townId('合阳城街道');

/** A daily table of one town with these PM2.5 values from 1 January on. */
const values = (written: readonly Written[], title = 'PM2.5') =>
  readRows([
    ['日期', '镇街', title],
    ...written.map((value, index) => [`2024-01-${String(index + 1).padStart(2, '0')}`, '合阳城街道', value]),
  ]);
const listed = (written: readonly Written[], title?: string) =>
  dayLines(values(written, title)).map((line) => line.split(' ').slice(1).join(' '));

describe('marks', () => {
  test.each(['', '—', '-', '--', '/', 'NA', 'N/A', 'null', '无', '缺测', '缺', 'ND', -99, -999, -9999, 9999, '-99'])(
    '%j is missing, neither a value nor invalid',
    (mark) => {
      const reading = values([30, mark, 32]);
      expect(reading.days.map(({ date, values: { pm25 }, cells }) => [date, pm25, cells.pm25])).toEqual([
        ['2024-01-01', '30', 'C2'],
        ...(mark === '' ? [] : [['2024-01-02', undefined, 'C3']]),
        ['2024-01-03', '32', 'C4'],
      ]);
      expect(reading.days.flatMap(({ invalid }) => invalid)).toEqual([]);
      expect(codes(reading).filter((code) => code !== 'MONITOR_GAPS')).toEqual(mark === '' ? [] : ['MONITOR_MARKS_MISSING']);
    },
  );

  test.each(['无效', '35(H)', '35H', '35M', 'H', '停电', '设备故障', '维护', '校准', '数据异常', { type: 'error', code: '#N/A' } as const])(
    '%j is invalid and named by its cell',
    (mark) => {
      const reading = values([30, mark]);
      expect(reading.days[1]).toMatchObject({ values: {}, invalid: ['pm25'], cells: { pm25: 'C3' } });
      expect(places(reading, 'MONITOR_VALUE_INVALID')).toEqual(['C3']);
    },
  );

  test.each([
    '三十五',
    '35-40',
    '见附件',
    { type: 'boolean', value: true } as const,
    { type: 'number', digits: '45292', format: 'date' } as const,
  ])('%j is not understood, named, and left out', (mark) => {
    const reading = values([30, mark]);
    expect(reading.days[1]).toMatchObject({ values: {}, invalid: ['pm25'] });
    expect(places(reading, 'MONITOR_VALUE_UNREADABLE')).toEqual(['C3']);
  });

  test('full-width figures, figures as text and thousands are figures; daily values keep their digits', () => {
    expect(listed(['３５', '35.50', '1,234', 12.34567])).toEqual([
      '2024-01-01 pm25=35',
      '2024-01-02 pm25=35.5',
      '2024-01-03 pm25=1234',
      '2024-01-04 pm25=12.34567',
    ]);
  });

  test('of many cells with the same trouble twenty are named and the rest is counted', () => {
    const reading = values(Array.from({ length: 30 }, () => '无效'));
    expect(places(reading, 'MONITOR_VALUE_INVALID')).toHaveLength(20);
    expect(reading.findings.find(({ code }) => code === 'MONITOR_MORE_CELLS')?.params).toMatchObject({
      kind: 'MONITOR_VALUE_INVALID',
      count: 30,
    });
  });
});

describe('units', () => {
  test('mg/m³ of dust and µg/m³ of CO are converted exactly', () => {
    expect(listed([0.035, 0.1], 'PM2.5(mg/m³)')).toEqual(['2024-01-01 pm25=35', '2024-01-02 pm25=100']);
    expect(listed([835, 900], 'CO(μg/m³)')).toEqual(['2024-01-01 co=0.835', '2024-01-02 co=0.9']);
    expect(codes(values([0.035], 'PM2.5(mg/m³)'))).toEqual(['MONITOR_UNIT_CONVERTED']);
  });

  test('a unit in the title holds for all but CO', () => {
    const reading = readRows([['合阳城街道日均值（单位：μg/m³）'], ['日期', 'PM2.5', 'CO'], ['2024-01-01', 35, 0.8]]);
    expect(dayLines(reading)).toEqual([`${HE} 2024-01-01 co=0.8 pm25=35`]);
  });

  test('ppb is refused and nothing of its column is read', () => {
    const reading = readRows([
      ['日期', '镇街', 'SO2(ppb)', 'PM2.5'],
      ['2024-01-01', '合阳城街道', 5, 30],
    ]);
    expect(dayLines(reading)).toEqual([`${HE} 2024-01-01 pm25=30`]);
    expect(places(reading, 'MONITOR_UNIT_REFUSED')).toEqual(['C1']);
  });

  test('values that fit only the other unit are named, and not converted in silence', () => {
    const dust = values([0.035, 0.041, 0.05, 0.02, 0.033]);
    expect([places(dust, 'MONITOR_UNIT_HELD'), dust.days]).toEqual([['C1'], []]);
    const gas = values([800, 900, 850, 700, 750], 'CO');
    expect([places(gas, 'MONITOR_UNIT_HELD'), gas.days]).toEqual([['C1'], []]);
    expect(places(values([800, 900, 850, 700, 0.8], 'CO'), 'MONITOR_UNIT_DOUBTFUL')).toEqual(['C1']);
    for (const [title, given] of [
      ['SO2', [0.008, 0.009, 0.007, 0.011, 0.012]],
      ['O3_8h', [0.101]],
      ['PM10', [0.06]],
    ] as const)
      expect(values(given, title).days, title).toEqual([]);
    expect(listed([0.8, 0.9, 0.7, 0.6, 1.1], 'SO2')).toHaveLength(5);
    expect(codes(values([0.8, 0.9, 0.7, 0.6, 1.1], 'CO'))).toEqual([]);
  });
});

describe('what cannot be', () => {
  test('negative, beyond any instrument, and zero as the mean of a day are left out', () => {
    const reading = values([-3, 3001, 0, 3000]);
    expect(reading.days.map(({ values: { pm25 }, invalid }) => [pm25, invalid.length])).toEqual([
      [undefined, 0],
      [undefined, 1],
      [undefined, 1],
      ['3000', 0],
    ]);
    expect([
      places(reading, 'MONITOR_VALUE_NEGATIVE'),
      places(reading, 'MONITOR_VALUE_IMPOSSIBLE'),
      places(reading, 'AIR_VALUE_ZERO'),
    ]).toEqual([['C2'], ['C3'], ['C4']]);
    const zero = values([0], 'SO2');
    expect([zero.days[0]?.values, places(zero, 'MONITOR_VALUE_DOUBTFUL_ZERO')]).toEqual([{}, ['C2']]);
    expect(
      hourLines(
        readRows([
          ['时间', '镇街', 'O3'],
          ['2024-01-01 03:00', '合阳城街道', 0],
        ]),
      ),
    ).toEqual([`${HE}  2024-01-01 o3 2=0`]);
  });

  test('more PM2.5 than PM10 is named and kept', () => {
    const reading = readRows([
      ['日期', '镇街', 'PM2.5', 'PM10'],
      ['2024-01-01', '合阳城街道', 60, 50],
      ['2024-01-02', '合阳城街道', 50, 50],
    ]);
    expect(places(reading, 'AIR_PM25_ABOVE_PM10')).toEqual(['C2']);
    expect(reading.days[0]?.values).toEqual({ pm25: '60', pm10: '50' });
  });

  test('the same value on five days or through 24 hours is named with its range', () => {
    expect(places(values([35, 35, 35, 35, 36]), 'MONITOR_CONSTANT')).toEqual([]);
    expect(places(values([34, 35, 35, 35, 35, 35]), 'MONITOR_CONSTANT')).toEqual(['C3:C7']);
    const hours = Array.from({ length: 24 }, (_, hour) => [`2024-01-01 ${String(hour).padStart(2, '0')}:00`, '合阳城街道', 12]);
    expect(places(readRows([['时间', '镇街', 'SO2'], ...hours]), 'MONITOR_CONSTANT')).toEqual(['C2:C25']);
    expect(places(readRows([['时间', '镇街', 'SO2'], ...hours.slice(1)]), 'MONITOR_CONSTANT')).toEqual([]);
  });

  test('days that lack between the first and the last are counted once for each place', () => {
    const reading = readRows([
      ['日期', '镇街', 'PM2.5'],
      ['2024-02-27', '合阳城街道', 30],
      ['2024-03-01', '合阳城街道', 31],
    ]);
    expect(
      reading.findings.map(({ code, params }) => ({
        code,
        place: params['place'],
        count: params['count'],
        first: params['first'],
        last: params['last'],
      })),
    ).toEqual([{ code: 'MONITOR_GAPS', place: '合阳城街道', count: 2, first: '2024-02-28', last: '2024-02-29' }]);
  });
});

describe('the same place and time twice', () => {
  const twice = (second: Written) =>
    readRows([
      ['日期', '镇街', 'PM2.5'],
      ['2024-01-01', '合阳城街道', 30],
      ['2024-01-01', '合阳城', second],
    ]);

  test('equal values are one value', () => {
    expect(dayLines(twice(30))).toEqual([`${HE} 2024-01-01 pm25=30`]);
    expect(codes(twice(30))).toEqual(['MONITOR_VALUE_TWICE']);
  });

  test('of different values neither is taken, and both cells are named', () => {
    const reading = twice(31);
    expect(reading.days[0]).toMatchObject({ values: {}, invalid: ['pm25'] });
    expect(reading.findings.map(({ code, cell, params }) => [code, cell, params['first'], params['before'], params['value']])).toEqual([
      ['MONITOR_VALUES_CONFLICT', 'C3', 'C2', '30', '31'],
    ]);
  });

  test('a blank does not contradict a value', () => {
    expect(dayLines(twice(''))).toEqual([`${HE} 2024-01-01 pm25=30`]);
    expect(codes(twice(''))).toEqual([]);
  });

  test('two sheets contradict each other too', () => {
    const sheet = (name: string, value: number) =>
      sheetOf(name, [
        ['时间', '镇街', 'PM2.5'],
        ['2024-01-01 05:00', '合阳城街道', value],
      ]);
    const reading = readBook(bookOf(sheet('甲', 30), sheet('乙', 31)), { hourStamp: 'start' });
    expect(hourLines(reading)).toEqual([`${HE}  2024-01-01 pm25 5=x`]);
    expect(reading.findings.map(({ sheet: at, cell, params }) => [at, cell, params['first']])).toEqual([['乙', 'C2', '甲!C2']]);
  });
});
