import { Failure } from '../../../shared/domain/failure.ts';
import type { Measure } from '../../../shared/domain/plan/schema.ts';
import { measuresOf } from '../../../shared/domain/plan/statements.ts';
import type { TargetKind } from '../../../shared/domain/plan/further-targets.ts';
import { readTarget } from '../../../shared/domain/plan/target.ts';
import type { Target } from '../../../shared/domain/plan/target-schema.ts';
import type { TargetRevision } from '../../../shared/domain/plan/years/plan-document.ts';
import { isDistrictName } from '../../../shared/domain/plan/unit-names.ts';
import type { YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { insertDocument } from '../../db/queries/plan-documents.ts';
import type { WritingContext } from '../context.ts';
import { canonicalJson, contentHash } from '../files.ts';
import { readWorkPlan, requireUnit } from '../plan/work-plan.ts';
import { readYearPlan, refuseSigned } from '../plan/year-plan.ts';

export interface RequestedRevision {
  readonly measure: string;
  readonly year: number;
  readonly value: string;
  readonly kind?: TargetKind | undefined;
  /** Name or id of the one unit whose target it is. */
  readonly unit?: string | undefined;
}

export interface RevisionRequest {
  readonly revisions: readonly RequestedRevision[];
  /** 文号 of the document that adjusts the targets. */
  readonly document: string;
  readonly title?: string | undefined;
  readonly issued?: string | undefined;
  /** From when it holds. */
  readonly from: string;
  readonly reason: string;
}

/** 目标调整: stores what a document sets, as one entry; years that are signed are refused. */
export function reviseTargets(context: WritingContext, request: RevisionRequest): TargetRevision[] {
  const db = context.writer;
  return db.transaction(() => {
    const targets = readRevisions(db, request.revisions);
    const content = { targets };
    insertDocument(db, {
      kind: 'adjustment',
      number: request.document,
      title: request.title ?? request.document,
      issuedOn: request.issued ?? request.from,
      effectiveOn: request.from,
      version: contentHash(content),
      content: canonicalJson(content),
      reason: request.reason,
      actor: context.actor.name,
      storedAt: context.now(),
    });
    db.note({ subject: targets.map(subjectOf).join('、'), reason: request.reason, after: targets });
    return targets;
  });
}

const subjectOf = ({ measure, year, unit, kind }: TargetRevision): string =>
  [measure, year, ...(unit === undefined ? [] : [unit]), ...(kind === undefined ? [] : [kind])].join(' ');

/** Every measure and unit must be one of the year's plan, and no year may be signed; a bare number goes in the direction of the present target. */
export function readRevisions(db: ReadHandle, revisions: RevisionRequest['revisions']): TargetRevision[] {
  return revisions.map(({ measure: id, year, value, kind, unit }) => {
    const { plan, record } = readYearPlan(db, year);
    refuseSigned(record);
    const measure = requireMeasure(measuresOf(plan), id);
    return {
      measure: measure.id,
      year,
      target: readTarget(value, directionOf(measure, readWorkPlan(db).plan.annex1.years, year)),
      ...(kind === 'stretch' ? { kind } : {}),
      ...(unit === undefined || isWhole(plan, unit) ? {} : { unit: requireUnit(plan, unit).id }),
    };
  });
}

/** 全区, or the district by its name: no single unit. */
const isWhole = ({ district }: Pick<YearPlan, 'district'>, name: string): boolean => isDistrictName(district, name);

export function requireMeasure(measures: readonly Measure[], id: string): Measure {
  const measure = measures.find((candidate) => candidate.id === id) ?? measures.find((candidate) => candidate.name === id);
  if (measure === undefined) throw new Failure('MEASURE_UNKNOWN', { measure: id, known: measures.map((one) => one.id).join('、') });
  return measure;
}

function directionOf(measure: Measure, years: readonly number[], year: number): 'ge' | 'le' | 'gt' | 'lt' | 'eq' {
  const nearest = years.toSorted((one, other) => Math.abs(one - year) - Math.abs(other - year));
  const operators = nearest.flatMap((one) => operatorOf(measure.targets[String(one)]));
  return operators[0] ?? 'ge';
}

const operatorOf = (target: Target | undefined): ('ge' | 'le' | 'gt' | 'lt' | 'eq')[] =>
  target?.kind === 'number' ? [target.operator] : [];
