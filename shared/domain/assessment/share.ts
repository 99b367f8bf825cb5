import { exact, type ExactNumber } from '../numbers/decimal.ts';
import { meetsTarget } from '../plan/target.ts';
import type { CountedTarget } from '../plan/target-schema.ts';
import type { RuleCode } from './types.ts';

export interface Share {
  /** 0..1, unrounded. */
  readonly share: ExactNumber;
  readonly code: RuleCode;
}

/**
 * 达标满分，未达标按比例: full share when the judged value meets the target; below a ≥ target value/target, above a ≤ target target/value;
 * outside a range by the end that is missed. A ≤ 0 target that is exceeded leaves nothing to divide by and gives nothing.
 */
export function shareOf(target: CountedTarget, value: ExactNumber): Share {
  if (meetsTarget(target, value)) return { share: exact(1), code: 'met' };
  if (target.kind === 'range') return value.gt(target.high) ? above(value, exact(target.high)) : below(value, exact(target.low));
  const limit = exact(target.value);
  // On the limit of a ＞ or ＜ target the share is whole although the target is missed: less would make a better value earn less.
  const exceeds = value.eq(limit) ? target.operator === 'lt' : value.gt(limit);
  return exceeds ? above(value, limit) : below(value, limit);
}

function above(value: ExactNumber, limit: ExactNumber): Share {
  if (limit.lte(0)) return { share: exact(0), code: 'zeroTargetExceeded' };
  return { share: limit.div(value), code: 'proportionalInverse' };
}

function below(value: ExactNumber, limit: ExactNumber): Share {
  const clipped = value.isNegative() || limit.lte(0) ? exact(0) : value.div(limit);
  return { share: clipped, code: 'proportional' };
}
