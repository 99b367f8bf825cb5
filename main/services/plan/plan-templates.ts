import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { PlanList } from '../../../shared/contract/plan.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { assemblePlan } from '../../../shared/domain/plan/assemble.ts';
import type { PlanProblem } from '../../../shared/domain/plan/plan-checks.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';

/** Reads templates/plans/<id>/*.yml into a validated plan; every problem names file and path. */
export function loadPlanTemplate(templatesFolder: string, planId: string): Plan {
  const folder = join(templatesFolder, 'plans', planId);
  if (!/^[a-z0-9-]+$/.test(planId) || !existsSync(folder))
    throw new Failure('PLAN_UNKNOWN', { plan: planId, known: planIds(templatesFolder).join('、') });
  const read = readPlan(folder, planId);
  if (read.plan !== null) return read.plan;
  throw new Failure('PLAN_INVALID', read.problem);
}

/** 方案清单: every plan of templates/plans, newest first; one that is spoiled is told of and does not hide the others. */
export function listPlans(templatesFolder: string): PlanList {
  const read = planIds(templatesFolder).map((id) => ({ id, ...readPlan(join(templatesFolder, 'plans', id), id) }));
  const plans = read.flatMap(({ id, plan }) => (plan === null ? [] : [choiceOf(id, plan)]));
  return {
    plans: plans.toSorted((one, other) => compareText(other.date, one.date) || compareText(one.id, other.id)),
    unreadable: read.flatMap(({ problem }) => (problem === null ? [] : [problem])),
  };
}

const choiceOf = (id: string, { document, annex1 }: Plan): PlanList['plans'][number] => ({
  id,
  title: document.title,
  documentNumber: document.number,
  date: document.date,
  years: annex1.years,
});

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

type ReadPlan = { readonly plan: Plan; readonly problem: null } | { readonly plan: null; readonly problem: PlanList['unreadable'][number] };

function readPlan(folder: string, planId: string): ReadPlan {
  const parts = readParts(folder);
  const assembled = parts.ok ? assemblePlan(parts.parts) : parts;
  if (assembled.ok) return { plan: assembled.plan, problem: null };
  const [first] = assembled.problems;
  return {
    plan: null,
    problem: {
      plan: planId,
      problems: assembled.problems.length,
      file: first?.file ?? '',
      path: first?.path ?? '',
      detail: first?.message ?? '',
    },
  };
}

export function planIds(templatesFolder: string): string[] {
  return readdirSync(join(templatesFolder, 'plans'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

type Parts =
  | { readonly ok: true; readonly parts: Record<string, unknown> }
  | { readonly ok: false; readonly problems: readonly PlanProblem[] };

/** The files of a plan by name; a file that is no YAML is a problem as any other. */
function readParts(folder: string): Parts {
  const parts: Record<string, unknown> = {};
  const problems: PlanProblem[] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.yml'))) {
    try {
      parts[file.slice(0, -4)] = parse(readFileSync(join(folder, file), 'utf8'));
    } catch (error) {
      problems.push({ file, path: '', message: error instanceof Error ? error.message : String(error) });
    }
  }
  return problems.length === 0 ? { ok: true, parts } : { ok: false, problems };
}
