import { describe, expect, test } from 'vitest';
import { cellAddress } from '../../../../../shared/domain/returns/locate-sheet.ts';
import type { CellLook, RawSheet } from '../../../../../shared/domain/tables/raw-workbook.ts';
import { bookOf, codes, dayLines, hourLines, places, readBook, readRows, sheetOf, townId, type Written } from './tables.ts';

const TOWN = '合阳城街道';
const HE = townId(TOWN);
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Hours of one day as rows of a stamp and a value. */
const hourRows = (title: string, stampOf: (hour: number) => string) =>
  readRows([['镇街', title, 'PM2.5'], ...HOURS.map((hour): Written[] => [TOWN, stampOf(hour), 10 + hour])]);

const valuesByDate = (reading: ReturnType<typeof readRows>) =>
  Object.fromEntries(
    hourLines(reading).map((line) => {
      const [, , date = '', , ...hours] = line.split(' ');
      return [date, hours];
    }),
  );

const two = (number: number): string => String(number).padStart(2, '0');

describe('the time zone of a heading', () => {
  test.each(['时间(UTC)', '时间（GMT）', 'UTC时间', '时间（世界时）', '时间(UTC+0)'])('%s: eight hours later is Beijing', (title) => {
    const reading = hourRows(title, (hour) => `2025-03-01 ${two(hour)}:00`);
    const byDate = valuesByDate(reading);
    // The end of an hour by default: 00:00 is 07–08 in Beijing, 16:00 the last hour of the day.
    expect([byDate['2025-03-01']?.[0], byDate['2025-03-01']?.at(-1)]).toEqual(['7=10000', '23=26000']);
    expect([byDate['2025-03-02']?.[0], byDate['2025-03-02']?.at(-1)]).toEqual(['0=27000', '6=33000']);
    expect(places(reading, 'MONITOR_ZONE_STATED')).toHaveLength(1);
  });

  test.each(['时间(UTC+8)', '时间（UTC+08:00）', '时间（北京时间）'])('%s changes nothing', (title) => {
    const reading = hourRows(title, (hour) => `2025-03-01 ${two(hour)}:00`);
    expect(valuesByDate(reading)).toEqual(valuesByDate(hourRows('时间', (hour) => `2025-03-01 ${two(hour)}:00`)));
  });

  test('a file of before is read as it was', () => {
    const rows = [['镇街', '时间(UTC)', 'PM2.5'], ...HOURS.map((hour): Written[] => [TOWN, `2025-03-01 ${two(hour)}:00`, 10 + hour])];
    const byDate = valuesByDate(readRows(rows, { edition: 3 }));
    expect(Object.keys(byDate)).toEqual(['2025-02-28', '2025-03-01']);
  });

  test('days of another zone are no days of Beijing', () => {
    const reading = readRows([
      ['镇街', '日期(UTC)', 'PM2.5'],
      [TOWN, '2025-03-01', 30],
    ]);
    expect([dayLines(reading), places(reading, 'MONITOR_ZONE_OF_DAYS')]).toEqual([[], ['A1']]);
  });
});

describe('0 behind 23', () => {
  const whole = HOURS.map((hour) => `${hour}=${(10 + hour) * 1000}`);

  test('is the end of its own day, in columns', () => {
    const labels = HOURS.map((hour) => `${two((hour + 1) % 24)}:00`);
    const reading = readRows([
      ['镇街', '日期', '监测项目', ...labels],
      [TOWN, '2025-03-01', 'PM2.5', ...HOURS.map((hour) => 10 + hour)],
    ]);
    expect(valuesByDate(reading)).toEqual({ '2025-03-01': whole });
  });

  test('and in a column beside the day; where the 0 comes first it is the hour before', () => {
    const rows = (labels: readonly number[]) =>
      readRows([
        ['镇街', '日期', '小时', 'PM2.5'],
        ...labels.map((label): Written[] => [TOWN, '2025-03-01', label, label === 0 ? 33 : 9 + label]),
      ]);
    const rising = [...HOURS.slice(1), 0];
    expect(valuesByDate(rows(rising))).toEqual({ '2025-03-01': whole });
    for (const labels of [HOURS, HOURS.toReversed()])
      expect(valuesByDate(rows(labels))).toEqual({ '2025-02-28': ['23=33000'], '2025-03-01': whole.slice(0, 23) });
  });
});

