import { exact, roundHalfEven } from '../../numbers/decimal.ts';
import { ceilingOf, dividedBy, floorOf, isWhole, minus, type Ratio, ratio, ratioOfText, sumOf, textOf, times } from './ratio-number.ts';
import type { MeanBound, MeanOutlook, OutlookState, OutlookTarget } from './types.ts';

/** What mean the remaining days must keep so that the year's mean, rounded once, meets the target; `published`: decimals of the mean so far. */
export function meanOutlook(target: OutlookTarget, daily: readonly Ratio[], remainingDays: number, published: number): MeanOutlook {
  const sum = sumOf(daily);
  const mean = daily.length === 0 ? null : textOf(dividedBy(sum, daily.length));
  const total = daily.length + remainingDays;
  const bounds = remainingDays === 0 || !isReachable(target) ? NO_BOUNDS : boundsOf(target, sum, total, remainingDays);
  return {
    kind: 'mean',
    target,
    state: remainingDays === 0 ? finalState(target, mean) : stateOf(target, bounds),
    usedDays: daily.length,
    meanExact: mean,
    mean: mean === null ? null : roundHalfEven(mean, published),
    ...bounds,
  };
}

interface Bounds {
  readonly atMost: MeanBound | null;
  readonly atLeast: MeanBound | null;
}

const NO_BOUNDS: Bounds = { atMost: null, atLeast: null };

/** Steps in which a bound is given, as PM2.5 is printed by HJ 663-2026 表3. */
const PUBLISHED_DECIMALS = 1;
const STEPS = 10n ** BigInt(PUBLISHED_DECIMALS);

function boundsOf({ operator, value, decimals }: OutlookTarget, sum: Ratio, total: number, remainingDays: number): Bounds {
  const scale = 10n ** BigInt(decimals);
  const steps = times(ratioOfText(value), ratio(scale));
  // The rounded mean is a whole count of the last place: the greatest that is not above the target, and the least that is not below it.
  const [most, least] = [floorOf(steps), ceilingOf(steps)];
  const needed = (yearMean: Ratio): Ratio => dividedBy(minus(times(yearMean, ratio(BigInt(total))), sum), remainingDays);
  return {
    atMost: operator === 'ge' ? null : upperBound(needed(ratio(most * 2n + 1n, scale * 2n)), isEven(most)),
    atLeast: operator === 'le' ? null : lowerBound(needed(ratio(least * 2n - 1n, scale * 2n)), isEven(least)),
  };
}

/** A tie rounds to the even one of its two neighbours (GB/T 8170), so the tie itself belongs to an even count. */
const isEven = (count: bigint): boolean => count % 2n === 0n;

function upperBound(threshold: Ratio, inclusive: boolean): MeanBound {
  const steps = times(threshold, ratio(STEPS));
  const kept = isWhole(steps) && !inclusive ? floorOf(steps) - 1n : floorOf(steps);
  return { exact: textOf(threshold), inclusive, published: publishedSteps(kept) };
}

function lowerBound(threshold: Ratio, inclusive: boolean): MeanBound {
  const steps = times(threshold, ratio(STEPS));
  const kept = isWhole(steps) && !inclusive ? ceilingOf(steps) + 1n : ceilingOf(steps);
  return { exact: textOf(threshold), inclusive, published: publishedSteps(kept) };
}

const publishedSteps = (steps: bigint): string => roundHalfEven(textOf(ratio(steps, STEPS)), PUBLISHED_DECIMALS);

/** An equality with more decimals than the measure is rounded to can never be met. */
const isReachable = ({ operator, value, decimals }: OutlookTarget): boolean =>
  operator !== 'eq' || exact(roundHalfEven(value, decimals)).eq(value);

/** A mean is at least 0; above, it has no limit, so an upper bound is never secured before the year is over. */
function stateOf(target: OutlookTarget, { atMost, atLeast }: Bounds): OutlookState {
  if (!isReachable(target) || (atMost !== null && !admitsZero(atMost, 1))) return 'impossible';
  return target.operator === 'ge' && atLeast !== null && admitsZero(atLeast, -1) ? 'secured' : 'possible';
}

/** Whether a mean of 0 keeps the bound, `side` 1 for an upper one and -1 for a lower one. */
function admitsZero(bound: MeanBound, side: 1 | -1): boolean {
  const order = exact(bound.exact).comparedTo(0) * side;
  return order > 0 || (order === 0 && bound.inclusive);
}

function finalState({ operator, value, decimals }: OutlookTarget, mean: string | null): OutlookState {
  if (mean === null) return 'noData';
  return meetsTarget(roundHalfEven(mean, decimals), operator, value) ? 'met' : 'missed';
}

export function meetsTarget(judged: string, operator: OutlookTarget['operator'], value: string): boolean {
  const order = exact(judged).comparedTo(value);
  switch (operator) {
    case 'ge':
      return order >= 0;
    case 'le':
      return order <= 0;
    case 'eq':
      return order === 0;
  }
}
