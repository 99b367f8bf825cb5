import { describe, expect, test } from 'vitest';
import { bookOf, codes, dayLines, hourLines, places, PLAN, readBook, readRows, sheetOf, townId } from './tables.ts';

const HE = townId('合阳城街道');
const DIAO = townId('钓鱼城街道');

/** Two towns, two days, two pollutants: the same in every shape. */
const EXPECTED = [
  `${HE} 2024-01-01 pm10=50 pm25=30.5`,
  `${HE} 2024-01-02 pm10=51 pm25=31`,
  `${DIAO} 2024-01-01 pm10=60 pm25=40`,
  `${DIAO} 2024-01-02 pm10=61 pm25=41`,
];

const LONG = [
  ['日期', '镇街', 'PM2.5', 'PM10'],
  ['2024-01-01', '合阳城街道', 30.5, 50],
  ['2024-01-01', '钓鱼城街道', 40, 60],
  ['2024/1/2', '合阳城街道', 31, 51],
  ['2024年1月2日', '钓鱼城', 41, 61],
];

describe('daily tables', () => {
  test('one row for each town and day', () => {
    const reading = readRows(LONG);
    expect(dayLines(reading)).toEqual(EXPECTED);
    expect(reading.tables.map(({ kind, shape, headerRows }) => ({ kind, shape, headerRows }))).toEqual([
      { kind: 'daily', shape: 'long', headerRows: [1] },
    ]);
    expect(reading.days[0]).toMatchObject({ sheet: 'Sheet1', cells: { pm25: 'C2', pm10: 'D2' }, invalid: [] });
    expect(reading.findings).toEqual([]);
  });

  test('titles above, two header rows with a row of units, means and notes below', () => {
    const sheet = sheetOf(
      '空气质量',
      [
        ['合川区2024年1月各镇街空气质量日报'],
        ['制表单位：区生态环境局'],
        [],
        ['序号', '镇街', '监测日期', '监测浓度', null, 'AQI', '首要污染物'],
        [null, null, null, 'PM2.5', 'PM10'],
        [null, null, null, 'μg/m³', 'μg/m³'],
        [1, '合阳城街道', '1月1日', 30.5, 50, 60, 'PM2.5'],
        [2, '钓鱼城街道', '1月1日', 40, 60, 61, '—'],
        [3, '合阳城街道', '1月2日', 31, 51, 60, ''],
        [4, '钓鱼城街道', '1月2日', 41, 61, 61, ''],
        ['平均', null, null, 35.6, 55.5],
        ['最大值', null, null, 41, 61],
        ['注：PM2.5为审核前数据'],
      ],
      ['A1:G1', 'D4:E4', 'A4:A6', 'B4:B6', 'C4:C6', 'F4:F6', 'G4:G6'],
    );
    const reading = readBook(bookOf(sheet));
    expect(dayLines(reading)).toEqual(EXPECTED);
    expect(codes(reading)).toEqual(['MONITOR_COLUMNS_IGNORED', 'MONITOR_ROWS_SKIPPED', 'MONITOR_STATED_DIFFERS', 'MONITOR_YEAR_ASSUMED']);
    expect(reading.tables[0]).toMatchObject({ headerRows: [4, 5, 6], ignored: ['序号'] });
    expect(places(reading, 'MONITOR_STATED_DIFFERS')).toEqual(['F7', 'G7', 'G8']);
    expect(reading.findings.find(({ code }) => code === 'MONITOR_ROWS_SKIPPED')?.params['count']).toBe(3);
  });

  test('a column for each town, the pollutant in the name of the sheet', () => {
    const sheet = (name: string, values: number[]) =>
      sheetOf(name, [
        ['日期', '合阳城街道', '钓鱼城街道'],
        ['2024-01-01', values[0] ?? 0, values[1] ?? 0],
        ['2024-01-02', values[2] ?? 0, values[3] ?? 0],
      ]);
    const reading = readBook(bookOf(sheet('PM2.5', [30.5, 40, 31, 41]), sheet('PM10日均', [50, 60, 51, 61])));
    expect(reading.tables.map(({ shape }) => shape)).toEqual(['townColumns', 'townColumns']);
    // Each sheet gives days of its own, so that each leads back to its cells.
    expect(reading.days).toHaveLength(8);
    expect(reading.days.find(({ values }) => values.pm10 === '51')).toMatchObject({
      placeId: HE,
      date: '2024-01-02',
      sheet: 'PM10日均',
      cells: { pm10: 'B3' },
    });
  });

  test('a column for each town and pollutant, merged or with the merge taken apart', () => {
    const rows = [
      ['日期', '合阳城街道', null, '钓鱼城街道', null],
      [null, 'PM2.5', 'PM10', 'PM2.5', 'PM10'],
      ['2024-01-01', 30.5, 50, 40, 60],
      ['2024-01-02', 31, 51, 41, 61],
    ];
    for (const merges of [['B1:C1', 'D1:E1', 'A1:A2'], []]) {
      const reading = readBook(bookOf(sheetOf('日均', rows, merges)));
      expect(dayLines(reading)).toEqual(EXPECTED);
      expect(reading.tables[0]?.shape).toBe('townPollutantColumns');
    }
  });

  test('pollutants above and towns below, and both in one header', () => {
    const above = [
      ['日期', 'PM2.5', null, 'PM10', null],
      [null, '合阳城街道', '钓鱼城街道', '合阳城街道', '钓鱼城街道'],
      ['2024-01-01', 30.5, 40, 50, 60],
      ['2024-01-02', 31, 41, 51, 61],
    ];
    expect(dayLines(readBook(bookOf(sheetOf('a', above, ['B1:C1', 'D1:E1']))))).toEqual(EXPECTED);
    const one = [
      ['日期', '合阳城街道PM2.5', '合阳城街道PM10', '钓鱼城街道PM2.5', '钓鱼城街道PM10'],
      ['2024-01-01', 30.5, 50, 40, 60],
      ['2024-01-02', 31, 51, 41, 61],
    ];
    expect(dayLines(readRows(one))).toEqual(EXPECTED);
  });

  test('a sheet for each town, by its name or by its title', () => {
    const rows = (values: number[]) => [
      ['日期', 'PM2.5', 'PM10'],
      ['2024-01-01', values[0] ?? 0, values[1] ?? 0],
      ['2024-01-02', values[2] ?? 0, values[3] ?? 0],
    ];
    const reading = readBook(
      bookOf(
        sheetOf('合阳城', rows([30.5, 50, 31, 51])),
        sheetOf('Sheet2', [['钓鱼城街道空气自动站2024年1月日均值'], ...rows([40, 60, 41, 61])]),
      ),
    );
    expect(dayLines(reading)).toEqual(EXPECTED);
    expect(reading.tables.map(({ shape }) => shape)).toEqual(['sheetPerTown', 'sheetPerTown']);
  });

  test('one town below the other in one sheet', () => {
    const reading = readRows([
      ['合阳城街道'],
      ['日期', 'PM2.5', 'PM10'],
      ['2024-01-01', 30.5, 50],
      ['2024-01-02', 31, 51],
      [],
      ['钓鱼城街道'],
      ['日期', 'PM2.5', 'PM10'],
      ['2024-01-01', 40, 60],
      ['2024-01-02', 41, 61],
    ]);
    expect(dayLines(reading)).toEqual(EXPECTED);
  });

  test('towns in rows and days in columns, as dates or as the days of the month in the title', () => {
    const table = (pollutant: string, head: (string | number)[], values: number[]) =>
      sheetOf(pollutant, [
        [`2024年1月${pollutant}`],
        ['镇街', ...head, '月均'],
        ['合阳城街道', values[0] ?? 0, values[1] ?? 0, 30],
        ['钓鱼城街道', values[2] ?? 0, values[3] ?? 0, 40],
      ]);
    for (const head of [
      ['2024-01-01', '2024-01-02'],
      ['1日', '2日'],
      ['1月1日', '1月2日'],
    ]) {
      const reading = readBook(bookOf(table('PM2.5', head, [30.5, 31, 40, 41])));
      expect(dayLines(reading)).toEqual([
        `${HE} 2024-01-01 pm25=30.5`,
        `${HE} 2024-01-02 pm25=31`,
        `${DIAO} 2024-01-01 pm25=40`,
        `${DIAO} 2024-01-02 pm25=41`,
      ]);
      expect(reading.tables[0]?.shape).toBe('dateColumns');
    }
  });

  test('a key column without heading is known by what stands in it', () => {
    expect(dayLines(readRows([['PM2.5日均浓度'], ['镇街\\日期x', '合阳城街道', '钓鱼城街道'], ['2024-01-01', 30, 40]]))).toEqual([
      `${HE} 2024-01-01 pm25=30`,
      `${DIAO} 2024-01-01 pm25=40`,
    ]);
    expect(dayLines(readRows([['PM2.5日均浓度'], [null, '合阳城街道', '钓鱼城街道'], ['2024-01-01', 30, 40]]))).toHaveLength(2);
  });

  test('the pollutant may be a key of the row', () => {
    const reading = readRows([
      ['日期', '镇街', '监测项目', '浓度'],
      ['2024-01-01', '合阳城街道', 'PM2.5', 30.5],
      ['2024-01-01', '合阳城街道', 'PM10', 50],
      ['2024-01-01', '合阳城街道', 'O3_8h', 90],
      ['2024-01-01', '合阳城街道', 'TVOC', 5],
    ]);
    expect(dayLines(reading)).toEqual([`${HE} 2024-01-01 o3=90 pm10=50 pm25=30.5`]);
  });

  test('names merged downwards or written once for a group are filled down, and it is said', () => {
    const rows = [
      ['镇街', '日期', 'PM2.5', 'PM10'],
      ['合阳城街道', '2024-01-01', 30.5, 50],
      [null, '2024-01-02', 31, 51],
      ['钓鱼城街道', '2024-01-01', 40, 60],
      [null, '2024-01-02', 41, 61],
      [null, null, 35, 55],
    ];
    for (const merges of [['A2:A3', 'A4:A5'], []]) {
      const reading = readBook(bookOf(sheetOf('s', rows, merges)));
      expect(dayLines(reading)).toEqual(EXPECTED);
      expect(codes(reading)).toEqual(['MONITOR_KEYS_FILLED', 'MONITOR_ROWS_WITHOUT_KEY']);
    }
  });

  test('serials, midnights and compact dates are days', () => {
    const serial = (digits: string) => ({ type: 'number', digits, format: 'date' }) as const;
    const reading = readRows([
      ['时间', '镇街', 'PM2.5'],
      [serial('45292'), '合阳城街道', 30],
      ['2024-01-02 00:00:00', '合阳城街道', 31],
      [20240103, '合阳城街道', 32],
    ]);
    expect(dayLines(reading)).toEqual([`${HE} 2024-01-01 pm25=30`, `${HE} 2024-01-02 pm25=31`, `${HE} 2024-01-03 pm25=32`]);
    expect(
      dayLines(
        readBook({
          ...bookOf(
            sheetOf('s', [
              ['日期', '镇街', 'PM2.5'],
              [serial('43830'), '合阳城街道', 30],
            ]),
          ),
          date1904: true,
        }),
      ),
    ).toEqual([`${HE} 2024-01-01 pm25=30`]);
  });

  test('the district has its own row, an unknown place is named once with its rows', () => {
    const reading = readRows([
      ['日期', '镇街', 'PM2.5'],
      ['2024-01-01', '合川区', 33],
      ['2024-01-01', '铜梁区', 30],
      ['2024-01-02', '铜梁区', 31],
      ['2024-01-01', '合阳城街道', 34],
    ]);
    expect(dayLines(reading)).toEqual(['district 2024-01-01 pm25=33', `${HE} 2024-01-01 pm25=34`]);
    expect(reading.findings.map(({ code, cell, params }) => ({ code, cell, count: params['count'] }))).toEqual([
      { code: 'MONITOR_PLACE_UNKNOWN', cell: 'B3', count: 2 },
    ]);
  });

  test('a town column that is not known is named and does not become another town', () => {
    const reading = readBook(
      bookOf(
        sheetOf('PM2.5', [
          ['日期', '合阳城街道', '某某街道'],
          ['2024-01-01', 30, 40],
        ]),
      ),
    );
    expect(dayLines(reading)).toEqual([`${HE} 2024-01-01 pm25=30`]);
    expect(places(reading, 'MONITOR_PLACE_UNKNOWN')).toEqual(['C1']);
  });

  test('stations go to the town of their column, else to the town their name holds', () => {
    const both = readRows([
      ['日期', '镇街', '站点', 'PM2.5'],
      ['2024-01-01', '合阳城街道', '区环保局站', 30],
      ['2024-01-01', '合阳城街道', '3#微站', 32],
    ]);
    expect(dayLines(both)).toEqual([`${HE} 3#微站 2024-01-01 pm25=32`, `${HE} 区环保局站 2024-01-01 pm25=30`]);
    const alone = readRows([
      ['日期', '站点名称', 'PM2.5'],
      ['2024-01-01', '合阳城街道空气站', 30],
      ['2024-01-01', '钓鱼城2号微站', 32],
      ['2024-01-01', '机关大院站', 1],
    ]);
    expect(dayLines(alone)).toEqual([`${HE} 合阳城街道空气站 2024-01-01 pm25=30`, `${DIAO} 钓鱼城2号微站 2024-01-01 pm25=32`]);
    expect(places(alone, 'MONITOR_PLACE_UNKNOWN')).toEqual(['B4']);
  });

  test('ozone of a daily table is the eight hour value, the one hour value stands apart', () => {
    const plain = readRows([
      ['日期', '镇街', 'O3'],
      ['2024-01-01', '合阳城街道', 90],
    ]);
    expect(dayLines(plain)).toEqual([`${HE} 2024-01-01 o3=90`]);
    expect(places(plain, 'MONITOR_O3_AS_EIGHT_HOUR')).toEqual(['C1']);
    const both = readRows([
      ['日期', '镇街', 'O3_1h', 'O3_8h'],
      ['2024-01-01', '合阳城街道', 120, 90],
    ]);
    expect(dayLines(both)).toEqual([`${HE} 2024-01-01 o3=90 o3OneHour=120`]);
    expect(codes(both)).toEqual([]);
  });

  test('a file without any table, and sheets of other content, are named', () => {
    const reading = readBook(bookOf(sheetOf('填报说明', [['请按要求填写'], ['一、…']])));
    expect(codes(reading)).toEqual(['MONITOR_NOTHING', 'MONITOR_SHEET_UNKNOWN']);
    expect(PLAN.units.length).toBeGreaterThan(0);
  });
});

