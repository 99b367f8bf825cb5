import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundHalfEven } from '../../../../../shared/domain/numbers/decimal.ts';
import { fraction, roundFraction } from '../../../../../shared/domain/numbers/fraction.ts';
import { shownBeforeRounding } from '../../../../../shared/domain/numbers/shown-before-rounding.ts';

test.each([
  [11_395, 12_000, 1, '0.9496'],
  [85_199, 2400, 0, '35.4996'],
  [71, 2, 0, '35.5'],
  [1, 3, 0, '0.333'],
  [40, 1, 0, '40'],
])('%i/%i for %i decimals: %s', (num, den, decimals, shown) => expect(shownBeforeRounding(fraction(num, den), decimals)).toBe(shown));

test('what is shown rounds as the value does', () => {
  const means = fc.record({ num: fc.integer({ min: 0, max: 24_000_000 }), den: fc.integer({ min: 1, max: 96_000 }) });
  fc.assert(
    fc.property(means, fc.constantFrom(0, 1), ({ num, den }, decimals) => {
      const value = fraction(num, den);
      expect(roundHalfEven(shownBeforeRounding(value, decimals), decimals)).toBe(roundFraction(value, decimals));
    }),
  );
});
