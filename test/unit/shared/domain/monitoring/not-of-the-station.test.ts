import { describe, expect, test } from 'vitest';
import { bookOf, codes, dayLines, hourLines, places, readBook, readRows, sheetOf, townId, type Written } from './tables.ts';

const TOWN = '合阳城街道';
const HE = townId(TOWN);
const OTHER = '钓鱼城街道';

describe('columns that are of another time or kind', () => {
  const two = (header: readonly (readonly Written[])[], values: readonly Written[], edition?: number) =>
    readRows([...header, [TOWN, '2025-01-01', ...values], [TOWN, '2025-01-02', ...values]], edition === undefined ? {} : { edition });

  test.each([
    ['2025年', '2024年'],
    ['2024年', '2025年'],
    ['今年', '去年'],
    ['上年同期', '本期'],
  ])('%s beside %s below one pollutant: those of the year of the rows count', (first, second) => {
    const ofFirst = first === '2025年' || first === '今年';
    const reading = two(
      [
        ['镇街', '日期', 'PM2.5', null],
        [null, null, first, second],
      ],
      ofFirst ? [30, 99] : [99, 30],
    );
    expect(dayLines(reading)[0]).toBe(`${HE} 2025-01-01 pm25=30`);
    expect(places(reading, 'MONITOR_ROWS_WITHOUT_KEY')).toEqual([]);
  });

  test('two years of which neither is that of the rows are two readings', () =>
    expect(
      dayLines(
        two(
          [
            ['镇街', '日期', 'PM2.5', null],
            [null, null, '2023年', '2024年'],
          ],
          [30, 99],
        ),
      ),
    ).toEqual([]));

  test.each(['PM2.5最大值', 'PM2.5日最大小时浓度', 'PM10最小值', 'CO最高值'])('%s is no mean of the day', (header) => {
    expect(dayLines(two([['镇街', '日期', header, 'SO2']], [80, 8]))[0]).toBe(`${HE} 2025-01-01 so2=8`);
  });

  test('of ozone the highest mean of 8 hours is', () =>
    expect(dayLines(two([['镇街', '日期', 'O3日最大8小时平均']], [80]))[0]).toBe(`${HE} 2025-01-01 o3=80`));

  test('the day itself beside totals', () =>
    expect(dayLines(two([['镇街', '日期', 'PM2.5当日浓度', 'PM2.5本月累计', 'PM2.5考核值']], [30, 33, 35]))[0]).toBe(
      `${HE} 2025-01-01 pm25=30`,
    ));

  test('a table of nothing else says so, and proposes no other heading', () => {
    for (const header of ['PM2.5分指数', 'PM2.5（上年）', 'PM10目标'])
      expect([header, codes(two([['镇街', '日期', header]], [30]))]).toEqual([header, ['MONITOR_ONLY_OTHER']]);
  });
});

describe('rows', () => {
  test('of another district bear the names of towns here, and are not theirs', () => {
    const rows: Written[][] = [
      ['区县', '镇街', '日期', 'PM2.5'],
      ['合川区', TOWN, '2025-01-01', 30],
      ['某某县', TOWN, '2025-01-02', 99],
      ['重庆市', TOWN, '2025-01-03', 32],
    ];
    const reading = readRows(rows);
    expect(dayLines(reading)).toEqual([`${HE} 2025-01-01 pm25=30`, `${HE} 2025-01-03 pm25=32`]);
    expect(places(reading, 'MONITOR_OTHER_DISTRICT')).toEqual(['A3']);
    expect(dayLines(readRows(rows, { edition: 4 }))).toHaveLength(3);
  });

  test('numbered towns are the towns, no stations of theirs', () => {
    const reading = readRows([
      ['镇街', '日期', 'PM2.5'],
      [`1.${TOWN}`, '2025-01-01', 30],
      [`（2）、${OTHER}`, '2025-01-01', 31],
      [`3、${TOWN}`, '2025-01-02', 32],
    ]);
    expect(dayLines(reading)).toEqual(
      [`${HE} 2025-01-01 pm25=30`, `${HE} 2025-01-02 pm25=32`, `${townId(OTHER)} 2025-01-01 pm25=31`].toSorted(),
    );
  });

  test('days with their weekday are days; without any year it is the year that is asked for', () => {
    const rows: Written[][] = [
      ['镇街', '日期', 'PM2.5'],
      [TOWN, '3月1日（周六）', 30],
      [TOWN, '3月2日 星期日', 31],
    ];
    expect(dayLines(readRows(rows, { year: 2025 }))).toEqual([`${HE} 2025-03-01 pm25=30`, `${HE} 2025-03-02 pm25=31`]);
    expect(codes(readRows(rows))).toEqual(['MONITOR_YEAR_MISSING']);
  });

  test.each(['预测值', '插补数据', '模型模拟', '手工补录'])('with the remark %s are asked for', (remark) => {
    const rows: Written[][] = [
      ['镇街', '日期', 'PM2.5', '备注'],
      [TOWN, '2025-01-01', 30, remark],
      [TOWN, '2025-01-02', 31, null],
    ];
    const reading = readRows(rows);
    expect([dayLines(reading), places(reading, 'MONITOR_FLAG_UNKNOWN')]).toEqual([[`${HE} 2025-01-02 pm25=31`], ['D2']]);
    expect(dayLines(readRows(rows, { edition: 4 }))).toHaveLength(2);
  });
});

