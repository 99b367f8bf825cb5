import { Failure } from '../../../shared/domain/failure.ts';
import { adoptTargets } from '../../../shared/domain/plan/conflicts.ts';
import type { AdoptedTarget } from '../../../shared/domain/plan/conflict-types.ts';
import { planSchema, type Plan, type Unit } from '../../../shared/domain/plan/schema.ts';
import { matchUnit } from '../../../shared/domain/plan/unit-names.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectDecisions, selectPlan } from '../../db/queries/plan.ts';

export interface WorkPlan {
  readonly plan: Plan;
  /** Content hash of the plan; stands in every return made from it. */
  readonly version: string;
}

const parsed = new Map<string, Plan>();

/** The plan stored in the work, validated once a version. */
export function readWorkPlan(db: ReadHandle): WorkPlan {
  const stored = selectPlan(db);
  if (stored === null) throw new Failure('WORK_INCOMPLETE', {});
  const known = parsed.get(stored.version);
  if (known !== undefined) return { plan: known, version: stored.version };
  const result = planSchema.safeParse(JSON.parse(stored.content));
  if (!result.success)
    throw new Failure('PLAN_INVALID', {
      plan: stored.id,
      problems: result.error.issues.length,
      file: '',
      path: result.error.issues[0]?.path.join('.') ?? '',
      detail: result.error.issues[0]?.message ?? '',
    });
  parsed.set(stored.version, result.data);
  return { plan: result.data, version: stored.version };
}

/** 考核年度 that the plan has targets for; another year is refused, never silently judged by a neighbour's targets. */
export function requireTargetYear(plan: Plan, year: number): void {
  if (!plan.annex1.years.includes(year)) throw new Failure('YEAR_NO_TARGETS', { year, known: plan.annex1.years.join('、') });
}

/** The targets that hold for the year: default precedence, overridden by the bureau's recorded decisions. */
export function adoptedTargets(db: ReadHandle, plan: Plan, year: number): ReadonlyMap<string, AdoptedTarget> {
  const decisions = Object.fromEntries(selectDecisions(db, year).map((decision) => [decision.subject, decision.statement]));
  return adoptTargets(plan, year, decisions);
}

export function requireUnit(plan: Plan, name: string): Unit {
  const unit = plan.units.find((candidate) => candidate.id === name) ?? matchUnit(plan.units, name);
  if (unit === null) throw new Failure('UNIT_UNKNOWN', { unit: name });
  return unit;
}
