import type { YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import { matchUnit } from '../../../shared/domain/plan/unit-names.ts';
import { isRecord, type Raw } from '../../../shared/domain/schemes/base/records.ts';

export interface OwnNames {
  readonly data: Raw;
  /** Names of units that mean none of this work. */
  readonly unknown: readonly string[];
}

/** A scheme whose units are called as the plan calls them, however its author wrote them (short, or with 人民政府). */
export function withOwnNames(data: Raw, plan: YearPlan): OwnNames {
  const unknown = new Set<string>();
  const classes = new Set([...plan.units.flatMap((unit) => unit.class ?? []), ...plan.unitKinds.flatMap(({ id, name }) => [id, name])]);
  const named = (name: string): string => {
    const unit = plan.units.find(({ id }) => id === name) ?? matchUnit(plan, name);
    if (unit === null && name !== plan.district.name) unknown.add(name);
    return unit?.name ?? name;
  };
  const list = (raw: unknown): unknown => (Array.isArray(raw) ? raw.map((name) => (typeof name === 'string' ? named(name) : name)) : raw);
  const keys = (raw: unknown, isOther: (key: string) => boolean): unknown =>
    isRecord(raw) ? Object.fromEntries(Object.entries(raw).map(([key, value]) => [isOther(key) ? key : named(key), value])) : raw;
  const { rules, subjects, params, targets } = data;
  const groups = isRecord(rules) && isRecord(rules['groups']) ? rules['groups'] : {};
  const isClass = (key: string): boolean => key === 'default' || classes.has(key) || Object.hasOwn(groups, key);
  const figures = (raw: unknown): unknown => eachOf(raw, (value) => keys(value, isClass));
  const made: Record<string, unknown> = { ...data };
  if (params !== undefined) made['params'] = figures(params);
  if (targets !== undefined) made['targets'] = figures(targets);
  if (isRecord(subjects) && subjects['units'] !== undefined) made['subjects'] = { ...subjects, units: list(subjects['units']) };
  if (isRecord(rules)) {
    const inGroups = eachOf(rules['groups'], (group) =>
      isRecord(group) && group['units'] !== undefined ? { ...group, units: list(group['units']) } : group,
    );
    made['rules'] = {
      ...rules,
      ...(rules['groups'] === undefined ? {} : { groups: inGroups }),
      ...(rules['units'] === undefined ? {} : { units: keys(rules['units'], () => false) }),
    };
  }
  return { data: made, unknown: [...unknown] };
}

const eachOf = (raw: unknown, change: (value: unknown) => unknown): unknown =>
  isRecord(raw) ? Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, change(value)])) : raw;
