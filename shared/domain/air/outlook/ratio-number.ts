import { type DecimalText, exact, toText } from '../../numbers/decimal.ts';
import type { Fraction } from '../../numbers/fraction.ts';

/**
 * A quotient of whole numbers without limit of size. The bound of a mean is a rounding tie by its nature, so here even the fortieth digit of
 * a decimal would decide between meeting a target and missing it.
 */
export interface Ratio {
  readonly num: bigint;
  /** ≥ 1. */
  readonly den: bigint;
}

export const ratio = (num: bigint, den = 1n): Ratio => ({ num, den });

export const ratioOf = ({ num, den }: Fraction): Ratio => ({ num: BigInt(num), den: BigInt(den) });

export function ratioOfText(text: DecimalText): Ratio {
  const [whole = '0', decimals = ''] = text.split('.');
  return { num: BigInt(whole + decimals), den: 10n ** BigInt(decimals.length) };
}

export const minus = (left: Ratio, right: Ratio): Ratio => ({
  num: left.num * right.den - right.num * left.den,
  den: left.den * right.den,
});

export const times = (left: Ratio, right: Ratio): Ratio => ({ num: left.num * right.num, den: left.den * right.den });

export const dividedBy = ({ num, den }: Ratio, days: number): Ratio => ({ num, den: den * BigInt(days) });

/** Denominators of daily values are few, so the common one stays small. */
export function sumOf(values: readonly Ratio[]): Ratio {
  const byDenominator = new Map<bigint, bigint>();
  for (const { num, den } of values) byDenominator.set(den, (byDenominator.get(den) ?? 0n) + num);
  let [num, den] = [0n, 1n];
  for (const [part, own] of byDenominator) {
    const factor = part / greatestCommonDivisor(den, part);
    num = num * factor + own * ((den * factor) / part);
    den *= factor;
  }
  return { num, den };
}

export const floorOf = ({ num, den }: Ratio): bigint => (num >= 0n || num % den === 0n ? num / den : num / den - 1n);

export const ceilingOf = (value: Ratio): bigint => -floorOf({ num: -value.num, den: value.den });

export const isWhole = ({ num, den }: Ratio): boolean => num % den === 0n;

/** Unrounded, at most forty digits. */
export const textOf = ({ num, den }: Ratio): DecimalText => toText(exact(num.toString()).div(exact(den.toString())));

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
