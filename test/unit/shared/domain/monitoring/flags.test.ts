import { describe, expect, test } from 'vitest';
import { verdictOf } from '../../../../../shared/domain/monitoring/flag-marks.ts';
import { flagTitle, questionOf } from '../../../../../shared/domain/monitoring/flag-title.ts';
import { findingText } from '../../../../../shared/text/finding-text.ts';
import { bookOf, codes, dayLines, hourLines, places, readBook, readRows, sheetOf, townId, type Written } from './tables.ts';

const TOWN = '合阳城街道';
const HE = townId(TOWN);
/** The values of one day of the town, and what is said of flags. */
const day = (head: readonly string[], ...cells: readonly Written[]): string => {
  const [line = ''] = dayLines(
    readRows([
      ['日期', '镇街', ...head],
      ['2025-03-01', TOWN, ...cells],
    ]),
  );
  return line.replace(`${HE} 2025-03-01`, '').trim();
};

describe('a column of marks', () => {
  test.each(['标识', '标记', '数据标识', 'flag', '质控标识', '有效性', '数据有效性', '是否有效', '有效标识', '状态', 'valid'])(
    '%s takes the values of its row away where it says that they are none',
    (title) => {
      expect(day(['PM2.5', 'PM10', title], 40, 70, '无效')).toBe('');
      expect(day(['PM2.5', 'PM10', title], 40, 70, 'H')).toBe('');
      expect(day(['PM2.5', 'PM10', title], 40, 70, '有效')).toBe('pm10=70 pm25=40');
      expect(day(['PM2.5', 'PM10', title], 40, 70, '')).toBe('pm10=70 pm25=40');
      expect(day(['PM2.5', 'PM10', title], 40, 70, '—')).toBe('pm10=70 pm25=40');
    },
  );

  test('that names a pollutant speaks of that one only', () => {
    expect(day(['PM2.5', 'PM10', 'PM2.5标识', 'PM10_flag'], 40, 70, 'RM', '')).toBe('pm10=70');
    expect(day(['PM2.5', 'PM2.5(μg/m³)有效性', 'PM10', 'PM10有效性'], 40, '有效', 70, '无效')).toBe('pm25=40');
    expect(day(['O3_8h', 'O3_1h', 'O3_8h标识', 'O3_1h标识'], 100, 120, 'H', '')).toBe('o3OneHour=120');
    expect(day(['O3_8h', 'O3_1h', 'O3标识'], 100, 120, 'H')).toBe('');
  });

  test('behind each value speaks of the one before it', () => {
    const head = ['PM2.5', '标识', 'PM10', '标识', 'SO2', '标识'];
    expect(day(head, 40, 'H', 70, '', 8, '')).toBe('pm10=70 so2=8');
    expect(day(head, 40, '', 70, '', 8, 'B')).toBe('pm10=70 pm25=40');
    expect(day(['PM2.5', '标识', 'PM10'], 40, 'H', 70)).toBe('pm10=70');
    expect(day(['PM2.5', '标识', '有效性', 'PM10', '标识', '有效性'], 40, '', '无效', 70, '', '有效')).toBe('pm10=70');
  });

  test('before each value speaks of the one behind it, and a single one before them all of the row', () => {
    expect(day(['标识', 'PM2.5', '标识', 'PM10'], 'H', 40, '', 70)).toBe('pm10=70');
    expect(day(['有效性', 'PM2.5', 'PM10'], '无效', 40, 70)).toBe('');
  });

  test('below a merged heading of its pollutant', () => {
    const sheet = sheetOf(
      '日报',
      [
        ['日期', '镇街', 'PM2.5', null, 'PM10', null],
        [null, null, '浓度', '标识', '浓度', '标识'],
        ['2025-03-01', TOWN, 40, 'H', 70, ''],
      ],
      ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1'],
    );
    expect(dayLines(readBook(bookOf(sheet)))).toEqual([`${HE} 2025-03-01 pm10=70`]);
  });

  test('of one town leaves another town alone', () => {
    const sheet = sheetOf(
      'PM2.5日均',
      [
        ['日期', TOWN, null, '钓鱼城街道', null],
        [null, 'PM2.5', '标识', 'PM2.5', '标识'],
        ['2025-03-01', 40, '无效', 41, ''],
      ],
      ['B1:C1', 'D1:E1'],
    );
    expect(dayLines(readBook(bookOf(sheet)))).toEqual([`${HE} 2025-03-01`, `${townId('钓鱼城街道')} 2025-03-01 pm25=41`].toSorted());
  });

  test('beside one value a row, as platforms list their hours', () => {
    const reading = readRows([
      ['镇街', '时间', '监测项目', '浓度', '标识'],
      [TOWN, '2025-03-01 01:00', 'PM2.5', 40, ''],
      [TOWN, '2025-03-01 02:00', 'PM2.5', 400, 'HSP'],
      [TOWN, '2025-03-01 03:00', 'PM2.5', 41, 'Re'],
    ]);
    expect(hourLines(reading)).toEqual([`${HE}  2025-03-01 pm25 0=40000 1=x`]);
    expect([places(reading, 'MONITOR_FLAGGED'), places(reading, 'MONITOR_FLAG_UNKNOWN')]).toEqual([['E3'], ['E4']]);
  });
});

