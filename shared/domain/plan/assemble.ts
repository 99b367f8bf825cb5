import { z } from 'zod';
import { zhCN } from 'zod/locales';
import { checkPlan, type PlanProblem } from './plan-checks.ts';
import { planSchema, type Plan } from './schema.ts';

export type AssembledPlan = { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly problems: readonly PlanProblem[] };

/**
 * Makes a plan of its parts, keyed by file name without extension (plan, document, units …) and already parsed. Every problem is
 * reported with its file and path, so that a wrong character in the data is found by the person who typed it.
 */
export function assemblePlan(parts: Record<string, unknown>): AssembledPlan {
  const structure = structureProblems(parts);
  if (structure.length > 0) return { ok: false, problems: structure };
  const parsed = planSchema.safeParse(joined(parts), { error: chineseError });
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(problemOf) };
  const problems = checkPlan(parsed.data);
  return problems.length === 0 ? { ok: true, plan: parsed.data } : { ok: false, problems };
}

const chineseError = zhCN().localeError;

/** File name without extension → key of the plan. plan.yml carries the id alone. */
const PARTS = {
  plan: 'id',
  district: 'district',
  'unit-kinds': 'unitKinds',
  document: 'document',
  units: 'units',
  articles: 'articles',
  annex1: 'annex1',
  annex2: 'annex2',
  annex3: 'annex3',
  'body-targets': 'bodyTargets',
  subjects: 'subjects',
  reporting: 'reporting',
} as const satisfies Record<string, keyof Plan>;

/** A plan may have no articles, no 附件2, no list of its own. */
const OPTIONAL: ReadonlySet<string> = new Set(['articles', 'annex2', 'annex3', 'body-targets']);

const planPartSchema = z.strictObject({ id: z.string() });

function structureProblems(parts: Record<string, unknown>): PlanProblem[] {
  const missing = Object.keys(PARTS).filter((name) => !OPTIONAL.has(name) && (parts[name] === undefined || parts[name] === null));
  const unknown = Object.keys(parts).filter((name) => !Object.hasOwn(PARTS, name));
  const identity = missing.includes('plan') ? undefined : planPartSchema.safeParse(parts['plan'], { error: chineseError }).error;
  return [
    ...missing.map((name) => ({ file: `${name}.yml`, path: '', message: '缺少这个文件，或文件是空的' })),
    ...unknown.map((name) => ({ file: `${name}.yml`, path: '', message: '不是方案的组成文件' })),
    ...(identity?.issues ?? []).map((issue) => ({ file: 'plan.yml', path: pathText(issue.path), message: issue.message })),
  ];
}

function joined(parts: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(PARTS).map(([name, key]) => [key, name === 'plan' ? planPartSchema.parse(parts[name]).id : parts[name]]);
  return Object.fromEntries(entries);
}

function problemOf(issue: { readonly path: readonly PropertyKey[]; readonly message: string }): PlanProblem {
  const [key, ...rest] = issue.path;
  const name = Object.entries(PARTS).find(([, planKey]) => planKey === key)?.[0] ?? 'plan';
  return { file: `${name}.yml`, path: name === 'plan' ? 'id' : pathText(rest), message: issue.message };
}

/** rows[4].measures[0].targets.2024 */
const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./u, '');
