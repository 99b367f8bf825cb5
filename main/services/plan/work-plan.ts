import { Failure } from '../../../shared/domain/failure.ts';
import { adoptTargets, type Decisions } from '../../../shared/domain/plan/conflicts.ts';
import type { AdoptedTarget } from '../../../shared/domain/plan/conflict-types.ts';
import type { Plan, Unit } from '../../../shared/domain/plan/schema.ts';
import { matchUnit } from '../../../shared/domain/plan/unit-names.ts';
import type { NamedUnits } from '../../../shared/domain/plan/unit-schema.ts';
import { presentPlan, type YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import type { PlanDocument } from '../../../shared/domain/plan/years/plan-document.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectDecisions, selectEveryDecision, type StoredDecision } from '../../db/queries/plan.ts';
import { readDocuments, versionOf } from './plan-documents.ts';

export interface WorkPlan {
  readonly plan: Plan;
  /** Hash of the documents that made it. */
  readonly version: string;
}

/** One plan for one list of documents, so that what is made of it (names of units) is made once. */
const present = new WeakMap<readonly PlanDocument[], WorkPlan>();

/** The plan as all documents leave it, whatever the year: names of units and kinds, the district, 附件1 as it stands now. */
export function readWorkPlan(db: ReadHandle): WorkPlan {
  const documents = readDocuments(db);
  const known = present.get(documents);
  if (known !== undefined) return known;
  const made = { plan: presentPlan(documents), version: versionOf(documents.map((document) => document.version)) };
  present.set(documents, made);
  return made;
}

/** The bureau's own decisions between contradicting statements of the year; the newest of each subject. */
export const readDecisions = (db: ReadHandle, year: number): Decisions => bySubject(selectDecisions(db, year));

/** The states that these decisions have gone through, the present one first, that without any last. */
export function earlierDecisions(db: ReadHandle, year: number): Decisions[] {
  const every = selectEveryDecision(db, year);
  return [...every.map((_, index) => bySubject(every.slice(0, index + 1))).toReversed(), {}];
}

const bySubject = (decisions: readonly StoredDecision[]): Decisions =>
  Object.fromEntries(decisions.map(({ subject, statement, decidedAt }) => [subject, { statement, decidedAt }] as const));

/** The targets that hold for the year: the newest of decisions and adjusting documents, then the order of the annexes, then the year's opening. */
export const adoptedTargets = (db: ReadHandle, { plan }: { readonly plan: YearPlan }): ReadonlyMap<string, AdoptedTarget> =>
  adoptTargets(plan, readDecisions(db, plan.year));

export function requireUnit(plan: NamedUnits, name: string): Unit {
  const unit = plan.units.find((candidate) => candidate.id === name) ?? matchUnit(plan, name);
  if (unit === null) throw new Failure('UNIT_UNKNOWN', { unit: name });
  return unit;
}
