import { type DecimalText, exact, type ExactNumber, roundHalfEven, toText } from '../../numbers/decimal.ts';
import { DECIMALS, RATE_DECIMALS } from '../standards/hj663.ts';
import type { Pollutant } from '../standards/pollutants.ts';
import type { Figure, RoundedNumber } from './types.ts';

export const rounded = (value: ExactNumber, decimals: number): RoundedNumber => ({
  exact: toText(value),
  published: roundHalfEven(value, decimals),
});

/** `published`: decimals with which it is printed. */
export const figureOf = (pollutant: Pollutant, value: ExactNumber, published: number): Figure => ({
  ...rounded(value, published),
  judged: roundHalfEven(value, DECIMALS.judged[pollutant]),
});

/** Share of days in %, one decimal; null of no days. */
export const share = (part: number, whole: number): RoundedNumber | null =>
  whole === 0 ? null : rounded(exact(part).times(100).div(whole), RATE_DECIMALS);

export const isOver = (value: DecimalText, limit: number): boolean => exact(value).gt(limit);
