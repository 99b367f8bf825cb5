import { Failure } from '../../../shared/domain/failure.ts';
import type { Measure } from '../../../shared/domain/plan/schema.ts';
import { measuresOf } from '../../../shared/domain/plan/statements.ts';
import type { TargetKind } from '../../../shared/domain/plan/further-targets.ts';
import { targetText } from '../../../shared/domain/plan/target.ts';
import { printedNeighbours, readTypedTarget, type TargetRemark, type TypedTarget } from '../../../shared/domain/plan/typed-target.ts';
import type { Target } from '../../../shared/domain/plan/target-schema.ts';
import type { TargetRevision } from '../../../shared/domain/plan/years/plan-document.ts';
import { isDistrictName } from '../../../shared/domain/plan/unit-names.ts';
import { isInTime, type YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { insertDocument } from '../../db/queries/plan-documents.ts';
import type { WritingContext } from '../context.ts';
import { canonicalJson, contentHash } from '../files.ts';
import { requireMeasure } from '../plan/require-measure.ts';
import { requireUnit } from '../plan/work-plan.ts';
import { readYearPlan, refuseSigned } from '../plan/year-plan.ts';
import { requireTargetYear } from './plan-span.ts';

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
    const { targets } = readRevisions(db, request);
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

export interface ReadRevisions {
  readonly targets: TargetRevision[];
  /** What is to be said of them: read another way than typed, against the direction or far from other years, of one day with another document. */
  readonly remarks: readonly TargetRemark[];
}

/**
 * Every measure and unit must be one of the year's plan, no year may be signed, and the document has to take effect before the year ends; a bare
 * number goes in the direction of the targets beside it.
 */
export function readRevisions(
  db: ReadHandle,
  request: Pick<RevisionRequest, 'revisions' | 'from'> & { document?: string | undefined },
): ReadRevisions {
  const read = request.revisions.map((revision) => readRevision(db, revision, request));
  return { targets: read.map(({ target }) => target), remarks: read.flatMap(({ remarks }) => remarks) };
}

function readRevision(
  db: ReadHandle,
  { measure: id, year, value, kind, unit }: RequestedRevision,
  { from, document = '' }: { readonly from: string; readonly document?: string | undefined },
): { readonly target: TargetRevision; readonly remarks: readonly TargetRemark[] } {
  requireTargetYear(db, year);
  const { plan, record } = readYearPlan(db, year);
  refuseSigned(record);
  const measure = requireMeasure(measuresOf(plan), id);
  if (!isInTime({ year }, from)) throw new Failure('REVISION_LATE', { measure: measure.id, year, from });
  const read = requireTarget(value, measure, printedNeighbours(measure, year));
  const target: TargetRevision = {
    measure: measure.id,
    year,
    target: read.target,
    ...(kind === 'stretch' ? { kind } : {}),
    ...(unit === undefined || isWhole(plan, unit) ? {} : { unit: requireUnit(plan, unit).id }),
  };
  const same = [...plan.revisions, ...plan.furtherRevisions].filter((one) => one.effectiveOn === from && isSameTarget(one, target));
  const others = same.map(({ number, target: held }) => `${number}（${targetText(held)}）`).join('、');
  const sameDay: TargetRemark = { code: 'REVISION_SAME_DAY', params: { measure: measure.id, year, date: from, others, document } };
  return { target, remarks: [...read.remarks, ...(same.length === 0 ? [] : [sameDay])] };
}

const isSameTarget = (one: TargetRevision, other: TargetRevision): boolean =>
  one.measure === other.measure && one.year === other.year && one.kind === other.kind && one.unit === other.unit;

/** What is typed as a target of the measure, read; refused with why it is none. */
export function requireTarget(typed: string, measure: Measure, known: readonly Target[]): Extract<TypedTarget, { ok: true }> {
  const read = readTypedTarget(typed, measure, known);
  if (!read.ok) throw new Failure('TARGET_INVALID', { measure: `${measure.id} ${measure.name}`, text: typed.trim(), ...read.fault });
  return read;
}

/** 全区, or the district by its name: no single unit. */
const isWhole = ({ district }: Pick<YearPlan, 'district'>, name: string): boolean => isDistrictName(district, name);
