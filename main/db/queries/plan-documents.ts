import type { DocumentKind } from '../../../shared/domain/plan/years/plan-document.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';

/** A plan document (方案文件) as it is stored. */
export interface StoredDocument {
  readonly id: number;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly title: string;
  readonly issuedOn: string;
  readonly effectiveOn: string;
  /** Hash of the content, or of `origin` where a migration carried the content forward. */
  readonly version: string;
  /** JSON text. */
  readonly content: string;
  readonly origin: string | null;
  readonly reason: string;
  readonly actor: string;
  readonly storedAt: string;
}

const HEAD = 'id, kind, number, title, issued_on AS issuedOn, effective_on AS effectiveOn, version, reason, actor, stored_at AS storedAt';
const COLUMNS = `${HEAD}, content, origin`;

/** Every document in the order in which it was taken in; empty before a work is complete. */
export const selectDocuments = (db: ReadHandle): StoredDocument[] =>
  db.prepare(`SELECT ${COLUMNS} FROM plan_document ORDER BY id`).all() as StoredDocument[];

/** Heads without their contents, for asking whether anything is new: two works may hold one content under different dates. */
export const selectDocumentHeads = (db: ReadHandle): Omit<StoredDocument, 'content' | 'origin'>[] =>
  db.prepare(`SELECT ${HEAD} FROM plan_document ORDER BY id`).all() as Omit<StoredDocument, 'content' | 'origin'>[];

/** The id of the new document. */
export function insertDocument(db: WriteHandle, document: Omit<StoredDocument, 'id' | 'origin'>): number {
  const { kind, number, title, issuedOn, effectiveOn, version, content, reason, actor, storedAt } = document;
  return Number(
    db
      .prepare(
        `INSERT INTO plan_document (kind, number, title, issued_on, effective_on, version, content, reason, actor, stored_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(kind, number, title, issuedOn, effectiveOn, version, content, reason, actor, storedAt).lastInsertRowid,
  );
}
