import { describe, expect, test } from 'vitest';
import { readFlagWords } from '../../../../../shared/domain/monitoring/value-rules.ts';
import { codes, dayLines, hourLines, readRows, townId } from './tables.ts';

const TOWN = '合阳城街道';
const HE = townId(TOWN);
const rule = (key: string, value: string, from = '2025-01-01') => ({ key, value, from });
const DAILY = ['日期', '镇街', 'SO2', 'PM2.5'];
const daily = (...values: readonly (string | number)[]) => [
  DAILY,
  ...values.map((value, index) => [`2025-03-0${index + 1}`, TOWN, value, 40]),
];

describe('values below what a method detects', () => {
  test.each([
    ['half', ['so2=1.5', 'so2=2.25']],
    ['limit', ['so2=3', 'so2=4.5']],
    ['zero', ['so2=0', 'so2=0']],
  ])('count by the rule (%s)', (value, expected) => {
    const reading = readRows(daily('3L', '<4.5'), { rules: [rule('air.below-detection', value)] });
    expect(dayLines(reading)).toEqual(expected.map((so2, index) => `${HE} 2025-03-0${index + 1} pm25=40 ${so2}`));
    expect(reading.findings).toMatchObject([
      { code: 'MONITOR_BELOW_COUNTED', severity: 'warning', cell: 'C2', params: { count: 2, text: '3L' } },
    ]);
  });

  test('are held where nobody has spoken, and before the day from which a rule holds', () => {
    expect(codes(readRows(daily('3L')))).toEqual(['MONITOR_BELOW_DETECTION']);
    const reading = readRows(daily('3L', '3L', '3L'), {
      rules: [rule('air.below-detection', 'half', '2025-03-02'), rule('air.below-detection', 'held', '2025-03-03')],
    });
    expect(dayLines(reading)).toEqual([`${HE} 2025-03-01 pm25=40`, `${HE} 2025-03-02 pm25=40 so2=1.5`, `${HE} 2025-03-03 pm25=40`]);
    expect(reading.findings.map(({ code, cell }) => `${cell} ${code}`)).toEqual([
      'C2 MONITOR_BELOW_DETECTION',
      'C4 MONITOR_BELOW_DETECTION',
      'C3 MONITOR_BELOW_COUNTED',
    ]);
  });

  test('of hours are rounded to thousandths, and taken in the unit of their column', () => {
    const reading = readRows(
      [
        ['时间', '镇街', 'CO(μg/m³)'],
        ['2025-03-01 01:00', TOWN, '<25'],
      ],
      { rules: [rule('air.below-detection', 'half')] },
    );
    // 25 µg/m³ are 0.025 mg/m³; their half, 0.0125, is rounded to the even neighbour.
    expect(hourLines(reading)).toEqual([`${HE}  2025-03-01 co 0=12`]);
  });
});

describe('zeros and negatives', () => {
  test('a daily 0 of a gas is held, kept or missing', () => {
    expect(codes(readRows(daily(0)))).toEqual(['MONITOR_VALUE_DOUBTFUL_ZERO']);
    const kept = readRows(daily(0), { rules: [rule('air.zero-gas', 'kept')] });
    expect(dayLines(kept)).toEqual([`${HE} 2025-03-01 pm25=40 so2=0`]);
    expect(codes(kept)).toEqual(['MONITOR_ZERO_RULED']);
    const missing = readRows(daily(0), { rules: [rule('air.zero-gas', 'missing')] });
    expect([dayLines(missing), codes(missing)]).toEqual([[`${HE} 2025-03-01 pm25=40`], ['MONITOR_ZERO_RULED']]);
  });

  test('a daily 0 of particles stands where a rule keeps it', () => {
    const rows = [DAILY, ['2025-03-01', TOWN, 8, 0]];
    expect(codes(readRows(rows))).toEqual(['AIR_VALUE_ZERO']);
    expect(dayLines(readRows(rows, { rules: [rule('air.zero-particle', 'kept')] }))).toEqual([`${HE} 2025-03-01 pm25=0 so2=8`]);
  });

  test('a row of six zeros stands where a rule keeps it', () => {
    const rows = [
      ['时间', '镇街', 'SO2', 'NO2', 'CO', 'O3', 'PM10', 'PM2.5'],
      ['2025-03-01 01:00', TOWN, 0, 0, 0, 0, 0, 0],
    ];
    const stated = (rules: Parameters<typeof readRows>[1]) => hourLines(readRows(rows, rules)).filter((line) => line.endsWith(' 0=0'));
    expect(stated({})).toEqual([]);
    expect(stated({ rules: [rule('air.zero-row', 'kept')] })).toHaveLength(6);
    expect(stated({ rules: [rule('air.zero-row', 'kept', '2025-04-01')] })).toEqual([]);
  });

  test('a negative counts as 0 where a rule says so', () => {
    const reading = readRows(daily('-2'), { rules: [rule('air.negative', 'zero')] });
    expect(dayLines(reading)).toEqual([`${HE} 2025-03-01 pm25=40 so2=0`]);
    expect(codes(reading)).toEqual(['MONITOR_NEGATIVE_ZERO']);
  });
});

describe('marks of validity', () => {
  const rows = [
    ['日期', '镇街', 'PM2.5', '标识'],
    ['2025-03-01', TOWN, 40, 'P'],
    ['2025-03-02', TOWN, 41, 'q'],
    ['2025-03-03', TOWN, 42, 'Z'],
  ];

  test('mean what the work says they mean', () => {
    const reading = readRows(rows, { rules: [rule('air.flags', 'P=有效;Q=无效')] });
    expect(dayLines(reading).map((line) => line.replace(`${HE} `, ''))).toEqual([
      '2025-03-01 pm25=40',
      expect.stringContaining('2025-03-02'),
    ]);
    expect(codes(reading).toSorted()).toEqual(['MONITOR_FLAGGED', 'MONITOR_FLAG_UNKNOWN']);
  });

  test('are read as a list, or not at all', () => {
    expect([...(readFlagWords(' p = 有效；(Q)=无效') ?? [])]).toEqual([
      ['P', 'valid'],
      ['Q', 'invalid'],
    ]);
    for (const text of ['P', 'P=好', '=有效', 'P=有效=无效']) expect(readFlagWords(text)).toBeNull();
  });
});
