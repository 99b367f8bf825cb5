import { exact, roundHalfEven } from '../../numbers/decimal.ts';
import type { Measure } from '../schema.ts';
import { targetText } from '../target.ts';
import type { NumberTarget, Operator, Target } from '../target-schema.ts';
import type { ChosenTarget } from './opening.ts';
import type { YearPlan } from './plan-for-year.ts';

/** Year → the target that holds for a measure in it. */
export type TargetsByYear = ReadonlyMap<number, Target>;

/** 附件1's measures for which neither the annex nor a later document sets a target of the year: somebody has to choose one. */
export function measuresWithoutTarget(plan: YearPlan): Measure[] {
  const revised = new Set(plan.revisions.filter((one) => one.year === plan.year).map((one) => one.measure));
  return plan.annex1.rows
    .flatMap((row) => row.measures)
    .filter((measure) => measure.targets[String(plan.year)] === undefined && !revised.has(measure.id));
}

/** 沿用: the target of the last year before that has one; null where there is none. */
export function carriedTarget(measure: Measure, year: number, known: TargetsByYear): ChosenTarget | null {
  const from = Math.max(...[...known.keys()].filter((one) => one < year), Number.NEGATIVE_INFINITY);
  const target = known.get(from);
  return target === undefined ? null : { measure: measure.id, source: 'carry', target, fromYears: [from] };
}

/**
 * 插值: linear between the neighbouring years that have a number, rounded half-even to the measure's decimals (GB/T 8170). Null where one
 * of them is missing, is no number, or asks in the other direction.
 */
export function interpolatedTarget(measure: Measure, year: number, known: TargetsByYear): ChosenTarget | null {
  const years = [...known.keys()].toSorted((one, other) => one - other);
  const [before, after] = [years.findLast((one) => one < year), years.find((one) => one > year)];
  if (before === undefined || after === undefined) return null;
  const [low, high] = [numberOf(known.get(before)), numberOf(known.get(after))];
  if (low === null || high === null || low.operator !== high.operator) return null;
  const way = exact(high.value).minus(low.value);
  const value = roundHalfEven(
    way
      .times(year - before)
      .div(after - before)
      .plus(low.value),
    measure.decimals,
  );
  return { measure: measure.id, source: 'interpolate', target: numberTarget(low.operator, value), fromYears: [before, after] };
}

/** 录入: a target that somebody typed. */
export function enteredTarget(measure: Measure, target: Target): ChosenTarget {
  const printed = target.kind === 'number' ? { ...target, printed: targetText(target) } : target;
  return { measure: measure.id, source: 'entered', target: printed, fromYears: [] };
}

/** 不考核: the measure is not judged in the year. */
export const noTarget = (measure: Measure): ChosenTarget => ({ measure: measure.id, source: 'none', target: null, fromYears: [] });

const numberTarget = (operator: Operator, value: string): NumberTarget => {
  const target = { kind: 'number', printed: value, operator, value } as const;
  return { ...target, printed: targetText(target) };
};

const numberOf = (target: Target | undefined): NumberTarget | null => (target?.kind === 'number' ? target : null);
