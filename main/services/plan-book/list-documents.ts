import type { MethodOutput } from '../../../shared/contract/contract.ts';
import type { PlanDocument } from '../../../shared/domain/plan/years/plan-document.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { readDocuments } from '../plan/plan-documents.ts';
import { readWorkPlan } from '../plan/work-plan.ts';

type DocumentEntry = MethodOutput<'plan.documents'>['documents'][number];

/** 方案文件 of the work, oldest first, with what each of them changes. */
export const listDocuments = (db: ReadHandle): MethodOutput<'plan.documents'> => ({
  plan: readWorkPlan(db).plan.id,
  documents: readDocuments(db).map(entryOf),
});

function entryOf(document: PlanDocument): DocumentEntry {
  const { id, kind, number, title, issuedOn, effectiveOn, actor, reason, storedAt } = document;
  const head = { id, kind, number, title, issuedOn, effectiveOn, actor, reason, storedAt };
  if (document.kind === 'plan') return { ...head, parts: ['plan'], listYear: document.content.annex3?.year ?? null, targets: 0 };
  const { list, targets = [], ...content } = document.content;
  const present = PARTS.filter((part) => (part === 'list' ? list : part === 'targets' ? targets[0] : content[part]) !== undefined);
  return { ...head, parts: present, listYear: list?.year ?? null, targets: targets.length };
}

const PARTS = ['annex1', 'annex2', 'list', 'unitKinds', 'units', 'subjects', 'targets'] as const;