describe('hours as people write them', () => {
  const plain = valuesByDate(hourRows('时间', (hour) => `2025-03-01 ${two(hour)}:00`));

  test.each([
    ['上午 and 下午', (hour: number) => `2025-03-01 ${hour < 12 ? '上午' : '下午'}${hour % 12 === 0 ? 12 : hour % 12}:00`],
    ['AM and PM', (hour: number) => `2025/3/1 ${hour % 12 === 0 ? 12 : hour % 12}:00 ${hour < 12 ? 'AM' : 'PM'}`],
  ])('%s', (_, stampOf) => expect(valuesByDate(hourRows('时间', stampOf))).toEqual(plain));

  test('一时 … 二十四时', () => {
    const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
    const labels = HOURS.map((hour) => hour + 1).map((hour) => {
      const [tens, ones] = [Math.floor(hour / 10), hour % 10];
      return `${tens === 0 ? '' : tens === 1 ? '十' : '二十'}${ones === 0 ? '' : digits[ones - 1]}时`;
    });
    const reading = readRows([
      ['镇街', '日期', '监测项目', ...labels],
      [TOWN, '2025-03-01', 'PM2.5', ...HOURS.map((hour) => 10 + hour)],
    ]);
    expect(valuesByDate(reading)['2025-03-01']).toHaveLength(24);
  });

  test('all five minutes past is said to be so, not to be less than an hour apart', () => {
    const reading = hourRows('时间', (hour) => `2025-03-01 ${two(hour)}:05`);
    expect([reading.hours, places(reading, 'MONITOR_OFF_HOUR'), places(reading, 'MONITOR_NOT_HOURLY')]).toEqual([[], ['B2'], []]);
    const close = hourRows('时间', (hour) => `2025-03-01 ${two(Math.floor(hour / 2))}:${hour % 2 === 0 ? '00' : '30'}`);
    expect([places(close, 'MONITOR_OFF_HOUR'), places(close, 'MONITOR_NOT_HOURLY')]).toEqual([[], ['B3']]);
  });

  test('the one hour of a title is an hour, not the day', () => {
    const reading = readRows([['2025年3月1日14时空气质量时报'], ['镇街', 'PM2.5', 'O3'], [TOWN, 30, 100]]);
    expect([dayLines(reading), hourLines(reading)]).toEqual([[], [`${HE}  2025-03-01 o3 13=100000`, `${HE}  2025-03-01 pm25 13=30000`]]);
  });

  test('日均值 beside the hours is held against them, and was listed as not read before', () => {
    const rows = [
      ['镇街', '日期', '监测项目', ...HOURS.map((hour) => `${hour + 1}时`), '日均值'],
      [TOWN, '2025-03-01', 'PM2.5', ...HOURS.map((hour) => 10 + hour), 41.5],
    ];
    const reading = readRows(rows);
    expect([reading.tables[0]?.ignored, places(reading, 'MONITOR_HOURS_DISAGREE')]).toEqual([[], ['AB2']]);
    const before = readRows(rows, { edition: 4 });
    expect([before.tables[0]?.ignored, places(before, 'MONITOR_COLUMNS_IGNORED').length]).toEqual([['日均值'], 1]);
  });
});

