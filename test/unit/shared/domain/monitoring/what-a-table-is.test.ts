import { describe, expect, test } from 'vitest';
import { bookOf, codes, dayLines, hourLines, places, readBook, readRows, sheetOf, townId, type Written } from './tables.ts';

const TOWN = '合阳城街道';
const HE = townId(TOWN);

describe('what a table is', () => {
  const titled = (title: string, header = 'PM2.5') => readRows([[title], ['镇街', '日期', header], [TOWN, '2025-03-01', 30]]);

  test.each(['未来三天空气质量预报', 'PM2.5预测结果', '情景模拟（目标）', 'PM2.5月均浓度（截至当日累计）'])(
    '%s: nothing measured',
    (title) => {
      const reading = titled(title);
      expect([dayLines(reading), places(reading, 'MONITOR_TITLE_OTHER')]).toEqual([[], ['A2']]);
    },
  );

  test.each([
    '合川区未来三天空气质量预测日均值',
    '预报日均浓度',
    '空气质量周均值',
    '各镇街旬均浓度',
    '去年同期日均值',
    '上年同期PM2.5日均浓度',
  ])('%s: nothing measured, whether the title, the sheet or the file says it', (said) => {
    const rows: Written[][] = [
      ['镇街', '日期', 'PM2.5'],
      [TOWN, '2025-03-01', 30],
    ];
    const readings = [titled(said), readBook(bookOf(sheetOf(said, rows))), readRows(rows, { file: `${said}.csv` })];
    for (const reading of readings) expect([dayLines(reading), codes(reading)]).toEqual([[], ['MONITOR_TITLE_OTHER']]);
    expect(dayLines(readRows(rows, { file: `${said}.csv`, edition: 4 }))).toHaveLength(1);
  });

  test.each([
    '空气质量周报',
    '各镇街日均值',
    '空气质量日均值及周均值',
    'PM2.5实测值与预测值',
    '日均浓度（较去年同期变化）',
    '3月上旬日均浓度',
  ])('%s: read', (said) => expect(dayLines(titled(said))).toHaveLength(1));

  test('a note of a forecast above measured days says nothing of them', () => {
    const rows: Written[][] = [['空气质量日报'], ['明日空气质量预报：良'], ['镇街', '日期', 'PM2.5'], [TOWN, '2025-03-01', 30]];
    expect(dayLines(readRows(rows))).toEqual([`${HE} 2025-03-01 pm25=30`]);
  });

  test.each(['2025年3月空气质量日报', 'PM2.5日均浓度（与上年同期对比）', '空气质量监测数据'])('%s: measured', (title) =>
    expect(dayLines(titled(title))).toEqual([`${HE} 2025-03-01 pm25=30`]),
  );

  test('particles at 参比状态, or of a title that says 标况, are not in the state that counts', () => {
    for (const reading of [titled('空气质量日报', 'PM2.5(参比状态)'), titled('空气质量日报（标况）')])
      expect([dayLines(reading), codes(reading)]).toEqual([[], ['MONITOR_STATE_ALONE']]);
    expect(dayLines(titled('空气质量日报（标况）', 'PM2.5（实况）'))).toHaveLength(1);
    expect(dayLines(titled('空气质量日报（标况）', 'SO2'))).toHaveLength(1);
  });

  test.each(['PM2.5上年同期', 'PM2.5目标值', 'PM2.5分指数', 'PM2.5累计均值'])('a column %s beside the values costs nothing', (title) => {
    const reading = readRows([
      ['镇街', '日期', 'PM2.5', title],
      [TOWN, '2025-03-01', 30, 99],
    ]);
    expect([dayLines(reading), places(reading, 'MONITOR_PARTICLES_UNKNOWN')]).toEqual([[`${HE} 2025-03-01 pm25=30`], []]);
  });

  test('a value of several merged cells is of none of them; a hidden sheet is named', () => {
    const merged = sheetOf(
      'Sheet1',
      [
        ['镇街', '日期', 'PM2.5'],
        [TOWN, '2025-03-01', 30],
        [TOWN, '2025-03-02', null],
        [TOWN, '2025-03-03', 31],
      ],
      ['C2:C3'],
    );
    const reading = readBook(bookOf(merged, { ...merged, name: '旧', visibility: 'hidden' }));
    expect(dayLines(reading)).toEqual([`${HE} 2025-03-03 pm25=31`]);
    expect([places(reading, 'MONITOR_VALUE_MERGED'), places(reading, 'MONITOR_SHEET_HIDDEN')]).toEqual([['C2'], [null]]);
  });

  test('a day far from all others of its place is named', () => {
    const rows = (last: number) =>
      readRows([
        ['镇街', '日期', 'O3_8h'],
        ...Array.from({ length: 9 }, (_, day): Written[] => [TOWN, `2025-03-0${day + 1}`, day === 8 ? last : 100 + day]),
      ]);
    expect([places(rows(1020), 'MONITOR_VALUE_FAR'), places(rows(400), 'MONITOR_VALUE_FAR')]).toEqual([['C10'], []]);
    expect(dayLines(rows(1020))).toHaveLength(9);
  });
});

describe('a month that has only begun', () => {
  const begun = (title: string, labels: readonly Written[]) =>
    readBook(
      bookOf(
        sheetOf(title, [
          ['镇街', ...labels],
          [TOWN, ...labels.map((_, index) => 30 + index)],
        ]),
      ),
    );

  test('bare numbers below a month are its days, a mean beside them is none', () => {
    const reading = begun('2025年3月PM2.5', [1, 2, 3, 4, '平均']);
    expect(dayLines(reading)).toEqual([1, 2, 3, 4].map((day) => `${HE} 2025-03-0${day} pm25=${29 + day}`));
  });

  test('below a single day, or without a month, they are not', () => {
    for (const title of ['2025年3月1日PM2.5', 'PM2.5']) expect(dayLines(begun(title, [1, 2, 3, 4])), title).toEqual([]);
    expect(readBook(bookOf(sheetOf('2025年3月PM2.5', [[TOWN, 1, 2, 3]]))).days).toEqual([]);
  });
});

test('the archive of cities: date, hour, type and a column for each town', () => {
  const reading = readRows([
    ['date', 'hour', 'type', TOWN, '钓鱼城街道'],
    [20250301, 1, 'PM2.5', 10, 11],
    [20250301, 1, 'PM10', 40, 41],
    [20250301, 2, 'PM2.5', 12, 13],
    [20250301, 2, 'PM10', 42, 43],
  ]);
  expect(hourLines(reading)).toContain(`${HE}  2025-03-01 pm25 0=10000 1=12000`);
});