describe('hourly tables', () => {
  test('date and time in one cell: 24:00 is the last hour of its day', () => {
    const reading = readRows([
      ['时间', '站点', 'PM2.5', 'O3'],
      ['2024-01-01 01:00', '合阳城街道', 10, 20],
      ['2024-01-01 05:00', '合阳城街道', 11, 21],
      ['2024-01-01 24:00', '合阳城街道', 12.5, 22],
    ]);
    expect(hourLines(reading)).toEqual([
      `${HE}  2024-01-01 o3 0=20000 4=21000 23=22000`,
      `${HE}  2024-01-01 pm25 0=10000 4=11000 23=12500`,
    ]);
    expect(reading.tables[0]).toMatchObject({ kind: 'hourly', hourStamp: 'end' });
    expect(codes(reading)).toEqual([]);
  });

  test('labels from 0 to 23 go by the option, and it is said when nobody chose', () => {
    const rows = [
      ['日期', '小时', '镇街', 'PM2.5'],
      ['2024-01-02', 0, '合阳城街道', 10],
      ['2024-01-02', 1, '合阳城街道', 11],
      ['2024-01-02', 23, '合阳城街道', 12],
    ];
    const auto = readRows(rows);
    expect(hourLines(auto)).toEqual([`${HE}  2024-01-01 pm25 23=10000`, `${HE}  2024-01-02 pm25 0=11000 22=12000`]);
    expect(codes(auto)).toEqual(['MONITOR_HOUR_STAMP']);
    const start = readRows(rows, { hourStamp: 'start' });
    expect(hourLines(start)).toEqual([`${HE}  2024-01-02 pm25 0=10000 1=11000 23=12000`]);
    expect(hourLines(readRows(rows, { edition: 1 }))).toEqual(hourLines(start));
    const end = readRows(rows, { hourStamp: 'end' });
    expect(hourLines(end)).toEqual([`${HE}  2024-01-01 pm25 23=10000`, `${HE}  2024-01-02 pm25 0=11000 22=12000`]);
    expect(codes(end)).toEqual([]);
    expect(end.hours.map(({ cells }) => cells.pm25)).toEqual(['D2', 'D3:D4']);
  });

  test('hours in columns, a row for each town and day or also for each pollutant', () => {
    const labels = Array.from({ length: 24 }, (_, hour) => hour);
    const values = labels.map((hour) => hour + 10);
    const stringLabels = labels.map((hour) => `${hour + 1}时`);
    const plain = readBook(
      bookOf(
        sheetOf('PM2.5小时值', [
          ['镇街', '日期', ...labels],
          ['合阳城街道', '2024-01-01', ...values],
        ]),
      ),
      { hourStamp: 'start' },
    );
    expect(plain.hours[0]?.hours.values.pm25?.[5]).toBe(15_000);
    expect(plain.hours[0]?.cells.pm25).toBe('C2:Z2');
    expect(plain.tables[0]?.shape).toBe('hourColumns');
    const ends = readBook(
      bookOf(
        sheetOf('s', [
          ['镇街', '日期', '项目', ...stringLabels],
          ['合阳城街道', '2024-01-01', 'PM10', ...values],
          ['合阳城街道', '2024-01-01', 'CO', ...values.map((value) => value / 10)],
        ]),
      ),
    );
    expect(ends.hours[0]?.hours.values.pm10?.[23]).toBe(33_000);
    expect(ends.hours[0]?.hours.values.co?.[0]).toBe(1000);
    expect(ends.tables[0]?.hourStamp).toBe('end');
  });

  test('times kept as serials, with midnight as a whole day', () => {
    const at = (digits: string) => ({ type: 'number', digits, format: 'date' }) as const;
    const reading = readRows(
      [
        ['监测时间', '镇街', 'PM2.5'],
        [at('45292'), '合阳城街道', 10],
        [at('45292.0416666667'), '合阳城街道', 11],
        [at('45292.9583333333'), '合阳城街道', 12],
      ],
      { hourStamp: 'start' },
    );
    expect(hourLines(reading)).toEqual([`${HE}  2024-01-01 pm25 0=10000 1=11000 23=12000`]);
  });

  test('2024010105, 5时, T and seconds, date and time apart', () => {
    const hour = (written: string | number) =>
      hourLines(
        readRows(
          [
            ['时间', '镇街', 'PM2.5'],
            [written, '合阳城街道', 10],
          ],
          { hourStamp: 'start' },
        ),
      );
    for (const written of [2024010105, '2024-01-01 05:00', '2024-01-01T05:00:00', '2024年1月1日5时', '2024/1/1 5:00:00', '2024-01-01 5时'])
      expect(hour(written)).toEqual([`${HE}  2024-01-01 pm25 5=10000`]);
    expect(
      hourLines(
        readRows(
          [
            ['日期', '时间', '镇街', 'PM2.5'],
            ['2024-01-01', '05:00', '合阳城街道', 10],
          ],
          { hourStamp: 'start' },
        ),
      ),
    ).toEqual([`${HE}  2024-01-01 pm25 5=10000`]);
    expect(hour('2024-01-01 05:30')).toEqual([]);
  });

  test('a daily and an hourly sheet in one file', () => {
    const reading = readBook(
      bookOf(
        sheetOf('日', LONG),
        sheetOf('小时', [
          ['时间', '镇街', 'PM2.5'],
          ['2024-01-01 05:00', '合阳城街道', 10],
        ]),
      ),
    );
    expect([reading.days.length, reading.hours.length]).toEqual([4, 1]);
  });

  test('more than three decimals are rounded half to even, and counted', () => {
    const reading = readRows(
      [
        ['时间', '镇街', 'PM2.5'],
        ['2024-01-01 05:00', '合阳城街道', 10.0005],
        ['2024-01-01 06:00', '合阳城街道', 10.0015],
        ['2024-01-01 07:00', '合阳城街道', 10.125],
      ],
      { hourStamp: 'start' },
    );
    expect(hourLines(reading)).toEqual([`${HE}  2024-01-01 pm25 5=10000 6=10002 7=10125`]);
    expect(reading.findings.map(({ code, params }) => [code, params['count']])).toEqual([['MONITOR_DIGITS_ROUNDED', 2]]);
  });
});
