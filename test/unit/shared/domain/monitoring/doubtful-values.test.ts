import { describe, expect, test } from 'vitest';
import { codes, dayLines, hourLines, places, readRows, townId, type Written } from './tables.ts';

const TOWN = '合阳城街道';
const HE = townId(TOWN);

const day = (index: number): string => `2025-01-${String(index + 1).padStart(2, '0')}`;
const table = (header: readonly string[], values: (index: number) => readonly Written[], edition?: number, count = 10) =>
  readRows(
    [['镇街', '日期', ...header], ...Array.from({ length: count }, (_, index): Written[] => [TOWN, day(index), ...values(index)])],
    edition === undefined ? {} : { edition },
  );

describe('figures that contradict their unit', () => {
  test.each([
    ['CO(mg/m³)', 600],
    ['CO(μg/m³)', 0.8],
    ['PM2.5(μg/m³)', 0.03],
    ['PM10(mg/m³)', 60],
  ] as const)('%s of %d all through is not read', (header, figure) => {
    const reading = table([header, 'SO2'], (index) => [figure + (figure / 100) * index, 8 + (index % 3)]);
    expect([places(reading, 'MONITOR_UNIT_CONTRADICTED'), dayLines(reading)[0]]).toEqual([['C1'], `${HE} 2025-01-01 so2=8`]);
  });

  test.each([
    ['CO(mg/m³)', 0.8, '0.8'],
    ['CO(μg/m³)', 800, '0.8'],
  ] as const)('%s of %d is', (header, figure, stored) => {
    const reading = table([header], (index) => [index === 0 ? figure : figure * 1.5 + index]);
    expect([places(reading, 'MONITOR_UNIT_CONTRADICTED'), dayLines(reading)[0]]).toEqual([[], `${HE} 2025-01-01 co=${stored}`]);
  });

  test('a unit behind the figure is read, where the heading says no other', () => {
    const reading = table(
      ['PM2.5', 'CO', 'PM10(mg/m3)'],
      (index) => [`${30 + index}μg/m³`, `${8 + index}00 ug/m3`, `${60 + index}ug/m3`],
      undefined,
      2,
    );
    expect(dayLines(reading)).toEqual([`${HE} 2025-01-01 co=0.8 pm25=30`, `${HE} 2025-01-02 co=0.9 pm25=31`]);
    expect([places(reading, 'MONITOR_UNIT_IN_CELL').length, places(reading, 'MONITOR_VALUE_UNREADABLE')]).toEqual([2, ['E2', 'E3']]);
  });
});

describe('particles that were exchanged', () => {
  test('on most days of a place, neither is taken, as in returns; on few, both are', () => {
    const swapped = table(['PM2.5', 'PM10', 'SO2'], (index) => (index < 8 ? [60 + index, 30 + index, 8 + index] : [30, 60, 8]));
    expect([places(swapped, 'MONITOR_PARTICLES_SWAPPED'), codes(swapped)]).toEqual([['C2'], ['MONITOR_PARTICLES_SWAPPED']]);
    expect(dayLines(swapped)[0]).toBe(`${HE} 2025-01-01 so2=8`);
    const few = table(['PM2.5', 'PM10'], (index) => (index < 3 ? [60 + index, 30 + index] : [30 + index, 60 + index]));
    expect([places(few, 'AIR_PM25_ABOVE_PM10').length, dayLines(few)[0]]).toEqual([3, `${HE} 2025-01-01 pm10=30 pm25=60`]);
    expect(dayLines(table(['PM2.5', 'PM10'], (index) => [60 + index, 30 + index], 4))[0]).toBe(`${HE} 2025-01-01 pm10=30 pm25=60`);
  });

  test('of hours likewise', () => {
    const hours = Array.from({ length: 24 }, (_, index): Written[] => [TOWN, day(0), index + 1, 60 + index, 30 + index, 100 + index]);
    const reading = readRows([['镇街', '日期', '小时', 'PM2.5', 'PM10', 'O3'], ...hours]);
    expect(places(reading, 'MONITOR_PARTICLES_SWAPPED')).toEqual(['D2']);
    expect(hourLines(reading).map((line) => line.split(' ')[3])).toEqual(['o3']);
  });
});

