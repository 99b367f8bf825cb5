import { type DecimalText, exact, roundHalfEven, toText } from '../../numbers/decimal.ts';
import { CHANGE_DECIMALS } from '../standards/hj663.ts';
import type { Pollutant } from '../standards/pollutants.ts';
import { eachPollutant } from './pollutant-record.ts';
import type { CompositeIndex, PeriodEvaluation } from './types.ts';

/** Whether the air became better; by the change as printed, so that 0.0 is 持平. */
export type Course = 'better' | 'worse' | 'same';

/** 变化率 (this − last) ÷ last in %, or a difference of ratios in 百分点: one decimal, rounded once from the unrounded figures of both periods. */
export interface Change {
  readonly exact: DecimalText;
  readonly published: DecimalText;
  readonly course: Course;
}

export interface DaysChange {
  readonly days: number;
  readonly course: Course;
}

/** 同比 or 环比 of one place. Null where one of the two periods has no figure, or where the earlier one is 0 and there is no rate. */
export interface PeriodChange {
  /** Rates of the value of the period (mean, of CO and O3 the percentile). */
  readonly concentrations: Readonly<Record<Pollutant, Change | null>>;
  /** Null as well when the two indices are not made of the same pollutants. */
  readonly compositeIndex: Change | null;
  readonly goodRatio: Change | null;
  readonly heavyRatio: Change | null;
  readonly goodDays: DaysChange | null;
  readonly heavyDays: DaysChange | null;
  /** The two periods are judged by different standards: days, ratios and index are then not comparable without saying so; concentrations are. */
  readonly acrossStandards: boolean;
}

/** 变化 of a period against an earlier one (HJ 663; 城市环境空气质量变化程度排名方案: > 0 恶化, < 0 改善, = 0 持平). */
export function changeOf(current: PeriodEvaluation, earlier: PeriodEvaluation): PeriodChange {
  const counted = current.days.valid > 0 && earlier.days.valid > 0;
  return {
    concentrations: eachPollutant((pollutant) =>
      rateOf(current.concentrations[pollutant]?.value.exact, earlier.concentrations[pollutant]?.value.exact),
    ),
    compositeIndex: samePollutants(current.compositeIndex, earlier.compositeIndex)
      ? rateOf(current.compositeIndex?.exact, earlier.compositeIndex?.exact)
      : null,
    goodRatio: pointsOf(current.days.ratioExact, earlier.days.ratioExact, MORE_IS_BETTER),
    heavyRatio: pointsOf(current.days.heavyRatioExact, earlier.days.heavyRatioExact, LESS_IS_BETTER),
    goodDays: counted ? daysOf(current.days.good, earlier.days.good, MORE_IS_BETTER) : null,
    heavyDays: counted ? daysOf(current.days.heavy, earlier.days.heavy, LESS_IS_BETTER) : null,
    acrossStandards: current.limitsOf !== earlier.limitsOf || current.standards.join() !== earlier.standards.join(),
  };
}

export const MORE_IS_BETTER = 1;
export const LESS_IS_BETTER = -1;

/** Change rate in % of something of which less is better. */
export function rateOf(current: DecimalText | undefined, earlier: DecimalText | undefined): Change | null {
  if (current === undefined || earlier === undefined || exact(earlier).isZero()) return null;
  const rate = exact(current).minus(earlier).times(100).div(earlier);
  return {
    exact: toText(rate),
    published: roundHalfEven(rate, CHANGE_DECIMALS),
    course: courseOf(roundHalfEven(rate, CHANGE_DECIMALS), LESS_IS_BETTER),
  };
}

function pointsOf(current: DecimalText | null, earlier: DecimalText | null, better: number): Change | null {
  if (current === null || earlier === null) return null;
  const points = exact(current).minus(earlier);
  return {
    exact: toText(points),
    published: roundHalfEven(points, CHANGE_DECIMALS),
    course: courseOf(roundHalfEven(points, CHANGE_DECIMALS), better),
  };
}

const daysOf = (current: number, earlier: number, better: number): DaysChange => ({
  days: current - earlier,
  course: courseOf(String(current - earlier), better),
});

/** Of a change as it is printed. */
export function courseOf(change: DecimalText, better: number): Course {
  const sign = exact(change).comparedTo(0) * better;
  if (sign === 0) return 'same';
  return sign > 0 ? 'better' : 'worse';
}

const samePollutants = (left: CompositeIndex | null, right: CompositeIndex | null): boolean =>
  left?.missing.join() === right?.missing.join();
