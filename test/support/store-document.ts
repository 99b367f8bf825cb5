import { openDatabase } from '../../main/db/open.ts';
import { insertDocument } from '../../main/db/queries/plan-documents.ts';
import { canonicalJson, contentHash } from '../../main/services/files.ts';
import type { PlanDocument } from '../../shared/domain/plan/years/plan-document.ts';

/** Takes a document into a work that lies at `path`, beside the program that has it open; its version is the hash of its content. */
export function storeDocument(path: string, { id: _id, version: _version, ...document }: PlanDocument): void {
  const work = openDatabase(path);
  const at = document.storedAt;
  const db = work.writing({ kind: 'plan.document', actor: document.actor, now: () => at, input: {} });
  db.transaction(() =>
    insertDocument(db, { ...document, version: contentHash(document.content), content: canonicalJson(document.content) }),
  );
  work.close();
}
