import { describe, expect, test } from 'vitest';
import { recognise } from '../../../../../shared/domain/monitoring/kind-of.ts';
import { readDustList } from '../../../../../shared/domain/monitoring/read-dust-list.ts';
import { readForecasts } from '../../../../../shared/domain/monitoring/read-forecasts.ts';
import { aqiRange, levelsOf, primariesOf } from '../../../../../shared/domain/monitoring/forecast-words.ts';
import { bookOf, PLAN, sheetOf, townId, type Written } from './tables.ts';

const kindOf = (workbook: Parameters<typeof recognise>[0], plan: typeof PLAN, file = '表.xlsx') =>
  recognise(workbook, { file, plan, edition: 2 }).kind;

const book = (rows: readonly (readonly Written[])[]) => bookOf(sheetOf('清单', rows));
const dust = (rows: readonly (readonly Written[])[]) =>
  readDustList(book(rows), { file: 'f', plan: PLAN, districtNames: ['合川区'], year: null });
const forecasts = (rows: readonly (readonly Written[])[]) => readForecasts(book(rows), { file: 'f', year: 2024 });

describe('扣沙日清单', () => {
  test.each(['地点', '站点', '镇街', '影响地点'])('places stand under %s', (title) => {
    const rows = [['扣沙日清单'], [title, '日期'], ['合阳城街道', '2024-03-28']];
    expect(kindOf(book(rows), PLAN)).toBe('dust');
    expect(dust(rows).days).toMatchObject([{ date: '2024-03-28', placeIds: [townId('合阳城街道')] }]);
  });

  test('days and spans, for all towns or for some', () => {
    const { days, findings } = dust([
      ['2024年扣沙日清单'],
      ['序号', '日期', '区域', '备注'],
      [1, '3月28日', '', '北方沙尘'],
      [2, '2024-03-29', '全区', ''],
      [3, '2024-04-17', '合阳城街道、钓鱼城街道', '局地'],
      [4, '2024-04-20至2024-04-21', '合川区', ''],
    ]);
    expect(findings).toEqual([]);
    expect(days).toEqual([
      { date: '2024-03-28', placeIds: 'all', remark: '北方沙尘', sheet: '清单', cell: 'B3' },
      { date: '2024-03-29', placeIds: 'all', remark: '', sheet: '清单', cell: 'B4' },
      { date: '2024-04-17', placeIds: [townId('合阳城街道'), townId('钓鱼城街道')], remark: '局地', sheet: '清单', cell: 'B5' },
      { date: '2024-04-20', placeIds: 'all', remark: '', sheet: '清单', cell: 'B6' },
      { date: '2024-04-21', placeIds: 'all', remark: '', sheet: '清单', cell: 'B6' },
    ]);
  });

  test('from and to in columns of their own, over the end of a month', () => {
    expect(
      dust([
        ['起', '止', '镇街'],
        ['2024-02-28', '2024-03-01', '沙鱼镇'],
      ]).days.map(({ date }) => date),
    ).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
  });

  test('what is not understood is named and left out; a day twice counts once', () => {
    const { days, findings } = dust([
      ['日期', '区域'],
      ['三月', ''],
      ['2024-03-01', '铜梁区'],
      ['2024-03-02', ''],
      ['2024-03-02', '全区'],
      ['2024-03-05至2024-03-01', ''],
    ]);
    expect(days.map(({ date }) => date)).toEqual(['2024-03-02']);
    expect(findings.map(({ code, cell }) => [code, cell])).toEqual([
      ['LIST_ROW_UNREADABLE', 'A2'],
      ['LIST_ROW_UNREADABLE', 'B3'],
      ['LIST_ROW_UNREADABLE', 'A6'],
      ['LIST_ROW_TWICE', 'A5'],
    ]);
  });
});