describe('values far from all others of their place', () => {
  test('hours are named too; a place of which all are high is named once', () => {
    const hours = Array.from({ length: 48 }, (_, index): Written[] => [
      TOWN,
      day(Math.floor(index / 24)),
      (index % 24) + 1,
      index === 30 ? 990 : 40 + (index % 7),
    ]);
    expect(places(readRows([['镇街', '日期', '小时', 'PM2.5'], ...hours]), 'MONITOR_VALUE_FAR')).toEqual(['D32']);
    expect(codes(table(['CO'], (index) => [20 + index]))).toEqual(['MONITOR_USUAL_HIGH']);
  });
});

describe('columns before and after dust is taken out', () => {
  test.each(['扣沙前', '未扣沙', '剔除沙尘影响前', '原始'])('%s is what was measured', (word) => {
    const reading = table([`PM10（${word}）`, 'PM10（扣沙后）', 'PM2.5'], (index) => [index === 3 ? 500 : 60, index === 3 ? '—' : 60, 30]);
    expect(dayLines(reading)[3]).toBe(`${HE} 2025-01-04 pm10=500 pm25=30`);
    expect(reading.findings.filter(({ code }) => code === 'MONITOR_DUST_AFTER').map(({ cell, params }) => [cell, params['count']])).toEqual(
      [['D1', 1]],
    );
  });

  test('what is left after dust alone is no measured value', () => {
    const reading = table(['PM10（扣沙后）', 'SO2'], (index) => [60 + index, 8 + (index % 3)]);
    expect([dayLines(reading)[0], places(reading, 'MONITOR_DUST_ALONE')]).toEqual([`${HE} 2025-01-01 so2=8`, ['C1']]);
  });
});

describe('headings of particles that are not understood', () => {
  test.each(['PM2.5(ng/m3)', 'PM10(10ug/m3)', 'PM10(273K)', 'PM2.5完成值'])('%s: the part that is not is named', (header) => {
    const reading = table([header, 'SO2'], (index) => [30 + index, 8 + (index % 3)]);
    expect([dayLines(reading), places(reading, 'MONITOR_HEADER_UNCLEAR'), places(reading, 'MONITOR_PARTICLES_UNKNOWN')]).toEqual([
      [],
      ['C1'],
      [],
    ]);
  });

  test('a table of means of weeks beside daily values costs nothing', () =>
    expect(dayLines(table(['PM2.5', 'PM2.5周均值'], (index) => [30 + index, 33]))[0]).toBe(`${HE} 2025-01-01 pm25=30`));

  test('rows of means of an area are no place that is not known', () => {
    const reading = readRows([
      ['镇街', '日期', 'PM2.5'],
      [TOWN, day(0), 30],
      ...['区域平均', '各镇街平均', '城区均值', '所有站点平均值'].map((name) => [name, day(0), 31]),
    ]);
    expect([dayLines(reading).length, places(reading, 'MONITOR_PLACE_UNKNOWN'), places(reading, 'MONITOR_ROWS_SKIPPED').length]).toEqual([
      1,
      [],
      1,
    ]);
  });

  test('a day among hours is said to lack its hour', () => {
    const reading = readRows([
      ['镇街', '时间', 'PM2.5'],
      [TOWN, '2025-01-01', 30],
      ...['01:00', '02:00'].map((time) => [TOWN, `2025-01-02 ${time}`, 31]),
    ]);
    expect([places(reading, 'MONITOR_HOUR_LACKS'), places(reading, 'MONITOR_DATE_UNREADABLE')]).toEqual([['B2'], []]);
  });
});