describe('what is said of marks', () => {
  const rows = (...marks: readonly string[]) =>
    readRows([
      ['日期', '镇街', 'PM2.5', 'PM10', '数据标识'],
      ...marks.map((mark, index) => [`2025-03-${String(index + 1).padStart(2, '0')}`, TOWN, 40 + index, 70 + index, mark]),
    ]);

  test('the invalid ones are counted once each, with the first cell', () => {
    const [found, ...others] = rows('', 'H', '有效', '停电', 'B').findings;
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'MONITOR_FLAGGED',
      severity: 'warning',
      sheet: 'Sheet1',
      cell: 'E3',
      params: { column: '数据标识', text: 'H', count: 3 },
    });
    expect(findingText('MONITOR_FLAGGED', found?.params ?? {})).toBe('“数据标识”列有 3 处标记为无效（首例“H”），所标的值不参加统计。');
  });

  test('each one that nobody understands is asked with its count, and its values are neither taken nor invalid', () => {
    const reading = rows('Q', 'Q', 'Re', '');
    expect(
      reading.findings
        .filter(({ code }) => code !== 'MONITOR_GAPS')
        .map(({ code, severity, cell, params }) => [code, severity, cell, params['text'], params['count']]),
    ).toEqual([
      ['MONITOR_FLAG_UNKNOWN', 'error', 'E2', 'Q', 2],
      ['MONITOR_FLAG_UNKNOWN', 'error', 'E4', 'Re', 1],
    ]);
    expect(reading.days.map(({ values, invalid }) => [Object.keys(values).length, invalid.length])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [2, 0],
    ]);
  });

  test('a mark beside a blank speaks of no value', () => {
    expect(
      codes(
        readRows([
          ['日期', '镇街', 'PM2.5', 'PM10', 'PM10标识'],
          ['2025-03-01', TOWN, 40, '', 'H'],
        ]),
      ),
    ).toEqual([]);
  });

  test('the column is shown as what it is, and one that marks nothing as unread', () => {
    const reading = readRows([
      ['日期', '镇街', 'PM2.5', '标识', 'SO2标识'],
      ['2025-03-01', TOWN, 40, '', ''],
    ]);
    expect(reading.tables[0]?.columns.map(({ meaning }) => meaning)).toEqual(['date', 'place', 'value', 'flag', 'known']);
    expect(reading.tables[0]?.ignored).toEqual(['SO2标识']);
  });

  test('files of the second edition are read as they were, marks and all', () => {
    const table = [
      ['日期', '镇街', 'PM2.5', '标识'],
      ['2025-03-01', TOWN, 40, 'H'],
    ];
    const former = readRows(table, { edition: 2 });
    expect([dayLines(former), codes(former)]).toEqual([[`${HE} 2025-03-01 pm25=40`], ['MONITOR_COLUMNS_IGNORED']]);
    expect(dayLines(readRows(table))).toEqual([`${HE} 2025-03-01`]);
  });
});

describe('a mark behind a value', () => {
  const marked = (
    cells: readonly Written[],
    rules: readonly { readonly key: string; readonly value: string; readonly from: string }[],
    edition = 4,
  ) => readRows([['日期', '镇街', 'PM2.5'], ...cells.map((cell, index) => [`2025-03-0${index + 1}`, TOWN, cell])], { rules, edition });
  const SPOKEN = [{ key: 'air.flags', value: 'XQ=无效;P=有效', from: '0001-01-01' }];

  test('says what the work has said of it, in whatever way it is written', () => {
    const reading = marked(['30XQ', '31 (xq)', '32P', '33.5［Ｐ］', 'XQ', 34], SPOKEN);
    expect(dayLines(reading).map((line) => line.replace(`${HE} 2025-03-`, ''))).toEqual([
      '01',
      '02',
      '03 pm25=32',
      '04 pm25=33.5',
      '05',
      '06 pm25=34',
    ]);
    const [found, ...others] = reading.findings.filter(({ code }) => code !== 'MONITOR_GAPS');
    expect([found?.code, found?.cell, found?.params['count'], found?.params['text'], others]).toEqual([
      'MONITOR_FLAGGED',
      'C2',
      3,
      'XQ',
      [],
    ]);
  });

  test('is asked about by its cell before, on days before, and in files of the third edition', () => {
    const asked = ['MONITOR_VALUE_UNREADABLE', 'C2', '30XQ'];
    const told = (rules: typeof SPOKEN, edition = 4) =>
      marked(['30XQ'], rules, edition).findings.map(({ code, cell, params }) => [code, cell, params['text']])[0];
    expect(told([])).toEqual(asked);
    expect(told([{ key: 'air.flags', value: 'XQ=无效', from: '2025-03-02' }])).toEqual(asked);
    expect(told(SPOKEN, 3)).toEqual(asked);
    expect(dayLines(marked(['32P'], SPOKEN, 3))).toEqual([`${HE} 2025-03-01`]);
  });

  test('that is known to every platform can be spoken of too', () => {
    expect(dayLines(marked(['32H'], [{ key: 'air.flags', value: 'H=有效', from: '0001-01-01' }]))).toEqual([`${HE} 2025-03-01 pm25=32`]);
  });
});

