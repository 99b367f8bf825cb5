import { type DecimalText, exact, type ExactNumber } from './decimal.ts';

/**
 * 分数: an exact quotient of whole numbers of any size. Points and payments are reckoned with it, because a third of a pool, a rate of a rate
 * and a place decided by the last digit must come out the same in whatever order they are computed.
 */
export class Rational {
  readonly num: bigint;
  /** Positive, without a common factor with `num`. */
  readonly den: bigint;

  private constructor(num: bigint, den: bigint) {
    this.num = num;
    this.den = den;
  }

  static of(value: DecimalText | number | ExactNumber): Rational {
    const [whole = '0', decimals = ''] = exact(value).toFixed().split('.');
    return Rational.quotient(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
  }

  static quotient(num: bigint, den: bigint): Rational {
    if (den === 0n) throw new RangeError('division by zero');
    const divisor = greatestCommonDivisor(num, den) * (den < 0n ? -1n : 1n);
    return new Rational(num / divisor, den / divisor);
  }

  plus(other: Rational): Rational {
    return Rational.quotient(this.num * other.den + other.num * this.den, this.den * other.den);
  }

  minus(other: Rational): Rational {
    return this.plus(other.negated());
  }

  times(other: Rational): Rational {
    return Rational.quotient(this.num * other.num, this.den * other.den);
  }

  div(other: Rational): Rational {
    return Rational.quotient(this.num * other.den, this.den * other.num);
  }

  negated(): Rational {
    return new Rational(-this.num, this.den);
  }

  abs(): Rational {
    return this.num < 0n ? this.negated() : this;
  }

  /** Below zero, zero or above zero: the difference to `other`. */
  cmp(other: Rational): -1 | 0 | 1 {
    const [left, right] = [this.num * other.den, other.num * this.den];
    return left < right ? -1 : left > right ? 1 : 0;
  }

  get sign(): -1 | 0 | 1 {
    return this.num < 0n ? -1 : this.num > 0n ? 1 : 0;
  }

  /** Cut towards zero: what remains of 3.4 and of −3.4 is 3 and −3. */
  trunc(): Rational {
    return new Rational(this.num / this.den, 1n);
  }

  /** 四舍六入五成双 (GB/T 8170-2008). */
  round(decimals: number): Rational {
    const scale = 10n ** BigInt(decimals);
    const size = (this.num < 0n ? -this.num : this.num) * scale;
    const [floor, rest] = [size / this.den, size % this.den];
    const up = rest * 2n > this.den || (rest * 2n === this.den && floor % 2n === 1n);
    const rounded = up ? floor + 1n : floor;
    return Rational.quotient(this.num < 0n ? -rounded : rounded, scale);
  }

  /** As printed: exact where the decimals end within ten places, else to four; without needless zeros. */
  text(): DecimalText {
    const ends = 10n ** BigInt(MOST_PLACES) % this.den === 0n;
    const places = ends ? MOST_PLACES : PLACES_OF_ENDLESS;
    return this.fixed(places).replace(/\.?0+$/, '');
  }

  /** Rounded half-even to so many decimals, zeros kept. */
  fixed(decimals: number): DecimalText {
    const scaled = this.round(decimals);
    const units = (scaled.num * 10n ** BigInt(decimals)) / scaled.den;
    const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
    const whole = digits.slice(0, digits.length - decimals);
    const sign = units < 0n ? '-' : '';
    return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-decimals)}`;
  }

  /** 875/3, or a whole number. */
  fractionText(): string {
    return this.den === 1n ? this.num.toString() : `${this.num}/${this.den}`;
  }
}

const MOST_PLACES = 10;
const PLACES_OF_ENDLESS = 4;

export const ZERO = Rational.of('0');
export const ONE = Rational.of('1');

export const sumOf = (values: readonly Rational[]): Rational => values.reduce((sum, value) => sum.plus(value), ZERO);

export const least = (left: Rational, right: Rational): Rational => (right.cmp(left) < 0 ? right : left);
export const greatest = (left: Rational, right: Rational): Rational => (right.cmp(left) > 0 ? right : left);

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left < 0n ? -left : left, right < 0n ? -right : right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
