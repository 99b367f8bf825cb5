import type { ExactNumber } from '../numbers/decimal.ts';
import type { Operator } from '../plan/schema.ts';

/** What a figure is held against: its target, the same figure before, or that of others. */
export interface Yardstick {
  readonly value: ExactNumber;
  /** Of a target; a figure below an upper limit is no slip. */
  readonly operator?: Operator | undefined;
  readonly unit: string;
}

/** Below it ten times as much is still an ordinary success: 12 of at least 1. */
const SMALL_OVER = 20;
/** Below it a small part may well be all that was done: 1 of 50. */
const SMALL_UNDER = 100;
const SMALL_UNDER_PERCENT = 50;

/**
 * Whether a figure is rather a slip of its decimal point, of 万 or of the unit than a result (数量级): ten times the yardstick or more, a fiftieth of it or
 * less, or just its tenth. A soft limit, so it holds the figure and does not refuse it. 0 is a statement of its own.
 */
export function isOutOfScale(figure: ExactNumber, { value, operator, unit }: Yardstick): boolean {
  if (figure.isZero() || value.isZero() || figure.isNegative() !== value.isNegative()) return false;
  const ratio = figure.div(value);
  const size = value.abs();
  if (ratio.gte(size.gte(SMALL_OVER) ? 10 : 100)) return true;
  if (operator === 'le' || operator === 'lt') return unit.includes('克/') && ratio.lte('0.125');
  if (size.lt(unit === '%' ? SMALL_UNDER_PERCENT : SMALL_UNDER)) return false;
  return ratio.lte('0.02') || ratio.minus('0.1').abs().lte('0.005');
}

/**
 * The same of a rate that is reckoned from its parts. Each of the two may be in another unit, so that a hundredth of whatever target is a slip, while a
 * small share of a small target typed as such may be all that was reached. Above 100 % the parts contradict each other, which is said elsewhere.
 */
export function isRateOutOfScale(rate: ExactNumber, target: Yardstick): boolean {
  if (isOutOfScale(rate, target)) return true;
  const limit = target.operator === 'le' || target.operator === 'lt';
  return !limit && !rate.isZero() && !target.value.isZero() && rate.div(target.value).lte('0.01');
}