describe('what rows say beside their values', () => {
  const withRemarks = (remark: string) =>
    readRows([
      ['镇街', '日期', 'PM2.5', '备注'],
      [TOWN, '2025-03-01', 30, ''],
      [TOWN, '2025-03-02', 31, remark],
    ]);

  test('a remark that takes the values back does so', () => {
    const reading = withRemarks('设备故障，数据无效');
    expect([reading.days[1]?.values, reading.days[1]?.invalid]).toEqual([{}, ['pm25']]);
    expect(places(reading, 'MONITOR_FLAGGED')).toEqual(['D3']);
  });

  test('trouble without a verdict is asked, and others change nothing', () => {
    const held = withRemarks('设备检修');
    expect([held.days[1]?.values, places(held, 'MONITOR_FLAG_UNKNOWN')]).toEqual([{}, ['D3']]);
    for (const remark of ['雨', '设备恢复正常', '无异常', '数据有效'])
      expect(withRemarks(remark).days[1]?.values, remark).toEqual({ pm25: '31' });
  });

  test('a note below the table that speaks of a value is named', () => {
    const reading = readRows([['镇街', '日期', 'PM2.5'], [TOWN, '2025-03-01', 30], ['注：3月1日设备检修，PM2.5实为88']]);
    expect(places(reading, 'MONITOR_NOTE')).toEqual(['A3']);
  });

  test('a town beside another town is neither', () => {
    const reading = readRows([
      ['镇街', '站点', '日期', 'PM2.5'],
      [TOWN, '钓鱼城街道', '2025-03-01', 30],
      [TOWN, TOWN, '2025-03-02', 31],
      [TOWN, '合阳城街道北站', '2025-03-03', 32],
    ]);
    expect(reading.days.map(({ date }) => date)).toEqual(['2025-03-02', '2025-03-03']);
    expect(places(reading, 'MONITOR_PLACE_CONTRADICTED')).toEqual(['A2']);
  });

  test.each(['2025-01', '2025年1月', '2025/1'])('%s is a month', (month) => {
    const reading = readRows([
      ['镇街', '日期', 'PM2.5'],
      [TOWN, month, 30],
      [TOWN, '2025-01-02', 30],
    ]);
    expect([reading.days.length, places(reading, 'MONITOR_MONTHS'), places(reading, 'MONITOR_DATE_UNREADABLE')]).toEqual([1, ['B2'], []]);
  });

  test('a table says what it lacks', () => {
    const lacks = (rows: readonly (readonly Written[])[]) =>
      readRows(rows).findings.find(({ code }) => code === 'MONITOR_TABLE_LACKS')?.params['lacks'];
    expect(
      lacks([
        ['日期', 'PM2.5'],
        ['2025-03-01', 30],
      ]),
    ).toBe('place');
    expect(
      lacks([
        ['镇街', 'PM2.5', 'PM10'],
        [TOWN, 30, 50],
      ]),
    ).toBe('date');
  });
});

describe('what the page shows', () => {
  const shown = (look: CellLook, value: Written = 0.032) => {
    const sheet = sheetOf('Sheet1', [
      ['镇街', '日期', 'PM2.5'],
      [TOWN, '2025-03-01', 30],
      [TOWN, '2025-03-02', value],
    ]);
    const cells = sheet.cells.map((cell) => (cell.address === cellAddress(3, 3) ? { ...cell, look } : cell));
    const looking: RawSheet = { ...sheet, cells };
    return readBook(bookOf(looking));
  };

  test('not shown, struck out as a whole, or shown in another unit, is held', () => {
    for (const [look, value, code] of [
      [{ struck: '99' }, 99, 'MONITOR_VALUE_STRUCK'],
      [{ unseen: 'colour' }, 99, 'MONITOR_VALUE_UNSEEN'],
      [{ unseen: 'colour', unseenText: '9' }, 99, 'MONITOR_VALUE_UNSEEN'],
      [{ unseen: 'format' }, 99, 'MONITOR_VALUE_UNSEEN'],
      [{ unseen: 'format', instead: '35' }, 99, 'MONITOR_VALUE_UNSEEN'],
      [{ format: '0.000"mg/m³"' }, 0.032, 'MONITOR_FORMAT_HELD'],
      [{ format: '0.0,' }, 32_000, 'MONITOR_FORMAT_HELD'],
    ] as const) {
      const reading = shown(look, value);
      expect(dayLines(reading), code).toEqual([`${HE} 2025-03-01 pm25=30`]);
      expect(places(reading, code)).toEqual(['C3']);
    }
  });

  test('beside a struck figure, in its own unit or hidden it is taken', () => {
    for (const [look, code] of [
      [{ struck: '99' }, 'MONITOR_STRUCK_BESIDE'],
      [{ hidden: 'row' }, 'MONITOR_VALUES_HIDDEN'],
      [{ format: '0"μg/m³"' }, null],
      [{ format: '#,##0' }, null],
    ] as const) {
      const reading = shown(look, 32);
      expect(dayLines(reading)).toEqual([`${HE} 2025-03-01 pm25=30`, `${HE} 2025-03-02 pm25=32`]);
      expect(codes(reading)).toEqual(code === null ? [] : [code]);
    }
  });
});
