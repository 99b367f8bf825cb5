import { Failure } from '../../../shared/domain/failure.ts';
import type { Finding } from '../../../shared/domain/findings.ts';
import { readListFile } from '../../../shared/domain/plan/book/read-list.ts';
import type { PlanDocument } from '../../../shared/domain/plan/years/plan-document.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { insertDocument } from '../../db/queries/plan-documents.ts';
import type { WritingContext } from '../context.ts';
import { canonicalJson, contentHash } from '../files.ts';
import type { ReadSource } from '../plan-book/read-source.ts';
import { readDocuments } from '../plan/plan-documents.ts';

type ListDocument = Exclude<PlanDocument, { kind: 'plan' }>;

/** The 年度事项清单 of a workbook with which a year is opened. */
export interface YearList {
  readonly file: string;
  readonly findings: readonly Finding[];
  /** As it would be stored, except who and when; null where a finding is an error or the workbook has no list of the year. */
  readonly document: Omit<ListDocument, 'actor' | 'reason' | 'storedAt'> | null;
}

/** Reads the list of the year alone; `number` is the 文号 under which it is kept, its title without one; `day` the day it is issued and holds from. */
export function readYearList(
  db: ReadHandle,
  source: ReadSource,
  request: { year: number; number: string | undefined; day: string },
): YearList {
  const { file, workbook } = source;
  if (workbook === null) return { file, findings: source.findings, document: null };
  const documents = readDocuments(db);
  const { amendment, findings } = readListFile(workbook, { file, documents, year: request.year });
  const content = amendment?.content;
  if (amendment === null || content?.list === undefined || findings.some(({ severity }) => severity === 'error'))
    return { file, findings, document: null };
  const { title } = content.list;
  const id = Math.max(...documents.map((document) => document.id)) + 1;
  const head = { id, kind: amendment.kind, number: request.number ?? title, title, issuedOn: request.day, effectiveOn: request.day };
  return { file, findings, document: { ...head, content, version: contentHash(content) } };
}

/** The documents of the work with the list behind them, as they would stand after it was stored. */
export function documentsWith(db: ReadHandle, list: YearList | undefined): readonly PlanDocument[] {
  const documents = readDocuments(db);
  const document = list?.document ?? null;
  return document === null ? documents : [...documents, { ...document, actor: '', reason: '', storedAt: '' }];
}

/** Stores the list and gives its head, for the event; one with an error is refused, and its first place named. Inside a transaction. */
export function storeYearList(context: WritingContext, list: YearList, reason: string): Readonly<Record<string, unknown>> {
  if (list.document === null) {
    const errors = list.findings.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    const place = [first?.sheet, first?.cell].filter((part) => part !== null && part !== undefined).join('!');
    const params = { workbook: list.file, errors: errors.length, place, finding: first?.code ?? '' };
    throw new Failure('PLAN_BOOK_INVALID', { ...first?.params, ...params });
  }
  const { id: _id, content, ...head } = list.document;
  insertDocument(context.writer, { ...head, content: canonicalJson(content), reason, actor: context.actor.name, storedAt: context.now() });
  return head;
}
