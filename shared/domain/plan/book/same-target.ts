import type { Target } from '../target-schema.ts';

/** Whether two targets mean the same and are printed the same. */
export function sameTarget(one: Target, other: Target): boolean {
  if (one.kind !== other.kind || one.printed !== other.printed) return false;
  if (one.kind === 'number' && other.kind === 'number') return one.operator === other.operator && one.value === other.value;
  if (one.kind === 'range' && other.kind === 'range') return one.low === other.low && one.high === other.high;
  return true;
}
