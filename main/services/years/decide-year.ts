import { Failure } from '../../../shared/domain/failure.ts';
import { type OpeningChange, openingSchema, type Opening, type Round } from '../../../shared/domain/plan/years/opening.ts';
import { isArchived, type YearAct, type YearRecord } from '../../../shared/domain/plan/years/opening.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { insertYearDecision } from '../../db/queries/years.ts';
import { selectCurrentReturns } from '../../db/queries/returns.ts';
import type { WritingContext } from '../context.ts';
import { canonicalJson } from '../files.ts';
import { readDocuments } from '../plan/plan-documents.ts';
import { openYears, readYearRecord, requireOpenYear, requireUnlockedYear } from '../plan/year-plan.ts';
import { type MeasureRemark, type OpeningRequest, proposeYear } from './propose-year.ts';
import { storeYearList } from './year-list.ts';

interface Reasoned {
  readonly reason: string;
}

/** 开启年度: records what `proposeYear` shows, with the year's list where a workbook brings one; refused while a target is still a question. */
export function openYear(context: WritingContext, request: OpeningRequest & Reasoned): Opening {
  const db = context.writer;
  return db.transaction(() => {
    if (readYearRecord(db, request.year) !== null) throw new Failure('YEAR_OPEN_ALREADY', { year: request.year });
    const { newList, ...rest } = request;
    const document = newList === undefined ? {} : { document: storeYearList(context, newList, request.reason) };
    const { opening, questions } = proposeYear(db, rest);
    if (questions.length > 0)
      throw new Failure('YEAR_TARGETS_OPEN', {
        year: request.year,
        count: questions.length,
        measures: questions.map(({ measure }) => `${measure.id} ${measure.name}`).join('、'),
      });
    const at = decide(context, request.year, 'open', opening, request.reason, null);
    db.note({ detail: { year: request.year, act: 'open', at, ...document } });
    return opening;
  });
}

/** What a clerk may change of an open year, as it is written after `year change`. */
export interface YearChange {
  readonly scheme?: string | undefined;
  readonly due?: string | undefined;
  readonly rounds?: readonly Round[] | undefined;
  readonly roundsDue?: Readonly<Record<string, string>> | undefined;
  readonly units?: readonly string[] | undefined;
  readonly list?: number | null | undefined;
  /** Measure id → carry, interpolate, none, or a target. */
  readonly targets?: Readonly<Record<string, string>> | undefined;
}

/** 年度调整: changed with a reason while the year is open. */
export function changeYear(context: WritingContext, year: number, change: YearChange, { reason }: Reasoned): Opening {
  const db = context.writer;
  return db.transaction(() => {
    const { record } = requireUnlockedYear(db, year);
    const { content, opening } = changedOpening(db, record, change);
    decide(context, year, 'change', content, reason, record.opening);
    return opening;
  });
}

/** What a change makes of the year's opening, and what of it is new. */
export function changedOpening(
  db: ReadHandle,
  { year, opening: held }: YearRecord,
  change: YearChange,
): { readonly content: OpeningChange; readonly opening: Opening; readonly remarks: readonly MeasureRemark[] } {
  if (change.list !== undefined && change.list !== null) requireListOf(db, change.list, year);
  const choices = change.targets ?? {};
  const { opening: made, remarks } = proposeYear(db, { ...change, rounds: change.rounds ?? held.rounds, year, targets: 'ask', choices });
  const changed = new Map(made.targets.map((entry) => [entry.measure, entry]));
  const merged = [...held.targets.filter((entry) => !changed.has(entry.measure)), ...changed.values()];
  const content: OpeningChange = {
    ...(change.scheme === undefined ? {} : { scheme: made.scheme, schemeVersion: made.schemeVersion }),
    ...(change.due === undefined ? {} : { due: change.due }),
    ...(change.rounds === undefined ? {} : { rounds: made.rounds }),
    ...(change.roundsDue === undefined ? {} : { roundsDue: { ...held.roundsDue, ...change.roundsDue } }),
    ...(change.units === undefined ? {} : { units: made.units }),
    ...(change.list === undefined ? {} : { list: change.list }),
    ...(change.targets === undefined ? {} : { targets: merged }),
  };
  return { content, opening: openingSchema.parse({ ...held, ...content }), remarks };
}

/** Only a document that holds the year's own list. */
function requireListOf(db: ReadHandle, document: number, year: number): void {
  const found = readDocuments(db).find(({ id }) => id === document);
  const list = found === undefined ? null : found.kind === 'plan' ? found.content.annex3 : found.content.list;
  if (list?.year !== year) throw new Failure('DOCUMENT_UNKNOWN', { document, year });
}

/** 取消开启: only while nothing came in. */
export function cancelYear(context: WritingContext, year: number, { reason }: Reasoned): void {
  const db = context.writer;
  db.transaction(() => {
    const { record } = requireUnlockedYear(db, year);
    const returns = selectCurrentReturns(db, year).length;
    if (returns > 0) throw new Failure('YEAR_IN_USE', { year, returns });
    decide(context, year, 'cancel', {}, reason, record.opening);
  });
}

/** 重新开启 of a signed year, archived or not, with a reason; the signed run stays on record, and an archive no longer matches. */
export function reopenYear(context: WritingContext, year: number, { reason }: Reasoned): void {
  const db = context.writer;
  db.transaction(() => {
    const { record } = requireOpenYear(db, year);
    if (record.final === null) throw new Failure('YEAR_NOT_FINAL', { year, open: openYears(db).join('、') });
    decide(context, year, 'reopen', {}, reason, isArchived(record) ? { ...record.final, archive: record.archive } : record.final);
  });
}

/** 归档 of a signed year: marks it as archived; the mark makes no file. */
export function archiveYear(context: WritingContext, year: number, { reason }: Reasoned): void {
  const db = context.writer;
  db.transaction(() => {
    const { record } = requireOpenYear(db, year);
    const { final, archive } = record;
    if (final === null) throw new Failure('YEAR_NOT_SIGNED', { year });
    if (archive !== null && isArchived(record)) throw new Failure('YEAR_ARCHIVED', { year, at: archive.at.slice(0, 10), by: archive.by });
    decide(context, year, 'archive', {}, reason, final);
  });
}

/** Stores a decision about a year and says so in the event; inside a transaction. Gives its moment. */
export function decide(context: WritingContext, year: number, act: YearAct, content: object, reason: string, before: unknown): string {
  const { writer: db, actor } = context;
  const at = context.now();
  insertYearDecision(db, { year, act, content: canonicalJson(content), reason, actor: actor.name, at });
  db.note({ subject: String(year), reason, before, after: content, detail: { year, act, at } });
  return at;
}
