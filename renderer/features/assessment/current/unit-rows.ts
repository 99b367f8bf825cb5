import { countedMax } from '../../../../shared/domain/assessment/score.ts';
import type { Provisional } from '../../../../shared/domain/assessment/provisional/range.ts';
import type { SubjectScore } from '../../../../shared/domain/assessment/types.ts';
import { exact, roundHalfEven } from '../../../../shared/domain/numbers/decimal.ts';
import { scorePageText } from '../../../../shared/text/ui/score-page-text.ts';

/** A subject as it is shown; a stored result says nothing of what is provisional. */
export type ShownScore = SubjectScore & Partial<Provisional>;

const DECIMALS = 2;
const FULL = '100';

/** 名次差的在前: first who has not reported, then the lowest total. */
export const worstFirst = (scores: readonly ShownScore[]): ShownScore[] =>
  scores.toSorted((one, other) => Number(one.reported) - Number(other.reported) || exact(one.total).cmp(other.total));

/** 折算: by what the points of the parts are multiplied; — where all points count, or none. */
export function foldText(score: ShownScore): string {
  const counted = countedMax(score.parts, DECIMALS);
  return !score.reported || exact(counted).isZero() || exact(counted).eq(FULL) ? scorePageText.noFold : scorePageText.fold(counted);
}

/** How many units, and the average and the lowest total of those that have reported. */
export function groupText(scores: readonly ShownScore[]): string {
  const totals = scores.filter(({ reported }) => reported).map(({ total }) => exact(total));
  const [first] = totals;
  if (first === undefined) return scorePageText.groupNone(scores.length);
  const sum = totals.reduce((one, other) => one.plus(other));
  const lowest = totals.reduce((one, other) => (other.lt(one) ? other : one), first);
  return scorePageText.group(
    scores.length,
    totals.length,
    roundHalfEven(sum.div(totals.length), DECIMALS),
    roundHalfEven(lowest, DECIMALS),
  );
}

/** What is deducted, without its sign: the column says 扣. */
export function penaltyText(score: ShownScore): string {
  if (score.penalties.length === 0) return '';
  const sum = score.penalties.reduce((total, { points }) => total.plus(points), exact(0));
  return roundHalfEven(sum.abs(), DECIMALS);
}
