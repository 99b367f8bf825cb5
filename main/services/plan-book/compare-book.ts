import type { PlanComparison } from '../../../shared/contract/plan-book.ts';
import { type Finding, finding } from '../../../shared/domain/findings.ts';
import { amendmentOf, type MadeAmendment } from '../../../shared/domain/plan/book/amend.ts';
import { type BookDifference, comparePlans } from '../../../shared/domain/plan/book/compare.ts';
import { type ConflictsSince, conflictsSince } from '../../../shared/domain/plan/book/conflicts-since.ts';
import { idsOfOtherLists, usedIds } from '../../../shared/domain/plan/book/ids.ts';
import { listYearOf, readPlanBook } from '../../../shared/domain/plan/book/read/read-book.ts';
import { tellRevised } from '../../../shared/domain/plan/book/revised.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import type { PlanDocument } from '../../../shared/domain/plan/years/plan-document.ts';
import { planForYear, yearPlanOf } from '../../../shared/domain/plan/years/plan-for-year.ts';
import type { WorkDatabase } from '../../db/open.ts';
import type { ServiceEnvironment } from '../context.ts';
import { readDecisions } from '../plan/work-plan.ts';
import type { ReadSource } from './read-source.ts';
import { readWorkBase, usualListYear, type WorkBase, yearOf } from './work-base.ts';

export interface CompareRequest {
  /** Year of the list; what the workbook says without it. */
  readonly year?: number | undefined;
  /** From when it would hold; today without it. */
  readonly from?: string | undefined;
}

/** A workbook beside what stands, and what storing it would add to the work. */
export interface ComparedBook {
  readonly comparison: PlanComparison;
  /** The plan that it makes; null where a finding is an error. */
  readonly plan: Plan | null;
  /** Null where nothing differs, nothing can be stored, or a new work would be made. */
  readonly amendment: MadeAmendment | null;
  readonly base: WorkBase | null;
}

/** Compares a workbook with the plan of the work: every difference, every finding, every contradiction that it brings. */
export function compareWithWork(
  environment: ServiceEnvironment,
  work: WorkDatabase,
  source: ReadSource,
  request: CompareRequest,
): ComparedBook {
  const db = work.handle;
  const from = request.from ?? environment.now().slice(0, 10);
  const said = source.workbook === null ? null : listYearOf(source.workbook);
  const base = readWorkBase(db, request.year ?? said ?? usualListYear(db, environment.now()));
  if (source.workbook === null) return unread(source, base, from);
  const read = readPlanBook(source.workbook, {
    file: source.file,
    base: base.plan,
    listYear: request.year ?? null,
    asOf: yearOf(from),
    used: usedIds(base.documents),
    foreign: idsOfOtherLists(base.documents, base.year),
    planId: base.plan.id,
  });
  if (read.plan === null) return unread({ ...source, findings: read.findings }, base, from);
  const differences = comparePlans(base.plan, read.plan);
  const amendment = amendmentOf(base.plan, read.plan, differences);
  const contradictions = amendment === null ? NO_CONFLICTS : conflictsOf(work, base, amendment, from);
  const later = amendment === null ? [] : supersededBy(base, amendment, from, source.file);
  const findings = [...read.findings, ...later, ...tellRevised(base.documents, base.plan, read.plan, source.file)];
  const comparison: PlanComparison = {
    file: source.file,
    year: read.parts.includes('list') ? base.year : null,
    effectiveOn: from,
    kind: amendment?.kind ?? null,
    parts: [...(amendment?.parts ?? [])],
    findings,
    differences,
    ...contradictions,
    counts: countsOf(findings, differences),
  };
  return { comparison, plan: read.plan, amendment, base };
}

