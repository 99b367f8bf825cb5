import { type DecimalText, exact, type ExactNumber } from '../../numbers/decimal.ts';
import { compareFractions, type Fraction, fractionValue } from '../../numbers/fraction.ts';
import { Quotient } from '../../numbers/quotient.ts';

export interface Percentile {
  /** Unrounded. */
  readonly value: ExactNumber;
  /** k = 1 + (n − 1)·p %: the place in the ascending order. */
  readonly k: ExactNumber;
  readonly lower: Fraction;
  readonly upper: Fraction;
}

/**
 * 百分位数 (HJ 663-2013 附录A.6): in ascending order k = 1 + (n − 1)·p %, s = ⌊k⌋, m = X(s) + (X(s+1) − X(s))·(k − s). `p` in %, 0 to 100, may have
 * decimals. Null without values. The order of the values never matters.
 */
export const percentile = (values: readonly Fraction[], p: number | DecimalText): Percentile | null =>
  percentileOfSorted(values.toSorted(compareFractions), p);

/** The same of values that are ascending already. */
export function percentileOfSorted(sorted: readonly Fraction[], p: number | DecimalText): Percentile | null {
  const share = exact(p);
  if (share.lt(0) || share.gt(100)) throw new RangeError(`percentile out of 0..100: ${p}`);
  const k = share
    .times(sorted.length - 1)
    .div(100)
    .plus(1);
  const s = k.floor();
  const lower = sorted[s.toNumber() - 1];
  if (lower === undefined) return null;
  const upper = sorted[s.toNumber()] ?? lower;
  return { value: between(lower, upper, k.minus(s)), k, lower, upper };
}

/** The value alone at a whole `p`: its place is a count of hundredths, which takes no decimals. Null without values. */
export function percentileValue(sorted: readonly Fraction[], p: number): Quotient | null {
  const hundredths = (sorted.length - 1) * p;
  const part = hundredths % 100;
  const place = (hundredths - part) / 100;
  const lower = sorted[place];
  if (lower === undefined) return null;
  if (part === 0) return Quotient.ofFraction(lower);
  const upper = sorted[place + 1] ?? lower;
  const whole =
    lower.num < 0 ? null : Quotient.of(lower.num * upper.den * (100 - part) + upper.num * lower.den * part, lower.den * upper.den * 100);
  if (whole !== null) return whole;
  const found = percentileOfSorted(sorted, p);
  return found === null ? null : Quotient.ofDecimal(found.value);
}

/**
 * lower + (upper − lower)·share with one division at the end: several would lose, in the last digit, a value that lies exactly in the middle
 * between two printed ones, and GB/T 8170 would then round it to the wrong side.
 */
function between(lower: Fraction, upper: Fraction, share: ExactNumber): ExactNumber {
  if (share.isZero()) return fractionValue(lower);
  const whole = 10n ** BigInt(share.decimalPlaces());
  const part = BigInt(share.times(whole.toString()).toFixed());
  const [from, to] = [BigInt(lower.num) * BigInt(upper.den), BigInt(upper.num) * BigInt(lower.den)];
  const den = BigInt(lower.den) * BigInt(upper.den) * whole;
  return exact((from * (whole - part) + to * part).toString()).div(exact(den.toString()));
}
