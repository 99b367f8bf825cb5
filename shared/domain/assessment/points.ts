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
  const quotas = weights.map((weight) => exact(max).times(scale).times(weight).div(whole));
  const floors = quotas.map((quota) => quota.floor());
  const left = exact(max)
    .times(scale)
    .minus(floors.reduce((sum, floor) => sum.plus(floor), exact(0)))
    .toNumber();
  const order = quotas.map((_, index) => index).toSorted((a, b) => remainder(b).cmp(remainder(a)) || a - b);
  const raised = new Set(order.slice(0, left));
  return floors.map((floor, index) =>
    floor
      .plus(raised.has(index) ? 1 : 0)
      .div(scale)
      .toFixed(decimals),
  );

  function remainder(index: number) {
    return exact(quotas[index] ?? 0).minus(floors[index] ?? 0);
  }
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
