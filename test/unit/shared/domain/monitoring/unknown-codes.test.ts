import { describe, expect, test } from 'vitest';
import { dayLines, readRows } from './tables.ts';

const told = (rows: Parameters<typeof readRows>[0], options: Parameters<typeof readRows>[1] = {}): string[] =>
  readRows(rows, options).findings.map(({ code, cell, params }) =>
    `${code} ${cell ?? ''} ${params['column'] ?? params['count'] ?? ''}`.trim(),
  );

const archive = (...codes: string[]) => [
  ['date', 'hour', 'type', ...codes],
  ...[0, 1].map((hour) => ['20250301', hour, 'PM2.5', ...codes.map(() => 30)]),
];

describe('codes of the network of which the register has none', () => {
  test('are named where they head the columns, and where they stand below a heading of codes', () => {
    expect(told(archive('1432A', '1433A'))).toEqual(['MONITOR_PLACE_UNKNOWN D1 1432A', 'MONITOR_PLACE_UNKNOWN E1 1433A']);
    const below = [
      ['站点编号', '日期', 'PM2.5'],
      ['1432A', '2025-03-01', 30],
      ['3017A', '2025-03-01', 31],
      ['1432A', '2025-03-02', 32],
    ];
    expect(told(below)).toEqual(['MONITOR_PLACE_UNKNOWN A2 1432A', 'MONITOR_PLACE_UNKNOWN A3 3017A']);
  });

  test('of a whole country are counted, the first of them named', () => {
    const codes = Array.from({ length: 1500 }, (_, index) => `${1001 + index}A`);
    const reading = readRows(archive(...codes));
    expect(told(archive(...codes))).toEqual(['MONITOR_CODES_UNREGISTERED D1 1500']);
    expect(String(reading.findings[0]?.params['codes']).split('、')).toEqual(codes.slice(0, 20));
  });

  test('are no matter where one of them is registered, nor in files of the third edition', () => {
    const known = readRows(archive('1432A', '1433A'), { registered: new Set(['1432a']) });
    expect([known.tables.length, known.hours.length]).toEqual([1, 2]);
    expect(told(archive('1432A'), { edition: 3 })).toEqual(['MONITOR_SHEET_UNKNOWN', 'MONITOR_NOTHING']);
    expect(
      dayLines(
        readRows([
          ['名称', '编号'],
          ['甲', '1'],
        ]),
      ),
    ).toEqual([]);
  });
});
