import { type DecimalText, exact } from '../../numbers/decimal.ts';
import type { OutlookTarget } from './types.ts';

interface Limit {
  readonly operator: 'ge' | 'gt' | 'le' | 'lt' | 'eq';
  readonly value: DecimalText;
}

/**
 * A target as the outlook asks for it. The rounded value is what is judged: ＞84.5 at one decimal is met from 84.6 on, ＜0.6 up to 0.5. The
 * print keeps the plan's own sign.
 */
export function limitOf({ operator, value }: Limit, decimals: number): Pick<OutlookTarget, 'operator' | 'value' | 'printed'> {
  if (operator !== 'gt' && operator !== 'lt') return { operator, value };
  const step = exact(10).pow(-decimals);
  const steps = exact(value).div(step);
  return operator === 'gt'
    ? { operator: 'ge', value: steps.floor().plus(1).times(step).toFixed(decimals), printed: `＞${value}` }
    : { operator: 'le', value: steps.ceil().minus(1).times(step).toFixed(decimals), printed: `＜${value}` };
}
