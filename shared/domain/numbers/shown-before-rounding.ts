import type { DecimalText } from './decimal.ts';
import { exact, roundHalfEven } from './decimal.ts';
import { type Fraction, roundFraction } from './fraction.ts';

/**
 * An exact value for the eye, which rounds as the value itself does (GB/T 8170 不许连续修约): to three decimals, and to as many more as it takes so
 * that what is shown, rounded to `decimals`, gives what the value gives: 35.499583… is 35.4996, not 35.5.
 */
export function shownBeforeRounding(value: Fraction, decimals: number): DecimalText {
  const rounded = roundFraction(value, decimals);
  for (let places = LEAST; places < MOST; places += 1) {
    const shown = roundFraction(value, places);
    if (exact(roundHalfEven(shown, decimals)).eq(rounded)) return withoutZeros(shown);
  }
  return withoutZeros(roundFraction(value, MOST));
}

/** No instrument and no mean of hours is worth more; a mean of 24 hours of several stations needs hardly ten to tell it from a half. */
const LEAST = 3;
const MOST = 12;

const withoutZeros = (text: DecimalText): DecimalText => text.replace(/\.?0+$/u, '');
