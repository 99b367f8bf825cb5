import { exact, type ExactNumber } from '../numbers/decimal.ts';
import type { Operator } from '../plan/schema.ts';
import type { RuleCode } from './types.ts';

export interface Share {
  /** 0..1, unrounded. */
  readonly share: ExactNumber;
  readonly code: RuleCode;
}

/**
 * 达标满分，未达标按比例: full share when the judged value meets the target; below a ≥ target value/target, above a ≤ target target/value.
 * A ≤ 0 target that is exceeded leaves nothing to divide by and gives nothing.
 */
export function shareOf(operator: Operator, value: ExactNumber, target: ExactNumber): Share {
  if (meets(operator, value, target)) return { share: exact(1), code: 'met' };
  if (value.gt(target)) {
    if (target.lte(0)) return { share: exact(0), code: 'zeroTargetExceeded' };
    return { share: target.div(value), code: 'proportionalInverse' };
  }
  const clipped = value.isNegative() || target.lte(0) ? exact(0) : value.div(target);
  return { share: clipped, code: 'proportional' };
}

function meets(operator: Operator, value: ExactNumber, target: ExactNumber): boolean {
  if (operator === 'ge') return value.gte(target);
  return operator === 'le' ? value.lte(target) : value.eq(target);
}
