import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { assemblePlan } from '../../shared/domain/plan/assemble.ts';
import type { ItemList, Plan, TaskList } from '../../shared/domain/plan/schema.ts';
import { type YearPlan, yearPlanOf } from '../../shared/domain/plan/years/plan-for-year.ts';

const folder = fileURLToPath(new URL('../../templates/plans/hechuan-2024/', import.meta.url));

/** A plan that carries both 附件2 and a list of items. */
export type FullPlan = Plan & { annex2: TaskList; annex3: ItemList };

/** The files of templates/plans/hechuan-2024 as parsed YAML, keyed by name; a fresh copy each time, free to be spoiled. */
export function loadTestPlanParts(): Record<string, unknown> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yml'));
  return Object.fromEntries(names.map((name) => [name.slice(0, -4), parse(readFileSync(`${folder}${name}`, 'utf8')) as unknown]));
}

/** The real plan, assembled and checked. */
export function loadTestPlan(): FullPlan {
  const assembled = assemblePlan(loadTestPlanParts());
  if (!assembled.ok) throw new Error(assembled.problems.map((entry) => `${entry.file} ${entry.path} ${entry.message}`).join('\n'));
  return fullPlan(assembled.plan);
}

/** The real plan as it holds for one year, with nothing but the plan known. */
export const loadTestYearPlan = (year = 2024): YearPlan => yearPlanOf(loadTestPlan(), year);

export function fullPlan(plan: Plan): FullPlan {
  const { annex2, annex3 } = plan;
  if (annex2 === null || annex3 === null) throw new Error(`the plan ${plan.id} lacks an annex`);
  return { ...plan, annex2, annex3 };
}
