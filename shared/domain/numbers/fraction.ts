import { type DecimalText, exact, type ExactNumber, roundHalfEven } from './decimal.ts';

/**
 * An exact fraction of two whole numbers that a double holds exactly: the mean of twenty hours is one, and so is a daily value typed with
 * decimals. A year of hours of a thousand towns is reckoned with them, which a decimal of forty digits would be too slow for.
 */
export interface Fraction {
  /** Whole, |num| ≤ 2^53. */
  readonly num: number;
  /** Whole, ≥ 1. */
  readonly den: number;
}

export const fraction = (num: number, den = 1): Fraction => ({ num, den });

/** A decimal as a fraction; one of more than fifteen digits is kept to twelve decimals (half-even), which no tie of a printed figure can reach. */
export function fractionOf(text: DecimalText): Fraction {
  const [whole = '0', decimals = ''] = text.split('.');
  const num = Number(whole + decimals);
  if (Number.isSafeInteger(num) && decimals.length <= MOST_DECIMALS) return { num, den: 10 ** decimals.length };
  const kept = roundHalfEven(text, MOST_DECIMALS).replace(/\.?0+$/, '');
  if (kept === text) throw new RangeError(`too many digits: ${text}`);
  return fractionOf(kept);
}

const MOST_DECIMALS = 12;

export const fractionValue = ({ num, den }: Fraction): ExactNumber => exact(num).div(den);

/** The double nearest to it, for ordering: it never reverses the order of two fractions. */
export const approximate = ({ num, den }: Fraction): number => num / den;

/** 四舍六入五成双 (GB/T 8170-2008) to a whole number, without leaving whole numbers. */
export function roundToWhole({ num, den }: Fraction): number {
  const rest = ((num % den) + den) % den;
  const floor = (num - rest) / den;
  if (rest * 2 === den) return floor % 2 === 0 ? floor : floor + 1;
  return rest * 2 > den ? floor + 1 : floor;
}

/** The same to `decimals` places, as a count of the last place: 4.25 to one decimal is 42. */
export const roundToSteps = ({ num, den }: Fraction, decimals: number): number => roundToWhole({ num: num * 10 ** decimals, den });

/** As text with `decimals` places. */
export const roundFraction = (value: Fraction, decimals: number): DecimalText => roundHalfEven(fractionValue(value), decimals);

export const compareFractions = (left: Fraction, right: Fraction): number => approximate(left) - approximate(right);

/**
 * Sum of fractions, exact: summands of one denominator are added as whole numbers, so that nothing is divided before the end. A year's sum of
 * one denominator that outgrows a double's whole numbers goes on as a BigInt.
 */
export class ExactSum {
  readonly #sums = new Map<number, number>();
  readonly #spilled = new Map<number, bigint>();
  count = 0;

  add({ num, den }: Fraction): void {
    this.count += 1;
    const sum = (this.#sums.get(den) ?? 0) + num;
    if (Number.isSafeInteger(sum)) {
      this.#sums.set(den, sum);
      return;
    }
    this.#spilled.set(den, (this.#spilled.get(den) ?? 0n) + BigInt(this.#sums.get(den) ?? 0) + BigInt(num));
    this.#sums.set(den, 0);
  }

  addAll(other: ExactSum): void {
    for (const [den, num] of other.#sums) this.add({ num, den });
    for (const [den, num] of other.#spilled) this.#spilled.set(den, (this.#spilled.get(den) ?? 0n) + num);
    this.count += other.count - other.#sums.size;
  }

  /** The sum over a common denominator; null without summands. */
  mean(): ExactNumber | null {
    if (this.count === 0) return null;
    const dens = new Set([...this.#sums.keys(), ...this.#spilled.keys()]);
    let [num, den] = [0n, 1n];
    for (const part of dens) {
      const own = (this.#spilled.get(part) ?? 0n) + BigInt(this.#sums.get(part) ?? 0);
      const common = leastCommonMultiple(den, BigInt(part));
      num = num * (common / den) + own * (common / BigInt(part));
      den = common;
    }
    return exact(num.toString()).div(exact((den * BigInt(this.count)).toString()));
  }
}

function leastCommonMultiple(left: bigint, right: bigint): bigint {
  let [a, b] = [left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return (left / a) * right;
}
