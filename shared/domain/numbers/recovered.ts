import { Rational } from './rational.ts';

/** Denominators of means of days, hours and stations are far below this. */
const LARGEST = 10n ** 12n;
const CLOSE = Rational.quotient(1n, 10n ** 30n);

/**
 * The fraction that a value cut at some forty digits stands for: 33.333… is 100/3 again. Two fractions with denominators up to 10¹² lie at least
 * 10⁻²⁴ apart, so that at most one is this close; where none is, the value stays as it is.
 */
export function recovered(value: Rational): Rational {
  let [rest, before, last] = [value, { num: 1n, den: 0n }, { num: floorOf(value), den: 1n }];
  for (;;) {
    const candidate = Rational.quotient(last.num, last.den);
    if (candidate.minus(value).abs().cmp(CLOSE) <= 0) return candidate;
    const fraction = rest.minus(Rational.quotient(floorOf(rest), 1n));
    if (fraction.sign === 0) return value;
    rest = Rational.quotient(fraction.den, fraction.num);
    const whole = floorOf(rest);
    [before, last] = [last, { num: whole * last.num + before.num, den: whole * last.den + before.den }];
    if (last.den > LARGEST) return value;
  }
}

function floorOf({ num, den }: Rational): bigint {
  const cut = num / den;
  return num < 0n && cut * den !== num ? cut - 1n : cut;
}
