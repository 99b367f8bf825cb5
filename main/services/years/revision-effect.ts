import type { DecisionEffect } from '../../../shared/contract/effect.ts';
import type { PlanDocument, TargetRevision } from '../../../shared/domain/plan/years/plan-document.ts';
import { planForYear } from '../../../shared/domain/plan/years/plan-for-year.ts';
import { selectDocumentHeads } from '../../db/queries/plan-documents.ts';
import type { ServiceContext } from '../context.ts';
import { readDocuments } from '../plan/plan-documents.ts';
import { readYearRecord } from '../plan/year-plan.ts';
import { decisionEffect } from '../assessment/decision-effect.ts';
import { readRevisions, type RevisionRequest } from './revise-targets.ts';
import { schemeEffect } from './scheme-effect.ts';

type Preview = Pick<RevisionRequest, 'revisions' | 'from'> & { readonly document?: string | undefined };

/** What a revision does before it is stored, in every year that it names. */
export function revisionEffect(context: ServiceContext, request: Preview): DecisionEffect {
  const db = context.work.handle;
  const { targets: revisions, remarks } = readRevisions(db, request);
  const documents = [...readDocuments(db), supposedDocument(context, request, revisions)];
  const years = [...new Set(revisions.map((revision) => revision.year))].toSorted((one, other) => one - other);
  const effects = years.map((year): DecisionEffect => {
    const plan = planForYear(documents, year, readYearRecord(db, year)?.opening ?? null);
    const measures = new Set(revisions.filter((revision) => revision.year === year).map(({ measure }) => measure));
    const schemes = schemeEffect(context, year, { plan }, { measures, slots: ['target', 'stretch'] });
    return { ...decisionEffect(context, year, { plan }), schemes };
  });
  return {
    targets: effects.flatMap(({ targets }) => targets),
    scores: effects.flatMap(({ scores }) => scores),
    schemes: effects.flatMap(({ schemes }) => schemes),
    ...(remarks.length === 0 ? {} : { remarks }),
  };
}

/** The document as it would be stored. */
function supposedDocument(context: ServiceContext, { document = '', from }: Preview, targets: readonly TargetRevision[]): PlanDocument {
  const id = (selectDocumentHeads(context.work.handle).at(-1)?.id ?? 0) + 1;
  const head = { id, number: document, title: document, issuedOn: from, effectiveOn: from, version: '', actor: '', reason: '' };
  return { ...head, kind: 'adjustment', storedAt: context.now(), content: { targets: [...targets] } };
}
