import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digitsOf } from '../../../../../main/documents/workbook-reader/digits.ts';

/** Up to 15 digits without zeros at either end, and where the point stands. */
const typed = fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 999_999_999_999_999 }), fc.integer({ min: -20, max: 20 }));
const plain = (negative: boolean, digits: string, shift: number): string => {
  const kept = digits.replace(/0+$/, '');
  const point = kept.length + shift;
  const body =
    point <= 0
      ? `0.${'0'.repeat(-point)}${kept}`
      : point >= kept.length
        ? kept.padEnd(point, '0')
        : `${kept.slice(0, point)}.${kept.slice(point)}`;
  return (negative ? '-' : '') + body;
};

describe('digits of numbers', () => {
  test.each([
    ['0.30000000000000004', '0.3'],
    ['1.1000000000000001', '1.1'],
    ['8.3000000000000007E-2', '0.083'],
    ['0.84999999999999998', '0.85'],
    ['81.299999999999997', '81.3'],
    ['0.33333333333333331', '0.333333333333333'],
    ['2.2000000000000002', '2.2'],
    ['45474', '45474'],
    ['45474.770833333336', '45474.7708333333'],
    ['-0', '0'],
    ['-0.0', '0'],
    ['0.50', '0.5'],
    ['007', '7'],
    ['007.5', '7.5'],
    ['1000000000000.123', '1000000000000.12'],
    ['100000000000.123', '100000000000.123'],
    ['-12.50', '-12.5'],
    ['1E+3', '1000'],
    ['1.5e-7', '0.00000015'],
    ['1E+20', '100000000000000000000'],
    ['510117198001011234', '510117198001011000'],
    ['999999999999999', '999999999999999'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['+3', '3'],
  ])('%s is %s', (text, digits) => {
    expect(digitsOf(text)).toBe(digits);
  });

  test.each(['', ' ', 'NaN', 'Infinity', '1,5', '0x10', '1e', '1e400', '--1', '1 2', '５'])('%j is no number', (text) => {
    expect(digitsOf(text)).toBeNull();
  });

  test('every decimal of up to 15 digits survives being stored as a double with 17', () => {
    fc.assert(
      fc.property(typed, ([negative, integer, shift]) => {
        const text = plain(negative, String(integer), shift);
        const stored = Number(text);
        expect([
          digitsOf(text),
          digitsOf(stored.toPrecision(17)),
          digitsOf(stored.toExponential(16).toUpperCase()),
          digitsOf(String(stored)),
        ]).toEqual([text, text, text, text]);
      }),
      { numRuns: 2_000 },
    );
  });
});
