import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toText } from '../../../../../shared/domain/numbers/decimal.ts';
import { recovered } from '../../../../../shared/domain/numbers/recovered.ts';
import { Rational } from '../../../../../shared/domain/numbers/rational.ts';
import { exact } from '../../../../../shared/domain/numbers/decimal.ts';

it('finds the fraction that a cut decimal stands for', () => {
  expect(recovered(Rational.of(`33.${'3'.repeat(38)}`)).fractionText()).toBe('100/3');
  expect(recovered(Rational.of('-0.125')).fractionText()).toBe('-1/8');
  expect(recovered(Rational.of('0')).fractionText()).toBe('0');
});

it('any quotient of reports comes back from its division', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 1, max: 1_000_000 }), (above, below) => {
      const cut = Rational.of(toText(exact(above).div(below)));
      expect(recovered(cut).fractionText()).toBe(Rational.quotient(BigInt(above), BigInt(below)).fractionText());
    }),
  );
});

it('a decimal of which no small fraction is near stays as it is', () => {
  const value = Rational.of('3.1415926535897932384626433832795028841971');
  expect(recovered(value)).toBe(value);
});
