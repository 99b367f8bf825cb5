import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { exact, roundHalfEven } from '../../../../../shared/domain/numbers/decimal.ts';
import {
  compareFractions,
  ExactSum,
  fraction,
  fractionOf,
  fractionValue,
  roundFraction,
  roundToSteps,
  roundToWhole,
} from '../../../../../shared/domain/numbers/fraction.ts';

describe('rounding by GB/T 8170', () => {
  it.each([
    ['32.5', 0, '32'],
    ['33.5', 0, '34'],
    ['31.45', 1, '31.4'],
    ['31.55', 1, '31.6'],
    ['83.45', 1, '83.4'],
    ['81.25', 1, '81.2'],
    ['81.35', 1, '81.4'],
    ['0.85', 1, '0.8'],
    ['0.95', 1, '1.0'],
    ['0.835', 2, '0.84'],
    ['85.33', 0, '85'],
    ['36.66', 0, '37'],
    ['432.252', 1, '432.3'],
  ] as const)('%s to %i decimals is %s', (text, decimals, rounded) => {
    expect(roundFraction(fractionOf(text), decimals)).toBe(rounded);
    expect(roundToSteps(fractionOf(text), decimals)).toBe(Number(rounded.replace('.', '')));
  });

  it('of any fraction agrees with decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.integer({ min: 1, max: 24_000 }), (num, den) => {
        expect(String(roundToWhole(fraction(num, den)) + 0)).toBe(roundHalfEven(exact(num).div(den), 0));
      }),
      { numRuns: 1000 },
    );
  });
});

test('a decimal of many digits is kept to twelve decimals, and one that fits stays exact', () => {
  expect(fractionOf('35.458333333333333333')).toEqual({ num: 35_458_333_333_333, den: 10 ** 12 });
  expect(fractionOf('-0.5')).toEqual({ num: -5, den: 10 });
  expect(fractionOf('12.3400')).toEqual({ num: 123_400, den: 10_000 });
});

describe('an exact sum', () => {
  it('has no mean without summands', () => {
    expect(new ExactSum().mean()).toBeNull();
  });

  it('is the same in any order and when it is merged from parts', () => {
    const value = fc
      .tuple(fc.integer({ min: 0, max: 24_000_000 }), fc.integer({ min: 1, max: 24 }))
      .map(([num, hours]) => fraction(num, hours * 1000));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 400 }), fc.nat(), (values, cut) => {
        const sumOf = (parts: typeof values): ExactSum => {
          const sum = new ExactSum();
          for (const part of parts) sum.add(part);
          return sum;
        };
        const whole = sumOf(values).mean()?.toFixed();
        const merged = sumOf(values.slice(0, cut % values.length));
        merged.addAll(sumOf(values.slice(cut % values.length)));
        expect([sumOf(values.toReversed()).mean()?.toFixed(), merged.mean()?.toFixed(), merged.count]).toEqual([
          whole,
          whole,
          values.length,
        ]);
        const plain = values.reduce((total, part) => total.plus(fractionValue(part)), exact(0)).div(values.length);
        expect(
          plain
            .minus(whole ?? 0)
            .abs()
            .lt('1e-28'),
        ).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('stays exact beyond the whole numbers of a double', () => {
    const sum = new ExactSum();
    for (let count = 0; count < 8; count += 1) sum.add(fraction(Number.MAX_SAFE_INTEGER - count, 10));
    expect(sum.mean()?.toFixed()).toBe(
      (((BigInt(Number.MAX_SAFE_INTEGER) * 8n - 28n) * 1000n) / 80n)
        .toString()
        .replace(/(\d{3})$/, '.$1')
        .replace(/\.?0+$/, ''),
    );
  });
});

test('a large number of many decimals keeps as many as fit, and one that fits nowhere is refused', () => {
  expect(fractionOf('9012.1234567890123')).toEqual({ num: 901_212_345_678_901, den: 10 ** 11 });
  expect(fractionOf('1000000000000000.5')).toEqual({ num: 1_000_000_000_000_000, den: 1 });
  expect(() => fractionOf('90071992547409931')).toThrow(RangeError);
});

test('rounding stays exact where the scaled numerator outgrows a double', () => {
  const most = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
  fc.assert(
    fc.property(most, most, fc.constantFrom(0, 1, 3), (num, den, decimals) => {
      const [scaled, whole] = [BigInt(num) * 10n ** BigInt(decimals), BigInt(den)];
      const [floor, rest] = [scaled / whole, (scaled % whole) * 2n];
      const expected = rest > whole || (rest === whole && floor % 2n === 1n) ? floor + 1n : floor;
      fc.pre(expected <= BigInt(Number.MAX_SAFE_INTEGER));
      expect(roundToSteps(fraction(num, den), decimals)).toBe(Number(expected));
    }),
    { numRuns: 1000 },
  );
});

test('fractions are ordered exactly, also when their nearest doubles are equal', () => {
  const [lower, upper] = [fraction(9_007_199_254_740_988, 9_007_199_254_740_989), fraction(9_007_199_254_740_990, 9_007_199_254_740_991)];
  expect(lower.num / lower.den).toBe(upper.num / upper.den);
  expect([compareFractions(lower, upper) < 0, compareFractions(upper, lower) > 0]).toEqual([true, true]);
  expect(compareFractions(fraction(30_000, 1000), fraction(720_000, 24_000))).toBe(0);
});

test('a decimal read sign by sign is what its digits and its places say', () => {
  const digits = fc.stringMatching(/^\d{1,16}$/);
  fc.assert(
    fc.property(fc.constantFrom('', '-'), digits, fc.option(fc.stringMatching(/^\d{1,12}$/)), (sign, whole, decimals) => {
      const num = Number(`${sign}${whole}${decimals ?? ''}`);
      fc.pre(Number.isSafeInteger(num));
      const read = fractionOf(`${sign}${whole}${decimals === null ? '' : `.${decimals}`}`);
      expect([read.num + 0, read.den]).toEqual([num + 0, 10 ** (decimals?.length ?? 0)]);
    }),
    { numRuns: 1000 },
  );
});
