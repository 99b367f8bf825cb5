import { type DecimalText, exact, type ExactNumber, roundHalfEven, toText } from '../../numbers/decimal.ts';
import type { AdoptedTarget } from '../conflict-types.ts';
import type { Basis } from '../schema.ts';
import { meetsTarget } from '../target.ts';
import type { NumberTarget, Operator } from '../target-schema.ts';

/** One measure over the years, in the measure's own unit. */
export interface MeasureYears {
  readonly basis: Basis;
  /** Year → the target that holds. */
  readonly targets: ReadonlyMap<number, AdoptedTarget>;
  /** Year → the result as it is judged and printed (rounded by GB/T 8170 to the measure's decimals); years without a number are left out. */
  readonly results: ReadonlyMap<number, DecimalText>;
}

/** `year` null: the count of a 累计数 before it begins. */
export interface Point {
  readonly year: number | null;
  readonly value: DecimalText;
}

/** 完成进度. */
export interface Progress {
  /** Share of the way that is covered; 1 is the target, above 1 beyond it, below 0 further off than at the start. Unrounded. */
  readonly share: DecimalText;
  /** The same in per cent, one decimal. */
  readonly percent: DecimalText;
  readonly from: Point;
  readonly to: Point;
}

/** 改善, 持平, 变差. */
export const TRENDS = ['better', 'level', 'worse'] as const;
export interface Trend {
  readonly direction: (typeof TRENDS)[number];
  readonly from: Point;
  readonly to: Point;
}

/**
 * Why there is no 完成进度: no target is set (noTarget) or it is words or a range (notNumber); each year stands for itself (yearByYear); no
 * result, or one alone (noResult, oneResult); the start is the target (startAtTarget) or on its good side already (startBeyond).
 */
export const PROGRESS_LACKS = ['noTarget', 'notNumber', 'yearByYear', 'noResult', 'oneResult', 'startAtTarget', 'startBeyond'] as const;
export type ProgressLack = (typeof PROGRESS_LACKS)[number];

/** Why there is no 趋势: as above, or the target is one value to be hit, which gives no direction. */
export const TREND_LACKS = ['noTarget', 'notNumber', 'noDirection', 'noResult', 'oneResult'] as const;
export type TrendLack = (typeof TREND_LACKS)[number];

export interface YearsCompared {
  /** The last target that a document sets; null where none does. */
  readonly final: { readonly year: number; readonly printed: string } | null;
  readonly progress: Progress | null;
  readonly progressLack: ProgressLack | null;
  readonly trend: Trend | null;
  readonly trendLack: TrendLack | null;
}

/**
 * 多年对照: how far a measure has come on its way to the last target, and in which direction it goes. No standard and no clause of the plan
 * gives a rule for either; both are definitions of our own and are shown as such beside the table. They reckon with the printed results, so
 * that the table can be checked by hand.
 */
export function compareYears(measure: MeasureYears): YearsCompared {
  const final = finalTarget(measure.targets);
  const progress = progressOf(measure, final?.adopted);
  const trend = trendOf(measure, final?.adopted);
  return {
    final: final === null ? null : { year: final.year, printed: final.adopted.printed },
    ...(typeof progress === 'string' ? { progress: null, progressLack: progress } : { progress, progressLack: null }),
    ...(typeof trend === 'string' ? { trend: null, trendLack: trend } : { trend, trendLack: null }),
  };
}

/** Targets that were only carried over or interpolated when a year was opened set no end of the way; nor does one that is 待定. */
function finalTarget(targets: MeasureYears['targets']): { year: number; adopted: AdoptedTarget } | null {
  const set = [...targets].filter(([, { rule, target }]) => rule !== 'carried' && rule !== 'interpolated' && target.kind !== 'pending');
  const last = set.toSorted(([one], [other]) => one - other).at(-1);
  return last === undefined ? null : { year: last[0], adopted: last[1] };
}

/** (newest − start) ÷ (target − start); the start is the earliest result, of a 累计数 nought. */
function progressOf({ basis, results }: MeasureYears, adopted: AdoptedTarget | undefined): Progress | ProgressLack {
  if (adopted === undefined) return 'noTarget';
  if (adopted.target.kind !== 'number') return 'notNumber';
  if (basis === 'yearly' || basis === 'increment') return 'yearByYear';
  const points = inOrder(results);
  const to = points.at(-1);
  const from = basis === 'cumulative' ? NOUGHT : points[0];
  if (to === undefined || from === undefined) return 'noResult';
  if (from === to) return 'oneResult';
  return shareOfWay(adopted.target, from, to);
}

function shareOfWay(target: NumberTarget, from: Point, to: Point): Progress | ProgressLack {
  const start = exact(from.value);
  if (start.eq(target.value)) return 'startAtTarget';
  if (target.operator !== 'eq' && meetsTarget(target, start)) return 'startBeyond';
  const [covered, whole] = [exact(to.value).minus(start), exact(target.value).minus(start)];
  const percent: ExactNumber = covered.times(100).div(whole);
  return { share: toText(covered.div(whole)), percent: roundHalfEven(percent, PERCENT_DECIMALS), from, to };
}

/** The two newest results, by the direction of the last target: of ≥ more is better, of ≤ less. */
function trendOf({ results }: MeasureYears, adopted: AdoptedTarget | undefined): Trend | TrendLack {
  if (adopted === undefined) return 'noTarget';
  if (adopted.target.kind !== 'number') return 'notNumber';
  const sign = SIGNS[adopted.target.operator];
  if (sign === 0) return 'noDirection';
  const [to, from] = inOrder(results).toReversed();
  if (to === undefined) return 'noResult';
  if (from === undefined) return 'oneResult';
  const change = exact(to.value).comparedTo(from.value) * sign;
  return { direction: change > 0 ? 'better' : change < 0 ? 'worse' : 'level', from, to };
}

const SIGNS = { ge: 1, gt: 1, le: -1, lt: -1, eq: 0 } as const satisfies Record<Operator, number>;

const NOUGHT: Point = { year: null, value: '0' };

const PERCENT_DECIMALS = 1;

const inOrder = (results: MeasureYears['results']): Point[] =>
  [...results].toSorted(([one], [other]) => one - other).map(([year, value]) => ({ year, value }));
