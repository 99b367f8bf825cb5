import { type DecimalText, type ExactNumber, roundHalfEven, toText } from '../../numbers/decimal.ts';
import { Quotient } from '../../numbers/quotient.ts';
import { DECIMALS, RATE_DECIMALS } from '../standards/hj663.ts';
import type { Pollutant } from '../standards/pollutants.ts';
import type { Figure, RoundedNumber } from './types.ts';

export const rounded = (value: ExactNumber | Quotient, decimals: number): RoundedNumber =>
  value instanceof Quotient
    ? { exact: value.text(), published: value.rounded(decimals) }
    : { exact: toText(value), published: roundHalfEven(value, decimals) };

/** `published`: decimals with which it is printed. */
export function figureOf(pollutant: Pollutant, value: ExactNumber | Quotient, published: number): Figure {
  const judged = DECIMALS.judged[pollutant];
  return {
    ...rounded(value, published),
    judged: value instanceof Quotient ? value.rounded(judged) : roundHalfEven(value, judged),
  };
}

/** Share of days in %, one decimal; null of no days. */
export const share = (part: number, whole: number): RoundedNumber | null =>
  whole === 0 ? null : rounded(Quotient.ofFraction({ num: part * 100, den: whole }), RATE_DECIMALS);

/** A printed figure has so few digits that a double tells it from every limit. */
export const isOver = (value: DecimalText, limit: number): boolean => Number(value) > limit;
