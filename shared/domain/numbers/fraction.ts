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

/**
 * A decimal as a fraction; one of more digits than a double's whole numbers hold is kept (half-even) to twelve decimals, or as many as fit: far
 * beyond the last place of any printed figure.
 */
export function fractionOf(text: DecimalText): Fraction {
  return plainFraction(text) ?? longFraction(text);
}

/** Of figures as they are reported, sign by sign: a year of returns has a hundred thousand of them. Null for what is longer, or has a sign. */
function plainFraction(text: DecimalText): Fraction | null {
  if (text.length === 0 || text.length > PLAIN_LENGTH) return null;
  let [num, den, point] = [0, 1, false];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === POINT && !point && index > 0) {
      point = true;
      continue;
    }
    if (code < ZERO || code > NINE) return null;
    num = num * 10 + (code - ZERO);
    if (point) den *= 10;
  }
  return { num, den };
}

/** Twelve decimals with a digit and the point before them are allowed, and so many digits are whole in a double. */
const PLAIN_LENGTH = 14;
const [POINT, ZERO, NINE] = [46, 48, 57];

function longFraction(text: DecimalText): Fraction {
  const [whole = '0', decimals = ''] = text.split('.');
  const num = Number(whole + decimals);
  if (Number.isSafeInteger(num) && decimals.length <= MOST_DECIMALS) return { num, den: 10 ** decimals.length };
  for (let places = Math.min(MOST_DECIMALS, decimals.length); places >= 0; places -= 1) {
    const kept = roundHalfEven(text, places);
    if (Number.isSafeInteger(Number(kept.replace('.', '')))) return fractionOf(places === 0 ? kept : kept.replace(/\.?0+$/, ''));
  }
  throw new RangeError(`too many digits: ${text}`);
}

const MOST_DECIMALS = 12;

export const fractionValue = ({ num, den }: Fraction): ExactNumber => exact(num).div(den);

/** 四舍六入五成双 (GB/T 8170-2008) to a whole number, without leaving whole numbers. */
export const roundToWhole = ({ num, den }: Fraction): number => roundedQuotient(num, den);

function roundedQuotient(num: number, den: number): number {
  const size = Math.abs(num);
  const rest = size % den;
  const floor = (size - rest) / den;
  const up = rest * 2 > den || (rest * 2 === den && floor % 2 === 1);
  const rounded = up ? floor + 1 : floor;
  return num < 0 && rounded > 0 ? -rounded : rounded;
}

/** The same to `decimals` places, as a count of the last place: 4.25 to one decimal is 42. */
export function roundToSteps(value: Fraction, decimals: number): number {
  const num = decimals === 0 ? value.num : value.num * 10 ** decimals;
  if (Number.isSafeInteger(num)) return roundedQuotient(num, value.den);
  return Number(roundFraction(value, decimals).replace('.', ''));
}

/** As text with `decimals` places. */
export const roundFraction = (value: Fraction, decimals: number): DecimalText => roundHalfEven(fractionValue(value), decimals);

/** For sorting, exact: two fractions whose nearest double is the same still have their order. */
export function compareFractions(left: Fraction, right: Fraction): number {
  if (left.den === right.den) return left.num - right.num;
  const difference = left.num / left.den - right.num / right.den;
  if (difference !== 0) return difference;
  const [first, second] = [BigInt(left.num) * BigInt(right.den), BigInt(right.num) * BigInt(left.den)];
  return first < second ? -1 : Number(first > second);
}

/**
 * Sum of fractions, exact: summands of one denominator are added as whole numbers, so that nothing is divided before the end. A year's sum of
 * one denominator that outgrows a double's whole numbers goes on as a BigInt.
 */
export class ExactSum {
  /** Nearly all summands of a month have the denominator of the first one, which needs no table. */
  #den = 0;
  #sum = 0;
  readonly #sums = new Map<number, number>();
  readonly #spilled = new Map<number, bigint>();
  count = 0;

  add({ num, den }: Fraction): void {
    this.count += 1;
    this.#add(num, den);
  }

  addAll(other: ExactSum): void {
    for (const [den, num] of other.#parts()) this.#add(num, den);
    for (const [den, num] of other.#spilled) this.#spilled.set(den, (this.#spilled.get(den) ?? 0n) + num);
    this.count += other.count;
  }

  #add(num: number, den: number): void {
    if (this.#den === 0) this.#den = den;
    const own = den === this.#den;
    const before = own ? this.#sum : (this.#sums.get(den) ?? 0);
    const whole = Number.isSafeInteger(before + num);
    if (!whole) this.#spilled.set(den, (this.#spilled.get(den) ?? 0n) + BigInt(before) + BigInt(num));
    if (own) this.#sum = whole ? before + num : 0;
    else this.#sums.set(den, whole ? before + num : 0);
  }

  #parts(): readonly (readonly [den: number, num: number])[] {
    return this.#den === 0 ? [] : [[this.#den, this.#sum], ...this.#sums];
  }

  /** The mean over a common denominator, while a double holds both whole numbers; null beyond, and without summands. */
  meanFraction(): Fraction | null {
    if (this.count === 0 || this.#spilled.size > 0) return null;
    let [num, den] = [this.#sum, this.#den];
    for (const [other, sum] of this.#sums) {
      const common = den % other === 0 ? den : (den / divisorOf(den, other)) * other;
      num = num * (common / den) + sum * (common / other);
      den = common;
      if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den)) return null;
    }
    return Number.isSafeInteger(den * this.count) ? { num, den: den * this.count } : null;
  }

  /** The sum over a common denominator; null without summands. */
  mean(): ExactNumber | null {
    if (this.count === 0) return null;
    const whole = this.meanFraction();
    if (whole !== null) return fractionValue(whole);
    const wholes = new Map(this.#parts());
    const dens = new Set([...wholes.keys(), ...this.#spilled.keys()]);
    let [num, den] = [0n, 1n];
    for (const part of dens) {
      const own = (this.#spilled.get(part) ?? 0n) + BigInt(wholes.get(part) ?? 0);
      const common = leastCommonMultiple(den, BigInt(part));
      num = num * (common / den) + own * (common / BigInt(part));
      den = common;
    }
    return exact(num.toString()).div(exact((den * BigInt(this.count)).toString()));
  }
}

/** Greatest common divisor. */
function divisorOf(left: number, right: number): number {
  let [a, b] = [left, right];
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

function leastCommonMultiple(left: bigint, right: bigint): bigint {
  let [a, b] = [left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return (left / a) * right;
}
