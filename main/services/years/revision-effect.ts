import { scoreYear } from '../../../shared/domain/assessment/score.ts';
import type { AssessmentResult, SubjectScore } from '../../../shared/domain/assessment/types.ts';
import { adoptTargets } from '../../../shared/domain/plan/conflicts.ts';
import { measuresOf } from '../../../shared/domain/plan/statements.ts';
import { targetText } from '../../../shared/domain/plan/target.ts';
import type { YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import { selectDocumentHeads } from '../../db/queries/plan-documents.ts';
import { gatherAssessment } from '../assessment/gather.ts';
import type { ServiceContext } from '../context.ts';
import { readDecisions } from '../plan/work-plan.ts';
import { readYearPlan } from '../plan/year-plan.ts';
import { readRevisions, type RevisionRequest } from './revise-targets.ts';

/** What a revision does before it is stored: targets before and after, and of an open year with a scheme the totals that change. */
export interface RevisionEffect {
  readonly targets: readonly { measure: string; name: string; year: number; before: string | null; after: string | null }[];
  readonly scores: readonly { year: number; subject: string; before: string; after: string; gradeBefore: string; gradeAfter: string }[];
}

export function revisionEffect(context: ServiceContext, request: Pick<RevisionRequest, 'revisions' | 'document' | 'from'>): RevisionEffect {
  const db = context.work.handle;
  const revisions = readRevisions(db, request.revisions);
  const document = (selectDocumentHeads(db).at(-1)?.id ?? 0) + 1;
  const head = { document, number: request.document, effectiveOn: request.from, storedAt: context.now() };
  const years = [...new Set(revisions.map((revision) => revision.year))].toSorted((one, other) => one - other);
  const effects = years.map((year) => {
    const { plan, record } = readYearPlan(db, year);
    const revised: YearPlan = {
      ...plan,
      revisions: [...plan.revisions, ...revisions.map((revision) => ({ ...revision, ...head }))].toSorted((one, other) =>
        one.effectiveOn.localeCompare(other.effectiveOn),
      ),
    };
    return { year, plan, revised, scored: record !== null && record.opening.scheme !== null };
  });
  return {
    targets: effects.flatMap(({ year, plan, revised }) => targetChanges(context, year, plan, revised)),
    scores: effects.flatMap(({ year, revised, scored }) => (scored ? scoreChanges(context, year, revised) : [])),
  };
}

function targetChanges(context: ServiceContext, year: number, plan: YearPlan, revised: YearPlan): RevisionEffect['targets'] {
  const decisions = readDecisions(context.work.handle, year);
  const [before, after] = [adoptTargets(plan, decisions), adoptTargets(revised, decisions)];
  return measuresOf(plan).flatMap(({ id, name }) => {
    const [old, fresh] = [before.get(id), after.get(id)];
    const same = old !== undefined && fresh !== undefined && targetText(old.target) === targetText(fresh.target);
    const untouched = old === fresh || same;
    return untouched ? [] : [{ measure: id, name, year, before: old?.printed ?? null, after: fresh?.printed ?? null }];
  });
}

function scoreChanges(context: ServiceContext, year: number, revised: YearPlan): RevisionEffect['scores'] {
  const { input } = gatherAssessment(context, year);
  const adopted = adoptTargets(revised, readDecisions(context.work.handle, year));
  const [before, after] = [scoreYear(input), scoreYear({ ...input, plan: revised, adopted })];
  const fresh = new Map(subjectsOf(after).map((subject) => [subject.subjectId, subject]));
  return subjectsOf(before).flatMap((subject) => {
    const changed = fresh.get(subject.subjectId);
    if (changed === undefined || changed.total === subject.total) return [];
    const { name, total, grade } = subject;
    return [{ year, subject: name, before: total, after: changed.total, gradeBefore: grade, gradeAfter: changed.grade }];
  });
}

const subjectsOf = (result: AssessmentResult): SubjectScore[] => [result.district, ...result.units];