describe('预报', () => {
  test('a row with everything', () => {
    const {
      forecasts: [read],
      findings,
    } = forecasts([
      ['发布时间', '预报日期', '预报AQI下限', '预报AQI上限', '预报级别', '预报首要污染物', '时效', '实况AQI', '实况首要污染物'],
      ['2024-07-01 17:30', '2024-07-02', 60, 80, '良', 'PM2.5、O3', '24h', 72, 'O3'],
    ]);
    expect(findings).toEqual([]);
    expect(read).toEqual({
      forecast: {
        source: '清单!B2',
        published: '2024-07-01 17:30',
        date: '2024-07-02',
        leadDays: 1,
        low: 60,
        high: 80,
        levels: [2],
        primary: ['o3', 'pm25'],
        stated: { aqi: 72, primary: ['o3'] },
      },
      sheet: '清单',
      cells: {
        published: 'A2',
        date: 'B2',
        low: 'C2',
        high: 'D2',
        level: 'E2',
        primary: 'F2',
        lead: 'G2',
        statedAqi: 'H2',
        statedPrimary: 'I2',
      },
    });
  });

  test('an interval in one column, two levels, no primary pollutant, the lead left to the dates', () => {
    const { forecasts: read } = forecasts([
      ['发布日期', '预报日期', '预报AQI范围', '预报级别', '首要污染物'],
      ['2024-07-01', '2024-07-03', '85～115', '良～轻度污染', '无'],
      ['7月1日', '7月2日', '40', '优', ''],
    ]);
    expect(read.map(({ forecast: { source: _source, ...rest } }) => rest)).toEqual([
      { published: '2024-07-01', date: '2024-07-03', leadDays: null, low: 85, high: 115, levels: [2, 3], primary: [], stated: null },
      { published: '2024-07-01', date: '2024-07-02', leadDays: null, low: 40, high: 40, levels: [1], primary: null, stated: null },
    ]);
  });

  test('a row with a cell that is not understood is left out and the cell named', () => {
    const head = ['发布日期', '预报日期', '预报AQI范围', '预报级别', '预报首要污染物', '时效'];
    const { forecasts: read, findings } = forecasts([
      head,
      ['2024-07-01', '2024-07-02', '80-60', '良', '', ''],
      ['2024-07-01', '2024-07-02', '60-80', '一般', '', ''],
      ['2024-07-01', '2024-07-02', '60-80', '良', '粉尘', ''],
      ['', '2024-07-02', '60-80', '良', '', ''],
      ['2024-07-01', '2024-07-02', '60-80', '良', '', '30'],
      ['2024-07-01', '2024-07-02', '60-80', '良', '', '72'],
    ]);
    expect(read.map(({ forecast }) => forecast.leadDays)).toEqual([3]);
    expect(findings.map(({ cell }) => cell)).toEqual(['C2', 'D3', 'E4', 'B5', 'F6']);
  });

  test.each([
    ['良', [2]],
    ['良-轻度污染', [2, 3]],
    ['良或轻度污染', [2, 3]],
    ['良～轻度污染', [2, 3]],
    ['良至轻度', [2, 3]],
    ['二级', [2]],
    ['优', [1]],
    ['重度污染到严重污染', [5, 6]],
    ['', []],
    ['优良中', null],
  ])('the level %j is %j', (text, expected) => {
    expect(levelsOf(text)).toEqual(expected);
  });

  test.each([
    ['PM2.5/O3', ['o3', 'pm25']],
    ['O3_8h', ['o3']],
    ['臭氧8小时、PM10', ['o3', 'pm10']],
    ['臭氧或细颗粒物', ['o3', 'pm25']],
    ['—', []],
    ['沙尘', null],
  ])('the primary pollutants %j are %j', (text, expected) => {
    expect(primariesOf(text)).toEqual(expected);
  });

  test.each([
    ['60-80', 60, 80],
    ['60～80', 60, 80],
    ['60至80', 60, 80],
    ['75', 75, 75],
    ['70±10', 60, 80],
  ])('the interval %j', (text, low, high) => {
    expect(aqiRange(text)).toEqual({ low, high });
  });

  test.each(['80-60', '600', '良', '60-80-90', '5±10'])('%j is no interval', (text) => {
    expect(aqiRange(text)).toBeNull();
  });
});

test('files are told apart by their headers', () => {
  expect(
    kindOf(
      book([
        ['日期', '镇街', 'PM2.5'],
        ['2024-01-01', '合阳城街道', 30],
      ]),
      PLAN,
    ),
  ).toBe('monitoring');
  expect(kindOf(book([['2024年1月PM2.5日均'], ['日期', '合阳城街道', '钓鱼城街道'], ['2024-01-01', 30, 40]]), PLAN)).toBe('monitoring');
  expect(kindOf(book([['2024年扣沙日清单'], ['日期', '区域', '备注'], ['2024-03-28', '', '沙尘']]), PLAN)).toBe('dust');
  expect(
    kindOf(
      book([
        ['沙尘开始日期', '沙尘结束日期'],
        ['2024-03-28', '2024-03-29'],
      ]),
      PLAN,
    ),
  ).toBe('dust');
  expect(
    kindOf(
      book([
        ['发布日期', '预报日期', '预报级别'],
        ['2024-03-28', '2024-03-29', '良'],
      ]),
      PLAN,
    ),
  ).toBe('forecast');
  expect(
    kindOf(
      book([
        ['姓名', '电话'],
        ['甲', '1'],
      ]),
      PLAN,
    ),
  ).toBeNull();
});

describe('a list that decides row by row', () => {
  const rows = (column: string, ...verdicts: readonly string[]) =>
    readDustList(
      book([['扣沙日清单'], ['镇街', '日期', column], ...verdicts.map((verdict, day) => ['合阳城街道', `2025-03-1${day}`, verdict])]),
      { file: 'f', plan: PLAN, districtNames: ['合川区'], year: null },
    );

  test.each([
    ['是否沙尘', '是', '否'],
    ['审核结果', '通过', '未通过'],
    ['是否扣除', '√', '×'],
  ])('%s: %s is taken, %s is not, and what is left open is asked', (column, yes, no) => {
    const { days, findings } = rows(column, yes, no, '');
    expect(days.map(({ date }) => date)).toEqual(['2025-03-10']);
    expect(findings.map(({ code }) => code)).toEqual(['DUST_ROWS_DECLINED', 'DUST_ROW_UNDECIDED']);
  });
});
