import { exact, roundHalfEven } from '../../numbers/decimal.ts';
import { RATE_DECIMALS } from '../standards/hj663.ts';
import { share } from '../statistics/rounded.ts';
import { meetsTarget } from './mean-outlook.ts';
import type { CountOutlook, OutlookState, OutlookTarget } from './types.ts';

export interface CountsSoFar {
  readonly validSoFar: number;
  readonly soFar: number;
  readonly remainingDays: number;
}

/** How many good (heavily polluted) days the year needs or may have, and how many of them are still open. */
export function countOutlook(target: OutlookTarget, { validSoFar, soFar, remainingDays }: CountsSoFar): CountOutlook {
  const validExpected = validSoFar + remainingDays;
  const totals = Array.from({ length: validExpected === 0 ? 0 : validExpected + 1 }, (_, count) => count).filter((count) =>
    meets(target, count, validExpected),
  );
  const open = totals.filter((count) => soFar <= count && count <= soFar + remainingDays);
  const [least, most] = [open[0] ?? null, open.at(-1) ?? null];
  const ratio = share(soFar, validSoFar);
  return {
    kind: 'count',
    target,
    state: stateOf(open.length, remainingDays, validExpected),
    validSoFar,
    validExpected,
    soFar,
    ratioExact: ratio?.exact ?? null,
    ratio: ratio === null ? null : roundHalfEven(ratio.exact, Math.max(RATE_DECIMALS, target.decimals)),
    yearAtLeast: totals[0] ?? null,
    yearAtMost: totals.at(-1) ?? null,
    stillAtLeast: least === null ? null : least - soFar,
    stillAtMost: most === null ? null : most - soFar,
    allowed: allowedDays(target, least, most, soFar, remainingDays),
  };
}

/** Whether so many days of the valid ones meet the target as judged. */
export const meets = ({ operator, value, decimals }: OutlookTarget, days: number, valid: number): boolean =>
  meetsTarget(roundHalfEven(exact(days).times(100).div(valid), decimals), operator, value);

/** `open`: how many of the totals that can still come about meet the target; there are as many as remaining days, and one. */
function stateOf(open: number, remainingDays: number, validExpected: number): OutlookState {
  if (validExpected === 0) return 'noData';
  if (remainingDays === 0) return open > 0 ? 'met' : 'missed';
  if (open === 0) return 'impossible';
  return open === remainingDays + 1 ? 'secured' : 'possible';
}

function allowedDays(
  { measure }: OutlookTarget,
  least: number | null,
  most: number | null,
  soFar: number,
  remainingDays: number,
): number | null {
  if (least === null || most === null) return null;
  return measure === 'goodDayRatio' ? remainingDays - (least - soFar) : most - soFar;
}
