import type { MethodOutput } from '../../../shared/contract/contract.ts';
import type { MadeAmendment } from '../../../shared/domain/plan/book/amend.ts';
import { insertDocument } from '../../db/queries/plan-documents.ts';
import { insertYearDecision } from '../../db/queries/years.ts';
import type { ServiceContext, WritingContext } from '../context.ts';
import { canonicalJson, contentHash } from '../files.ts';
import { openYears, readYearRecord, refuseSigned } from '../plan/year-plan.ts';
import { type CompareRequest, compareWithWork } from './compare-book.ts';
import type { ReadSource } from './read-source.ts';
import { type WorkBase, yearOf } from './work-base.ts';

export interface ImportRequest extends CompareRequest {
  /** 文号, or the name under which the document is kept. */
  readonly document: string;
  readonly title?: string | undefined;
  /** Day of issue; today without it. */
  readonly date?: string | undefined;
  /** Who has decided, where it is not the person who records it. */
  readonly by?: string | undefined;
  /** Why; the document itself without it. */
  readonly reason?: string | undefined;
}

/**
 * Takes an edited workbook into the work as a document of its own (只增不改): the parts that differ, from the day on which it takes effect. With
 * an error nothing is stored. A list of an open year counts at once: the year is decided to go by it.
 */
export function importBook(context: WritingContext, source: ReadSource, request: ImportRequest): MethodOutput<'plan.import'> {
  const issuedOn = request.date ?? context.now().slice(0, 10);
  const effectiveOn = request.from ?? issuedOn;
  const compared = compareWithWork(context, context.work, source, { year: request.year, from: effectiveOn });
  const { comparison, amendment, base } = compared;
  if (amendment === null || base === null || comparison.counts.errors > 0) return { ...comparison, stored: null };
  refuseFinal(context, base, amendment, effectiveOn);
  const stored = storeDocument(context, base, amendment, { ...request, issuedOn, effectiveOn });
  return { ...comparison, stored };
}

/** A signed year (定稿) goes on as it was signed: what would change its list or its annexes is refused. */
function refuseFinal(context: ServiceContext, { record }: WorkBase, { content }: MadeAmendment, effectiveOn: string): void {
  const db = context.work.handle;
  const annexes = content.annex1 !== undefined || content.annex2 !== undefined;
  const concerned = openYears(db).filter((one) => annexes && yearOf(effectiveOn) <= one);
  const records = [...(content.list === undefined ? [] : [record]), ...concerned.map((one) => readYearRecord(db, one))];
  for (const one of records) refuseSigned(one);
}

type StoredDocument = NonNullable<MethodOutput<'plan.import'>['stored']>;

function storeDocument(
  context: WritingContext,
  { year, record }: WorkBase,
  { kind, parts, content }: MadeAmendment,
  request: ImportRequest & { readonly issuedOn: string; readonly effectiveOn: string },
): StoredDocument {
  const db = context.writer;
  const { document: number, issuedOn, effectiveOn } = request;
  const actor = request.by ?? context.actor.name;
  const reason = request.reason ?? number;
  const title = request.title ?? content.list?.title ?? number;
  const [storedAt, version] = [context.now(), contentHash(content)];
  const head = { kind, number, title, issuedOn, effectiveOn };
  const decides = content.list !== undefined && record !== null;
  return db.transaction(() => {
    const id = insertDocument(db, { ...head, version, content: canonicalJson(content), reason, actor, storedAt });
    if (decides) insertYearDecision(db, { year, act: 'change', content: canonicalJson({ list: id }), reason, actor, at: storedAt });
    const detail = { id, ...head, parts, version, actor, reason, year: decides ? year : null, at: storedAt };
    db.note({ subject: number, reason, detail });
    return { id, ...head, parts: [...parts], decidedYear: decides ? year : null };
  });
}
