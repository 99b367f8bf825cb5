import { describe, expect, test } from 'vitest';
import { cellNumber } from '../../../../../../main/hosts/cli/calc/cell-number.ts';

describe('cellNumber', () => {
  const numbers: readonly [string, string][] = [
    ['35', '35'],
    ['35.50', '35.50'],
    ['0.9', '0.9'],
    ['.5', '0.5'],
    ['5.', '5'],
    [' 35 ', '35'],
    ['+35', '35'],
    ['1,350', '1350'],
    ['３５．５', '35.5'],
    ['1.2e1', '12'],
    ['1e-05', '0.00001'],
    ['-0', '0'],
    ['-0.0', '0'],
    ['007', '7'],
    ['9999', '9999'],
    ['35.333333333333336', '35.333333333333336'],
  ];
  test.each(numbers)('%j is %s', (text, value) => expect(cellNumber(text)).toEqual({ kind: 'number', value }));

  test.each(['', ' ', '　', '—', '--', '-', 'NA', 'n/a', 'null', 'NaN', '缺测', '-99', '-999.0', '-9999'])('%j is missing', (text) =>
    expect(cellNumber(text).kind).toBe('missing'),
  );
  test('/ is not monitored', () => expect(cellNumber('/').kind).toBe('unmonitored'));
  test.each(['-1', '-0.5', '-100'])('%j is negative', (text) => expect(cellNumber(text).kind).toBe('negative'));
  test.each(['abc', '35μg', '3 5', '1,35', '12-15', '35(H)', '1e99', '99999999999', '.', '+', '0x10', 'Infinity', '停电'])(
    '%j is not calculated with',
    (text) => expect(cellNumber(text).kind).toBe('unreadable'),
  );
});
