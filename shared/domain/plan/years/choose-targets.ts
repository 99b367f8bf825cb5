import { exact, roundHalfEven } from '../../numbers/decimal.ts';
import { adoptTargets } from '../conflicts.ts';
import type { Measure } from '../schema.ts';
import { targetText } from '../target.ts';
import type { NumberTarget, Operator, Target } from '../target-schema.ts';
import type { ChosenTarget } from './opening.ts';
import type { YearPlan } from './plan-for-year.ts';

/** Year → the target that holds for a measure in it. */
export type TargetsByYear = ReadonlyMap<number, Target>;

/**
 * 附件1's measures for which neither the annex nor a later document sets a target of the year: somebody has to choose one. What the annex leaves
 * blank or as 待定 is not set by it.
 */
export function measuresWithoutTarget(plan: YearPlan): Measure[] {
  const revised = new Set(plan.revisions.filter((one) => one.year === plan.year).map((one) => one.measure));
  const open = plan.annex1.rows
    .flatMap((row) => row.measures)
    .filter((measure) => !isSet(measure.targets[String(plan.year)]) && !revised.has(measure.id));
  if (open.every((measure) => measure.targets[String(plan.year)] === undefined)) return open;
  // Another annex may set what this one leaves open.
  const adopted = adoptTargets({ ...plan, chosen: [] });
  return open.filter((measure) => !isSet(adopted.get(measure.id)?.target));
}

const isSet = (target: Target | undefined): boolean => target !== undefined && target.kind !== 'pending';

/** 沿用: the target of the last year before that has one; null where there is none. */
export function carriedTarget(measure: Measure, year: number, known: TargetsByYear): ChosenTarget | null {
  const set = [...known].filter(([one, target]) => one < year && isSet(target)).map(([one]) => one);
  const from = Math.max(...set, Number.NEGATIVE_INFINITY);
  const target = known.get(from);
  return target === undefined ? null : { measure: measure.id, source: 'carry', target, fromYears: [from] };
}

/**
 * 插值: linear between the neighbouring years that have a number, rounded half-even to the measure's decimals (GB/T 8170). Null where one
 * of them is missing, is no number, or asks in the other direction.
 */
export function interpolatedTarget(measure: Measure, year: number, known: TargetsByYear): ChosenTarget | null {
  const years = [...known].flatMap(([one, target]) => (isSet(target) ? [one] : [])).toSorted((one, other) => one - other);
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
