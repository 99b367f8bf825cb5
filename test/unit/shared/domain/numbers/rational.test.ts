import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact, roundHalfEven } from '../../../../../shared/domain/numbers/decimal.ts';
import { Rational } from '../../../../../shared/domain/numbers/rational.ts';

const decimal = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 4 }))
  .map(([units, places]) => exact(units).div(exact(10).pow(places)).toFixed());

describe('an exact quotient', () => {
  it('is printed exactly where its decimals end, else to four places, never with needless zeros', () => {
    expect(Rational.of('12.50').text()).toBe('12.5');
    expect(Rational.of('-0.0625').text()).toBe('-0.0625');
    expect(Rational.of('100').text()).toBe('100');
    expect(Rational.of(0).text()).toBe('0');
    expect(Rational.of(875).div(Rational.of(3)).text()).toBe('291.6667');
    expect(Rational.of(1).div(Rational.of(-3)).text()).toBe('-0.3333');
    expect(Rational.of(1).div(Rational.of(30_000)).text()).toBe('0');
    expect(Rational.of(1).div(Rational.of(2048)).text()).toBe('0.0005');
  });

  it('shows its fraction', () => {
    expect(Rational.of(875).div(Rational.of(3)).fractionText()).toBe('875/3');
    expect(Rational.of('-0.5').fractionText()).toBe('-1/2');
    expect(Rational.of('7.0').fractionText()).toBe('7');
  });

  it('rounds half to even', () => {
    for (const [value, decimals, rounded] of [
      ['32.5', 0, '32'],
      ['33.5', 0, '34'],
      ['81.25', 1, '81.2'],
      ['0.835', 2, '0.84'],
      ['-2.5', 0, '-2'],
    ] as const)
      expect(Rational.of(value).round(decimals).text()).toBe(rounded);
  });

  it('is cut towards zero', () => {
    expect(['3.4', '-3.4', '0.9', '-0.9'].map((text) => Rational.of(text).trunc().text())).toEqual(['3', '-3', '0', '0']);
  });

  it('adds, multiplies, divides and rounds as decimals do', () => {
    fc.assert(
      fc.property(decimal, decimal, fc.integer({ min: 0, max: 5 }), (left, right, places) => {
        const [one, other] = [Rational.of(left), Rational.of(right)];
        expect(one.plus(other).minus(other).text()).toBe(one.text());
        expect(one.times(other).fractionText()).toBe(Rational.of(exact(left).times(right)).fractionText());
        expect(one.fixed(places)).toBe(roundHalfEven(left, places));
        expect(one.cmp(other)).toBe(Math.sign(exact(left).cmp(right)));
        if (other.sign !== 0) expect(one.div(other).times(other).text()).toBe(one.text());
      }),
    );
  });
});
