import type { Plan } from '../../../shared/domain/plan/schema.ts';
import type { PlanDocument } from '../../../shared/domain/plan/years/plan-document.ts';
import { listOfYear, listYears } from '../../../shared/domain/plan/years/plan-for-year.ts';
import type { YearRecord } from '../../../shared/domain/plan/years/opening.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { readDocuments } from '../plan/plan-documents.ts';
import { readWorkPlan } from '../plan/work-plan.ts';
import { readYearPlan } from '../plan/year-plan.ts';

/** What a workbook is made of and compared with: the plan as it stands now, with the list that counts for the year. */
export interface WorkBase {
  readonly plan: Plan;
  readonly documents: readonly PlanDocument[];
  readonly year: number;
  /** Null while the year is not open. */
  readonly record: YearRecord | null;
}

export function readWorkBase(db: ReadHandle, year: number): WorkBase {
  const { plan } = readWorkPlan(db);
  const { plan: ofYear, record } = readYearPlan(db, year);
  const documents = readDocuments(db);
  const reporting = { ...plan.reporting, townItems: ofYear.reporting.townItems };
  return { plan: { ...plan, annex3: listOfYear(documents, year, record?.opening ?? null), reporting }, documents, year, record };
}

/** The year whose list a workbook shows where none is asked for: the newest that has one, else the plan's first. */
export function usualListYear(db: ReadHandle, now: string): number {
  const years = listYears(readDocuments(db));
  return years.at(-1) ?? readWorkPlan(db).plan.annex1.years[0] ?? yearOf(now);
}

export const yearOf = (moment: string): number => Number(moment.slice(0, 4));
