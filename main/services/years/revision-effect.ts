import type { DecisionEffect } from '../../../shared/contract/effect.ts';
import type { YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import { selectDocumentHeads } from '../../db/queries/plan-documents.ts';
import type { ServiceContext } from '../context.ts';
import { readYearPlan } from '../plan/year-plan.ts';
import { decisionEffect } from './decision-effect.ts';
import { readRevisions, type RevisionRequest } from './revise-targets.ts';

/** What a revision does before it is stored, in every year that it names. */
export function revisionEffect(
  context: ServiceContext,
  request: Pick<RevisionRequest, 'revisions' | 'from'> & { readonly document?: string | undefined },
): DecisionEffect {
  const db = context.work.handle;
  const revisions = readRevisions(db, request.revisions);
  const document = (selectDocumentHeads(db).at(-1)?.id ?? 0) + 1;
  const head = { document, number: request.document ?? '', effectiveOn: request.from, storedAt: context.now() };
  const years = [...new Set(revisions.map((revision) => revision.year))].toSorted((one, other) => one - other);
  const effects = years.map((year) => {
    const { plan } = readYearPlan(db, year);
    const revised: YearPlan = {
      ...plan,
      revisions: [...plan.revisions, ...revisions.map((revision) => ({ ...revision, ...head }))].toSorted((one, other) =>
        one.effectiveOn.localeCompare(other.effectiveOn),
      ),
    };
    return decisionEffect(context, year, { plan: revised });
  });
  return { targets: effects.flatMap(({ targets }) => targets), scores: effects.flatMap(({ scores }) => scores) };
}
