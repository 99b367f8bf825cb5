import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exact, roundHalfEven, toText } from '../../../../../shared/domain/numbers/decimal.ts';
import { Quotient } from '../../../../../shared/domain/numbers/quotient.ts';

/** Small ones, those of hours and days, and those at the end of what a double holds. */
const whole = fc.oneof(
  fc.integer({ min: 0, max: 2000 }),
  fc.integer({ min: 0, max: 400_000_000 }),
  fc.maxSafeNat(),
  fc.constantFrom(0, 1, 5, 25, 125, 10 ** 15, Number.MAX_SAFE_INTEGER),
);
const divisor = fc.oneof(
  whole.map((value) => Math.max(1, value)),
  fc.constantFrom(1, 2, 3, 7, 16, 1000, 20_000, 24_000, 24_000 * 366, 212_520_000, 2 ** 40, 10 ** 12),
);

const quotientOf = (num: number, den: number): Quotient => Quotient.of(num, den) ?? Quotient.ofDecimal(exact(num).div(den));

describe('a quotient of whole numbers', () => {
  test('reads to the last digit as the decimal of forty digits', () => {
    fc.assert(
      fc.property(whole, divisor, (num, den) => {
        expect(quotientOf(num, den).text()).toBe(toText(exact(num).div(den)));
      }),
      { numRuns: 4000 },
    );
  });

  test('is rounded as it', () => {
    fc.assert(
      fc.property(whole, divisor, fc.integer({ min: 0, max: 6 }), (num, den, decimals) => {
        expect(quotientOf(num, den).rounded(decimals)).toBe(roundHalfEven(exact(num).div(den), decimals));
      }),
      { numRuns: 4000 },
    );
  });

  test('is held against a limit as it', () => {
    fc.assert(
      fc.property(whole, divisor, fc.constantFrom(4, 35, 60, 160, 0.5), (num, den, limit) => {
        const value = exact(num).div(den);
        const quotient = quotientOf(num, den);
        expect(quotient.over(limit).text()).toBe(toText(value.div(limit)));
        expect(quotient.over(limit).rounded(2)).toBe(roundHalfEven(value.div(limit), 2));
        expect(toText(quotient.over(limit).exact())).toBe(toText(value.div(limit)));
        if (value.gt(limit)) expect(quotient.beyond(limit).rounded(2)).toBe(roundHalfEven(value.minus(limit).div(limit), 2));
      }),
      { numRuns: 2000 },
    );
  });

  test('that carries through nines, ends early, or is less than any shown digit', () => {
    for (const [num, den] of [
      [1, 3],
      [2, 3],
      [1, 8],
      [999_999_999, 1_000_000_000],
      [1, Number.MAX_SAFE_INTEGER],
      [Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER],
      [0, 24_000],
      [5, 1],
    ] as const) {
      expect(quotientOf(num, den).text()).toBe(toText(exact(num).div(den)));
      expect(quotientOf(num, den).rounded(1)).toBe(roundHalfEven(exact(num).div(den), 1));
    }
  });

  test('of a printed decimal is that decimal', () => {
    expect(Quotient.ofText('35.50').text()).toBe('35.5');
    expect(Quotient.ofText('0.8').over(4).text()).toBe('0.2');
  });

  test('has no whole numbers below zero or beyond a double', () => {
    expect(Quotient.of(-1, 2)).toBeNull();
    expect(Quotient.of(2 ** 53, 2)).toBeNull();
  });
});
