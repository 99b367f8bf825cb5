import { exact, type ExactNumber } from '../numbers/decimal.ts';
import { meetsTarget } from '../plan/target.ts';
import type { CountedTarget, NumberTarget } from '../plan/target-schema.ts';
import type { RuleCode } from './types.ts';

export interface Share {
  /** 0..1, unrounded. */
  readonly share: ExactNumber;
  readonly code: RuleCode;
}

/**
 * 达标满分，未达标按比例: full share when the judged value meets the target; below a ≥ target value/target, above a ≤ target target/value;
 * outside a range by the end that is missed. A ≤ 0 target that is exceeded leaves nothing to divide by and gives nothing.
 *
 * The limit of a ＞ or ＜ target does not meet it, so it cannot be worth as much as what does: measured is the gap to the first value that
 * meets the target at the decimals by which it is judged (＞120 in whole numbers asks for 121, ＜0.5 in tenths for 0.4).
 */
export function shareOf(target: CountedTarget, value: ExactNumber, decimals: number): Share {
  if (meetsTarget(target, value)) return { share: exact(1), code: 'met' };
  if (target.kind === 'range') return value.gt(target.high) ? above(value, exact(target.high)) : below(value, exact(target.low));
  const limit = firstThatMeets(target, decimals);
  return value.gt(limit) ? above(value, limit) : below(value, limit);
}

/** 达标的界限: the limit itself; of ＞ and ＜ the value next to it. */
export function firstThatMeets({ operator, value }: NumberTarget, decimals: number): ExactNumber {
  const step = exact(10).pow(-decimals);
  if (operator === 'gt') return exact(value).plus(step);
  return operator === 'lt' ? exact(value).minus(step) : exact(value);
}

function above(value: ExactNumber, limit: ExactNumber): Share {
  if (limit.lte(0)) return { share: exact(0), code: 'zeroTargetExceeded' };
  return { share: limit.div(value), code: 'proportionalInverse' };
}

function below(value: ExactNumber, limit: ExactNumber): Share {
  const clipped = value.isNegative() || limit.lte(0) ? exact(0) : value.div(limit);
  return { share: clipped, code: 'proportional' };
}
