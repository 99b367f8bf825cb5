import { openDatabase } from '../../main/db/open.ts';
import { insertDocument } from '../../main/db/queries/plan-documents.ts';
import { canonicalJson, contentHash } from '../../main/services/files.ts';
import { amendmentSchema } from '../../shared/domain/plan/years/plan-document.ts';

export interface ListDocument {
  /** 文号. */
  readonly number: string;
  readonly title: string;
  readonly issuedOn: string;
  /** The list with what it asks of units, checked here. */
  readonly content: unknown;
}

/** Takes a year's 年度事项清单 into a work that nobody else has open, as a document that follows the plan. */
export function takeInList(path: string, { number, title, issuedOn, content }: ListDocument): void {
  const amendment = amendmentSchema.parse(content);
  const work = openDatabase(path);
  const at = `${issuedOn}T09:00:00+08:00`;
  const db = work.writing({ kind: 'plan.import', actor: '测试', now: () => at, input: {} });
  const head = { kind: 'list', number, title, issuedOn, effectiveOn: issuedOn, version: contentHash(amendment) } as const;
  db.transaction(() => {
    insertDocument(db, { ...head, content: canonicalJson(amendment), reason: '测试', actor: '测试', storedAt: at });
    db.note({ subject: number, reason: '测试', detail: { ...head, reason: '测试', actor: '测试' } });
  });
  work.close();
}