describe('a mark', () => {
  const verdict = (mark: string, asks: 'valid' | 'invalid' | 'mark', besideYes = false) =>
    verdictOf({ type: 'text', text: mark }, asks, besideYes);

  test.each([
    'H',
    'M',
    'B',
    'BB',
    'W',
    'D',
    'C',
    'PS',
    'PZ',
    'AS',
    'CZ',
    'CS',
    'RM',
    'LSP',
    'HSP',
    'h',
    '（H）',
    'H,M',
    '无效',
    '设备故障',
    '缺测',
    'invalid',
  ])('%s makes a value none', (mark) => {
    expect(verdict(mark, 'mark')).toBe('invalid');
  });

  test.each(['', '-', '无', '有效', '正常', 'OK', 'valid', '无异常'])('%j lets it stand', (mark) => {
    expect(verdict(mark, 'mark')).toBe('valid');
  });

  test.each(['Re', 'Q', '沙尘', '1', '0', '是', 'N', 'Y', 'HC001'])('%s alone is asked', (mark) => {
    expect(verdict(mark, 'mark')).toBe('unknown');
  });

  test('a yes and a no are answers to what the header asks', () => {
    for (const [yes, no] of [
      ['Y', 'N'],
      ['是', '否'],
      ['1', '0'],
      ['TRUE', 'FALSE'],
      ['√', '×'],
    ] as const) {
      expect([verdict(yes, 'valid'), verdict(no, 'valid')]).toEqual(['valid', 'invalid']);
      expect([verdict(yes, 'invalid'), verdict(no, 'invalid')]).toEqual(['invalid', 'valid']);
    }
    expect(verdictOf({ type: 'boolean', value: false }, 'valid', false)).toBe('invalid');
    expect([verdict('Y', 'mark', true), verdict('N', 'mark', true), verdict('1', 'mark', true)]).toEqual(['valid', 'invalid', 'unknown']);
    expect(['是否有效', '是否异常', '剔除标记', '标识', 'isvalid', 'invalid'].map(questionOf)).toEqual([
      'valid',
      'invalid',
      'invalid',
      'mark',
      'valid',
      'invalid',
    ]);
  });

  test('N means no in a column that has a Y, and is asked in one that has none', () => {
    const read = (...marks: readonly string[]) =>
      readRows([['日期', '镇街', 'PM2.5', '标识'], ...marks.map((mark, index) => [`2025-03-0${index + 1}`, TOWN, 40 + index, mark])]);
    expect(read('Y', 'N').days.map(({ values }) => values.pm25)).toEqual(['40', undefined]);
    expect(codes(read('Y', 'N'))).toEqual(['MONITOR_FLAGGED']);
    expect(codes(read('N', 'N'))).toEqual(['MONITOR_FLAG_UNKNOWN']);
  });
});

test.each([
  '有效天数',
  '有效率',
  '有效小时数',
  'PM2.5有效天数',
  'PM2.5有效值',
  '设备状态',
  '站点标识',
  '审核状态',
  '有效数据个数',
  '空气质量状况',
  'PM2.5',
  '编号',
])('%s is no column of marks', (title) => {
  expect(flagTitle(title)).toBeNull();
});

test('of a title with remarks in brackets the rest counts', () => {
  expect(flagTitle('PM2.5标识（N：正常）')).toEqual({ pollutant: 'pm25', average: null });
  expect(flagTitle('PM2.5（标识）')).toEqual({ pollutant: 'pm25', average: null });
  expect(flagTitle('O3_8h数据有效性')).toEqual({ pollutant: 'o3', average: 8 });
  expect(flagTitle('有效性标识')).toEqual({ pollutant: null, average: null });
});
