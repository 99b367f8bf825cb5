import type { Finding } from '../../findings.ts';
import type { RawWorkbook } from '../../tables/raw-workbook.ts';
import type { Plan } from '../schema.ts';
import type { PlanDocument } from '../years/plan-document.ts';
import { presentPlan } from '../years/plan-for-year.ts';
import { amendmentOf, type MadeAmendment } from './amend.ts';
import { comparePlans } from './compare.ts';
import { idsOfOtherLists, usedIds } from './ids.ts';
import { readPlanBook } from './read/read-book.ts';

export interface ReadListFile {
  /** The plan with that list as its own; null where a finding is an error or the workbook has no list. */
  readonly plan: Plan | null;
  /** What a document of kind `list` holds: the list, what is asked of towns, new subjects. */
  readonly amendment: MadeAmendment | null;
  readonly findings: readonly Finding[];
}

/**
 * Reads the 年度事项清单 of one year alone, from a 方案工作簿 or from a workbook that has only that table. Other sheets are left out: a year is
 * opened with its list, and what else changes is a document of its own.
 */
export function readListFile(
  workbook: RawWorkbook,
  request: { readonly file: string; readonly documents: readonly PlanDocument[]; readonly year: number },
): ReadListFile {
  const { file, documents, year } = request;
  const present = presentPlan(documents);
  // Whatever stands for the year is replaced whole: nothing of the former list is kept where the file is silent.
  const base = { ...present, annex3: null, reporting: { ...present.reporting, townItems: [] } };
  const foreign = idsOfOtherLists(documents, year);
  const read = readPlanBook(workbook, {
    file,
    base,
    listYear: year,
    asOf: year,
    used: usedIds(documents),
    foreign,
    planId: base.id,
    only: ['list'],
  });
  const plan = read.parts.includes('list') ? read.plan : null;
  return { plan, amendment: plan === null ? null : amendmentOf(base, plan, comparePlans(base, plan)), findings: read.findings };
}
