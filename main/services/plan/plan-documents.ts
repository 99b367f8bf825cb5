import { Failure } from '../../../shared/domain/failure.ts';
import { contentSchemaOf, type PlanDocument } from '../../../shared/domain/plan/years/plan-document.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectDocumentHeads, selectDocuments, type StoredDocument } from '../../db/queries/plan-documents.ts';
import { contentHash } from '../files.ts';

/** Documents of a work, parsed once; a work's documents are only ever added to, so their heads say whether anything is new. */
const remembered = new Map<string, readonly PlanDocument[]>();

/** Works that were looked at last; more are read again. */
const REMEMBERED = 24;

/** 方案文件 of the work, oldest first; the first is the plan it was made from. */
export function readDocuments(db: ReadHandle): readonly PlanDocument[] {
  const heads = selectDocumentHeads(db);
  const key = JSON.stringify(heads);
  if (heads.length === 0) throw new Failure('WORK_INCOMPLETE', {});
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const documents = selectDocuments(db).map(parsedDocument);
  remembered.set(key, documents);
  const [oldest] = remembered.keys();
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  return documents;
}

/** A work with nothing but its plan goes by the plan's own version. */
export function versionOf(versions: readonly string[]): string {
  const [only, ...more] = versions;
  return only !== undefined && more.length === 0 ? only : contentHash(versions);
}

/** Parsed by the schema of its kind; a damaged one fails with the place. */
function parsedDocument({ content, origin: _origin, ...head }: StoredDocument): PlanDocument {
  const result = contentSchemaOf(head.kind).safeParse(JSON.parse(content));
  if (result.success) return { ...head, content: result.data } as PlanDocument;
  const [issue] = result.error.issues;
  throw new Failure('PLAN_INVALID', {
    plan: head.number,
    problems: result.error.issues.length,
    file: '',
    path: issue?.path.join('.') ?? '',
    detail: issue?.message ?? '',
  });
}