/** Reads a workbook that a new work is to be made of. */
export function compareWithNothing(environment: ServiceEnvironment, source: ReadSource, request: CompareRequest): ComparedBook {
  const today = environment.now().slice(0, 10);
  if (source.workbook === null) return unread(source, null, today);
  const planId = `plan-${(source.sha256 ?? '').slice(0, 8)}`;
  const known = { used: new Set<string>(), foreign: new Map<string, number>() };
  const read = readPlanBook(source.workbook, {
    file: source.file,
    base: null,
    asOf: null,
    listYear: request.year ?? null,
    ...known,
    planId,
  });
  if (read.plan === null) return unread({ ...source, findings: read.findings }, null, today);
  const differences = comparePlans(null, read.plan);
  const year = read.plan.annex1.years[0] ?? yearOf(environment.now());
  const { found } = conflictsSince(null, yearPlanOf(read.plan, year), {});
  const findings = [...read.findings];
  const comparison: PlanComparison = {
    file: source.file,
    year: read.plan.annex3?.year ?? null,
    effectiveOn: read.plan.document.date,
    kind: 'plan',
    parts: [...read.parts],
    findings,
    differences,
    conflictYears: [year],
    conflicts: found.map((conflict) => ({ ...conflict, year })),
    resolved: [],
    counts: countsOf(findings, differences),
  };
  return { comparison, plan: read.plan, amendment: null, base: null };
}

function unread(source: Pick<ReadSource, 'file' | 'findings'>, base: WorkBase | null, effectiveOn: string): ComparedBook {
  const findings = [...source.findings];
  const nothing = { year: null, kind: null, parts: [], differences: [], ...NO_CONFLICTS };
  const comparison = { file: source.file, effectiveOn, ...nothing, findings, counts: countsOf(findings, []) };
  return { comparison, plan: null, amendment: null, base };
}

function countsOf(findings: readonly Finding[], differences: readonly BookDifference[]): PlanComparison['counts'] {
  const severity = (wanted: Finding['severity']): number => findings.filter((one) => one.severity === wanted).length;
  const change = (wanted: BookDifference['change']): number => differences.filter((one) => one.change === wanted).length;
  return {
    errors: severity('error'),
    warnings: severity('warning'),
    infos: severity('info'),
    added: change('new'),
    removed: change('removed'),
    changed: change('changed') + change('order'),
  };
}

/** The document as it would be stored: the last of its day. */
function provisional({ documents }: WorkBase, { kind, content }: MadeAmendment, from: string): PlanDocument {
  const id = Math.max(0, ...documents.map((document) => document.id)) + 1;
  return { id, kind, number: '', title: '', issuedOn: from, effectiveOn: from, version: '', actor: '', reason: '', storedAt: '', content };
}

type Contradictions = Pick<PlanComparison, 'conflictYears' | 'conflicts' | 'resolved'>;
const NO_CONFLICTS: Contradictions = { conflictYears: [], conflicts: [], resolved: [] };

/** Seen from the list's own year, and from that in which the other parts begin to hold. */
function conflictsOf(work: WorkDatabase, base: WorkBase, made: MadeAmendment, from: string): Contradictions {
  const others = made.parts.some((part) => part !== 'list' && part !== 'subjects');
  const list = made.content.list?.year;
  const conflictYears = [...new Set([...(list === undefined ? [] : [list]), ...(others || list === undefined ? [yearOf(from)] : [])])];
  const since = conflictYears.map((year) => ({ year, ...conflictsAfter(work, base, made, from, year) }));
  return {
    conflictYears,
    conflicts: since.flatMap(({ year, found }) => found.map((conflict) => ({ ...conflict, year }))),
    resolved: since.flatMap(({ year, resolved }) => resolved.map((conflict) => ({ ...conflict, year }))),
  };
}

function conflictsAfter(work: WorkDatabase, base: WorkBase, made: MadeAmendment, from: string, year: number): ConflictsSince {
  const document = provisional(base, made, from);
  const opening = (year === base.year ? base : readWorkBase(work.handle, year)).record?.opening ?? null;
  const after = opening === null || made.content.list?.year !== year ? opening : { ...opening, list: document.id };
  return conflictsSince(
    planForYear(base.documents, year, opening),
    planForYear([...base.documents, document], year, after),
    readDecisions(work.handle, year),
  );
}

/** Documents that take effect later and set the same part go on being what holds from their own day. */
function supersededBy({ documents }: WorkBase, { parts, content }: MadeAmendment, from: string, file: string): Finding[] {
  const later = documents.filter((document) => document.kind !== 'plan' && document.effectiveOn > from);
  return later.flatMap((document) => {
    const same = parts.some((part) => part !== 'list' && part !== 'subjects' && part in document.content && part in content);
    return same ? [finding('BOOK_SUPERSEDED', { file }, { document: document.number, date: document.effectiveOn })] : [];
  });
}
