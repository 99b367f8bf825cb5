import { Failure } from '../../../shared/domain/failure.ts';
import {
  openingChangeSchema,
  openingSchema,
  type Opening,
  type YearDecision,
  type YearRecord,
  finalContentSchema,
  isArchived,
  yearRecord,
} from '../../../shared/domain/plan/years/opening.ts';
import type { PlanDocument } from '../../../shared/domain/plan/years/plan-document.ts';
import { planForYear, type YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectYearDecisions, type StoredYearDecision } from '../../db/queries/years.ts';
import { contentHash } from '../files.ts';
import { readDocuments, versionOf } from './plan-documents.ts';

/** 年度方案 with what identifies it. */
export interface PlanOfYear {
  readonly plan: YearPlan;
  /** Hash of all that decides which rows and targets the year's forms have; stands in every return made from it. */
  readonly version: string;
  /** Null while the year is not open. */
  readonly record: YearRecord | null;
}

/** Every decision about every year, oldest first. */
export const readYearDecisions = (db: ReadHandle): YearDecision[] => selectYearDecisions(db).map(parsedDecision);

/** The year as its decisions leave it; null where it is not open. */
export const readYearRecord = (db: ReadHandle, year: number): YearRecord | null =>
  yearRecord(readYearDecisions(db).filter((decision) => decision.year === year));

/** The plan of a year, opened or not: what may be looked at. */
export function readYearPlan(db: ReadHandle, year: number): PlanOfYear {
  const documents = readDocuments(db);
  const record = readYearRecord(db, year);
  return { ...planOf(documents, year, record?.opening ?? null), record };
}

/** The plan of an open year; forms, imports and scores of another year are refused. */
export function requireOpenYear(db: ReadHandle, year: number): PlanOfYear & { readonly record: YearRecord } {
  const found = readYearPlan(db, year);
  const { record } = found;
  if (record === null) throw new Failure('YEAR_NOT_OPEN', { year, open: openYears(db).join('、') });
  return { ...found, record };
}

/** The same of a year that may still be changed; a signed one (定稿) is locked. */
export function requireUnlockedYear(db: ReadHandle, year: number): PlanOfYear & { readonly record: YearRecord } {
  const found = requireOpenYear(db, year);
  refuseSigned(found.record);
  return found;
}

/** A signed year (定稿) is locked; one that is not open has nothing to lock. */
export function refuseSigned(record: YearRecord | null): void {
  const final = record?.final ?? null;
  if (record === null || final === null) return;
  const archived = record.archive === null || !isArchived(record) ? '' : record.archive.at.slice(0, 10);
  throw new Failure('YEAR_FINAL', { year: record.year, at: final.at.slice(0, 10), by: final.by, archived });
}

/** 考核年度 that are open or signed, in order. */
export function openYears(db: ReadHandle): number[] {
  const decisions = Map.groupBy(readYearDecisions(db), (decision) => decision.year);
  return [...decisions]
    .filter(([, ofYear]) => yearRecord(ofYear) !== null)
    .map(([year]) => year)
    .toSorted((one, other) => one - other);
}

/** The year of a work that has opened only one: what a command may leave out. */
export function onlyOpenYear(db: ReadHandle): number {
  const years = openYears(db);
  const [only] = years;
  if (only === undefined || years.length > 1) throw new Failure('YEAR_UNSAID', { open: years.join('、') });
  return only;
}

/**
 * The plan of a year as it was when a form of this version was made: every state that documents and decisions have gone through is tried,
 * newest first. Null where no state of this work had that version (a form of another work, or of a plan changed by hand).
 */
export function yearPlanOfVersion(db: ReadHandle, year: number, version: string): Pick<PlanOfYear, 'plan' | 'version'> | null {
  const documents = readDocuments(db);
  const decisions = readYearDecisions(db).filter((decision) => decision.year === year);
  const openings = [...decisions.map((_, index) => yearRecord(decisions.slice(0, index + 1))?.opening ?? null), null];
  for (let count = documents.length; count > 0; count -= 1) {
    const known = count === documents.length ? documents : documents.slice(0, count);
    for (const opening of openings.toReversed()) {
      const found = planOf(known, year, opening);
      if (found.version === version) return found;
    }
  }
  return null;
}

const made = new WeakMap<readonly PlanDocument[], Map<string, Pick<PlanOfYear, 'plan' | 'version'>>>();

function planOf(documents: readonly PlanDocument[], year: number, opening: Opening | null): Pick<PlanOfYear, 'plan' | 'version'> {
  const known = made.get(documents) ?? new Map<string, Pick<PlanOfYear, 'plan' | 'version'>>();
  made.set(documents, known);
  const key = `${year}|${opening === null ? '' : contentHash(opening)}`;
  const found = known.get(key) ?? { plan: planForYear(documents, year, opening), version: formVersion(documents, year, opening) };
  known.set(key, found);
  return found;
}

/** Documents and choices that decide what the year's forms ask; a work with nothing but its plan goes by the plan's own version. */
function formVersion(documents: readonly PlanDocument[], year: number, opening: Opening | null): string {
  const versions = documents.filter((document) => concerns(document, year, opening)).map((document) => document.version);
  const choices = opening === null ? [] : opening.targets;
  return versionOf(choices.length === 0 ? versions : [...versions, contentHash(choices)]);
}

function concerns(document: PlanDocument, year: number, opening: Opening | null): boolean {
  if (document.kind === 'plan') return true;
  const { annex1, annex2, list, units, unitKinds, targets } = document.content;
  const inEffect = Number(document.effectiveOn.slice(0, 4)) <= year;
  const listed = list?.year === year && (opening === null || opening.list === document.id);
  return (
    listed ||
    units !== undefined ||
    unitKinds !== undefined ||
    (inEffect && (annex1 !== undefined || annex2 !== undefined)) ||
    // The target of a single unit stands in no form.
    (targets ?? []).some((revision) => revision.year === year && revision.unit === undefined)
  );
}

function parsedDecision({ content, ...head }: StoredYearDecision): YearDecision {
  const data: unknown = JSON.parse(content);
  switch (head.act) {
    case 'open':
      return { ...head, act: head.act, content: openingSchema.parse(data) };
    case 'change':
      return { ...head, act: head.act, content: openingChangeSchema.parse(data) };
    case 'final':
      return { ...head, act: head.act, content: finalContentSchema.parse(data) };
    case 'cancel':
    case 'reopen':
    case 'archive':
      return { ...head, act: head.act, content: {} };
  }
}