test('towns down the side under the heading of the days are towns', () => {
  const reading = readRows([['2025年1月各镇街PM2.5日均值'], ['日期', '1日', '2日', '3日'], [TOWN, 30, 31, 32], [OTHER, 40, 41, 42]]);
  expect(dayLines(reading)).toHaveLength(6);
  expect(dayLines(reading)).toContain(`${HE} 2025-01-03 pm25=32`);
});

describe('means beside columns of hours', () => {
  const table = (mean: number, title = '日均值') =>
    readRows([
      ['镇街', '日期', '项目', ...Array.from({ length: 24 }, (_, hour) => `${hour + 1}时`), title],
      [TOWN, '2025-01-01', 'PM2.5', ...Array.from({ length: 24 }, (_, hour) => 20 + hour), mean],
    ]);

  test('are held against their hours, which count', () => {
    const reading = table(55);
    const [found] = reading.findings;
    expect([found?.code, found?.cell, found?.params['printed'], found?.params['reckoned']]).toEqual([
      'MONITOR_HOURS_DISAGREE',
      'AB2',
      '55',
      '31.5',
    ]);
    expect(hourLines(reading)).toHaveLength(1);
    expect([codes(table(32)), codes(table(31.5, '平均'))]).toEqual([[], []]);
  });
});

test('days across without month or year are asked for them; a sheet of weather is none of these tables', () => {
  const undated = readRows(
    [
      ['镇街', '3月1日', '3月2日', '3月3日'],
      [TOWN, 30, 31, 32],
    ],
    { file: 'PM2.5.xlsx' },
  );
  expect(undated.findings.map(({ code, cell, params }) => [code, cell, params['lacks']])).toEqual([['MONITOR_TABLE_LACKS', 'B1', 'date']]);
  const values = sheetOf(TOWN, [
    ['日期', 'PM2.5'],
    ['2025-01-01', 30],
  ]);
  const weather = sheetOf('气象', [
    ['日期', '温度', '风速'],
    ['2025-01-01', 10, 2],
  ]);
  expect(codes(readBook(bookOf(values, weather)))).toEqual(['MONITOR_SHEET_UNKNOWN']);
});

describe('a mean of the towns beside them', () => {
  const options = { districtNames: ['合川区', '全区', '全区平均'] };
  const table = (name: string) =>
    readRows(
      [
        ['镇街', '日期', 'PM2.5'],
        [TOWN, '2025-01-01', 30],
        [OTHER, '2025-01-01', 40],
        [name, '2025-01-01', 12],
      ],
      options,
    );

  test.each(['全区平均', '合川区均值', '合川区平均', '限值', '二级标准限值', '考核目标'])('%s is no row of its own', (name) => {
    const reading = table(name);
    expect([dayLines(reading).length, codes(reading), places(reading, 'MONITOR_ROWS_ASIDE')]).toEqual([2, ['MONITOR_ROWS_ASIDE'], ['A4']]);
  });

  test.each(['平均值', '区平均', '全县平均'])('%s is a statistic', (name) => {
    expect([dayLines(table(name)).length, codes(table(name))]).toEqual([2, ['MONITOR_ROWS_SKIPPED']]);
  });

  test.each(['全区', '合川区'])('%s is the station of the district', (name) => {
    expect(dayLines(table(name))).toHaveLength(3);
    expect(codes(table(name))).toEqual([]);
  });

  test('without towns, or by the rules of former editions, 全区平均 is the district', () => {
    const alone: Written[][] = [
      ['镇街', '日期', 'PM2.5'],
      ['全区平均', '2025-01-01', 12],
    ];
    expect(dayLines(readRows(alone, options))).toHaveLength(1);
    expect(dayLines(readRows([...alone, [TOWN, '2025-01-01', 30]], { ...options, edition: 4 }))).toHaveLength(2);
  });

  test('in a column of its own', () => {
    const rows: Written[][] = [['各镇街PM2.5日均值'], ['日期', TOWN, OTHER, '全区平均'], ['2025-01-01', 30, 40, 12]];
    expect(dayLines(readRows(rows, options))).toHaveLength(2);
    expect(places(readRows(rows, options), 'MONITOR_COLUMNS_IGNORED')).toEqual(['D2']);
    expect(dayLines(readRows(rows, { ...options, edition: 4 }))).toHaveLength(3);
  });
});

test.each(['是否扣沙', '扣沙状态'])('a column %s with a yes in it is warned of; with none in it, it is not', (title) => {
  const table = (last: string, edition?: number) =>
    readRows(
      [
        ['镇街', '日期', 'PM2.5', 'PM10', title],
        [TOWN, '2025-01-01', 30, 50, '否'],
        [TOWN, '2025-01-02', 31, 51, last],
      ],
      edition === undefined ? {} : { edition },
    );
  expect(places(table('是'), 'MONITOR_DUST_SAID')).toEqual(['E3']);
  expect(dayLines(table('是'))).toHaveLength(2);
  for (const reading of [table('否'), table('是', 4)]) expect(places(reading, 'MONITOR_DUST_SAID')).toEqual([]);
});
