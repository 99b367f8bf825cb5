import { exact, toText } from '../../numbers/decimal.ts';
import { type Fraction, fractionOf, fractionValue } from '../../numbers/fraction.ts';

/**
 * Mean of some fractions: exact while its whole numbers are (a thousand stations' means of hours are), else kept to twelve decimals or as many
 * as fit. A tie between two printed figures has far fewer decimals, so it stays one.
 */
export function meanOf(values: readonly Fraction[]): Fraction | null {
  const [first] = values;
  if (first === undefined) return null;
  if (values.length === 1) return first;
  let [num, den] = [0, 1];
  for (const value of values) {
    if (value.den === den) {
      num += value.num;
    } else {
      const common = den % value.den === 0 ? den : (den / divisorOf(den, value.den)) * value.den;
      num = num * (common / den) + value.num * (common / value.den);
      den = common;
    }
    if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den * values.length)) return keptMean(values);
  }
  return { num, den: den * values.length };
}

function keptMean(values: readonly Fraction[]): Fraction {
  const sum = values.reduce((total, value) => total.plus(fractionValue(value)), exact(0));
  return fractionOf(toText(sum.div(values.length)));
}

/** Greatest common divisor. */
export function divisorOf(left: number, right: number): number {
  let [a, b] = [left, right];
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
