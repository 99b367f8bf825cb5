import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentile, percentileValue } from '../../../../../../shared/domain/air/statistics/percentile.ts';
import { roundHalfEven } from '../../../../../../shared/domain/numbers/decimal.ts';
import { compareFractions, fraction, fractionOf } from '../../../../../../shared/domain/numbers/fraction.ts';

const percentileOf = (values: readonly string[], p: number | string): string | null =>
  percentile(values.map(fractionOf), p)?.value.toFixed() ?? null;

test('the worked example of HJ 663: 3, 4, 8, 2, 5, 4 at 90 is 6.5', () => {
  expect(percentileOf(['3', '4', '8', '2', '5', '4'], 90)).toBe('6.5');
  expect(
    percentile(
      [3, 4, 8, 2, 5, 4].map((value) => fraction(value)),
      90,
    )?.k.toFixed(),
  ).toBe('5.5');
});

test('the ends, one value and none', () => {
  expect([percentileOf(['1', '2', '3'], 0), percentileOf(['1', '2', '3'], 100), percentileOf(['7'], 98), percentileOf([], 90)]).toEqual([
    '1',
    '3',
    '7',
    null,
  ]);
});

test('a percentile with decimals, and one out of range', () => {
  expect(percentileOf(['0', '10', '20', '30', '40'], '97.5')).toBe('39');
  expect(() => percentileOf(['1'], 100.5)).toThrow(RangeError);
});

test('agrees with an independent implementation in whole numbers, whatever the order', () => {
  const shuffled = fc
    .array(fc.integer({ min: 0, max: 900_000 }), { minLength: 1, maxLength: 366 })
    .chain((values) => fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length, maxLength: values.length })));
  fc.assert(
    fc.property(shuffled, fc.integer({ min: 0, max: 100 }), ([values, other], p) => {
      // Hundredths of a place: (n − 1)·p = 100·place + rest.
      const sorted = values.map(BigInt).toSorted((left, right) => Number(left - right));
      const position = BigInt(values.length - 1) * BigInt(p);
      const [place, rest] = [Number(position / 100n), position % 100n];
      const [low, high] = [sorted[place] ?? 0n, sorted[Math.min(place + 1, sorted.length - 1)] ?? 0n];
      const hundredths = low * 100n + (high - low) * rest;
      const found = percentile(
        other.map((value) => fraction(value, 1000)),
        p,
      );
      expect(found?.value.times(100_000).toFixed()).toBe(hundredths.toString());
    }),
    { numRuns: 300 },
  );
});

test('a value in the middle between two printed figures stays there, whatever hours its neighbours are the means of', () => {
  // k = 3.7: 172/21·0.3 + 29580/2940·0.7 is 9.5, which is printed as 10.
  const [lower, upper] = [fraction(172, 21), fraction(29_580, 2940)];
  const found = percentile([lower, lower, lower, upper], 90)?.value;
  expect([found?.toFixed(), roundHalfEven(found ?? '0', 0)]).toEqual(['9.5', '10']);
});

test('the value alone is the same to the last digit, of small numbers and of those that outgrow a double', () => {
  const value = fc.tuple(fc.integer({ min: 0, max: 2 ** 40 }), fc.integer({ min: 1, max: 24_000 })).map(([num, den]) => fraction(num, den));
  const few = fc.tuple(fc.integer({ min: 0, max: 900_000 }), fc.constantFrom(1, 10, 24, 1000)).map(([num, den]) => fraction(num, den));
  fc.assert(
    fc.property(fc.array(fc.oneof(value, few), { maxLength: 60 }), fc.integer({ min: 0, max: 100 }), (values, p) => {
      const sorted = values.toSorted(compareFractions);
      expect(percentileValue(sorted, p)?.text()).toBe(percentile(values, p)?.value.toFixed());
    }),
    { numRuns: 1000 },
  );
});
