import { Decimal } from 'decimal.js';

/**
 * Exact arithmetic for everything that is printed, compared or scored.
 *
 * Forty significant digits, half-even: a quotient of two reported figures is never so close to a rounding tie
 * that the fortieth digit could decide it, so dividing here and rounding once at the end obeys GB/T 8170-2008
 * (数值修约规则, 不许连续修约). Multiply before dividing wherever a quotient may come out whole.
 */
const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_EVEN, toExpNeg: -30, toExpPos: 40 });

export type ExactNumber = Decimal;

/** A decimal number as text, the form in which figures are stored and passed on: '81.3', '-0.5', '1350'. */
export type DecimalText = string;

export const exact = (value: DecimalText | number | ExactNumber): ExactNumber => new Exact(value);

/** Shortest plain notation without exponent: the unrounded value that is shown beside a judged one. */
export const toText = (value: ExactNumber): DecimalText => value.toFixed();

/** 四舍六入五成双 (GB/T 8170-2008, 3.2) to `decimals` places, with trailing zeros: roundHalfEven('81.25', 1) is '81.2'. */
export function roundHalfEven(value: DecimalText | ExactNumber, decimals: number): DecimalText {
  const rounded = (typeof value === 'string' ? exact(value) : value).toFixed(decimals, Decimal.ROUND_HALF_EVEN);
  return rounded.startsWith('-0') && /^-0(\.0+)?$/.test(rounded) ? rounded.slice(1) : rounded;
}

export const isDecimalText = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);
