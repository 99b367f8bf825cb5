import type { ReadHandle } from '../../../db/handles.ts';
import { readWorkPlan } from '../../plan/work-plan.ts';

/** 本区's name as tables print it. */
export const districtNameOf = (db: ReadHandle): string => readWorkPlan(db).plan.district.name;

/** Names under which data give the district's own row. */
export function districtNamesOf(db: ReadHandle): readonly string[] {
  const { name, aliases, city } = readWorkPlan(db).plan.district;
  const level = /[区县市旗]$/u.exec(name)?.[0] ?? '区';
  const stem = name.length > 2 ? [name.replace(/[区县市旗]$/u, '')] : [];
  const withCity = city === null ? [] : [`${city}${name}`];
  return [...new Set([name, ...aliases, ...stem, ...withCity, `全${level}`, `${level}级`, `全${level}平均`])];
}
