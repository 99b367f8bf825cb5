import { type DecimalText, exact, roundHalfEven } from '../numbers/decimal.ts';
import type { ScoringScheme } from './scheme.ts';

/**
 * Splits `max` in proportion to the weights so that the printed parts add up to it exactly: every part is rounded down to `decimals`, and
 * the units left over go to the largest remainders, to the earlier part when equal (最大余数法). 40 over 34 items is 1.18 or 1.17 each.
 */
export function distributePoints(max: DecimalText, weights: readonly DecimalText[], decimals: number): readonly DecimalText[] {
  const scale = exact(10).pow(decimals);
  const whole = weights.reduce((sum, weight) => sum.plus(weight), exact(0));
  if (whole.isZero()) return weights.map(() => roundHalfEven('0', decimals));
  // Remainders are taken before dividing: two that are equal stay equal, and the earlier part goes first.
  const quotas = weights.map((weight) => {
    const product = exact(max).times(scale).times(weight);
    const remainder = product.mod(whole);
    return { floor: product.minus(remainder).div(whole), remainder };
  });
  const left = quotas.reduce((rest, { floor }) => rest.minus(floor), exact(max).times(scale)).toNumber();
  const order = [...quotas.entries()].toSorted(([a, one], [b, other]) => other.remainder.cmp(one.remainder) || a - b);
  const raised = new Set(order.slice(0, left).map(([index]) => index));
  return quotas.map(({ floor }, index) =>
    floor
      .plus(raised.has(index) ? 1 : 0)
      .div(scale)
      .toFixed(decimals),
  );
}

export const sumPoints = (values: readonly DecimalText[], decimals: number): DecimalText =>
  roundHalfEven(
    values.reduce((sum, value) => sum.plus(value), exact(0)),
    decimals,
  );

/** 等级 of a total: decided on the rounded total, the lower bound included. */
export function gradeOf(total: DecimalText, scheme: Pick<ScoringScheme, 'grades' | 'decimals'>): string {
  const rounded = exact(roundHalfEven(total, scheme.decimals.total));
  const grade = scheme.grades.find((entry) => rounded.gte(entry.from));
  if (grade === undefined) throw new RangeError(`no grade for ${total}`);
  return grade.name;
}
