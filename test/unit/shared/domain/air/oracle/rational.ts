/** Exact numbers of the oracle: quotients of big integers, nothing of the product. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const rational = (n: bigint | number, d: bigint | number = 1): Rational => {
  const [top, bottom] = [BigInt(n), BigInt(d)];
  return bottom < 0n ? { n: -top, d: -bottom } : { n: top, d: bottom };
};

export const plus = (left: Rational, right: Rational): Rational => rational(left.n * right.d + right.n * left.d, left.d * right.d);
export const minus = (left: Rational, right: Rational): Rational => plus(left, rational(-right.n, right.d));
export const times = (left: Rational, right: Rational): Rational => rational(left.n * right.n, left.d * right.d);
export const over = (left: Rational, right: Rational): Rational => rational(left.n * right.d, left.d * right.n);
export const compare = (left: Rational, right: Rational): -1 | 0 | 1 => {
  const difference = left.n * right.d - right.n * left.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

export function floor({ n, d }: Rational): bigint {
  const quotient = n / d;
  return quotient * d > n ? quotient - 1n : quotient;
}

export const ceiling = ({ n, d }: Rational): bigint => -floor(rational(-n, d));

/** 四舍六入五成双: of the two neighbours the nearer one, of two equally near the even one. */
export function halfEven(value: Rational, decimals: number): Rational {
  const scale = 10n ** BigInt(decimals);
  const scaled = times(value, rational(scale));
  const low = floor(scaled);
  const side = compare(minus(scaled, rational(low)), rational(1, 2));
  const up = side > 0 || (side === 0 && low % 2n !== 0n);
  return rational(up ? low + 1n : low, scale);
}

/** As printed: '4.20' for 42/10 and two decimals. Not for negative numbers. */
export function printed(value: Rational, decimals: number): string {
  const digits = halfEven(value, decimals);
  const text = String((digits.n * 10n ** BigInt(decimals)) / digits.d).padStart(decimals + 1, '0');
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

export function fromText(text: string): Rational {
  const [whole = '0', decimals = ''] = text.split('.');
  return rational(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

/** Whether a text of at most forty digits stands for the exact number. */
export function standsFor(text: string, value: Rational): boolean {
  const difference = minus(fromText(text), value);
  return compare(times(rational(difference.n < 0n ? -difference.n : difference.n, difference.d), rational(10n ** 30n)), rational(1)) < 0;
}

export function meanOf(values: readonly Rational[]): Rational | null {
  if (values.length === 0) return null;
  return over(values.reduce(plus, rational(0)), rational(values.length));
}

/** k = 1 + (n − 1)·p %; s = ⌊k⌋; X(s) + (X(s+1) − X(s))·(k − s). */
export function percentileOf(values: readonly Rational[], percent: Rational): Rational | null {
  const sorted = values.toSorted(compare);
  const k = plus(rational(1), over(times(rational(values.length - 1), percent), rational(100)));
  const s = Number(floor(k));
  const low = sorted[s - 1];
  if (low === undefined) return null;
  return plus(low, times(minus(sorted[s] ?? low, low), minus(k, rational(s))));
}
