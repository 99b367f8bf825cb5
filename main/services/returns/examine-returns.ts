import { typedKey } from '../../../shared/domain/returns/other-table/chosen-rows.ts';
import { READING_EDITION } from '../../../shared/domain/returns/reading-edition.ts';
import { checkpoint, type JobContext } from '../../jobs/progress.ts';
import { FORM_LIMITS } from '../../documents/workbook-reader/limits.ts';
import type { ServiceContext } from '../context.ts';
import type { SourceFile } from '../files.ts';
import { unpackedFiles } from '../unpack.ts';
import { requireUnit } from '../plan/work-plan.ts';
import { type PlanOfYear, requireUnlockedYear } from '../plan/year-plan.ts';
import { agreedTables } from './agreed-tables.ts';
import { examineFile } from './examine.ts';
import type { ExaminedFile, ExamineRequest } from './examined-file.ts';
import { createLayouts, formerLayouts } from './layouts.ts';
import { requireUsed } from './row-choices.ts';
import { readingRulesAt } from './reading-rules.ts';
import { type CredibleSpan, credibleSpan } from './stand-versions.ts';

export interface Examination {
  readonly yearPlan: PlanOfYear;
  readonly year: number;
  readonly files: readonly ExaminedFile[];
  /** Between which days a 填报日期 can be true. */
  readonly credible: CredibleSpan;
}

export interface ExaminationRequest {
  readonly year: number;
  /** SHA-256 of the files to take in; the others are left out (不采用). */
  readonly only?: readonly string[] | undefined;
  /** Whose the files are, where they do not say so themselves with one voice. */
  readonly unit?: string | undefined;
  /** The same of single files, by SHA-256. */
  readonly units?: readonly { readonly sha256: string; readonly unit: string }[] | undefined;
  /** What rows of tables that offices draw up themselves are (人工对应); of one file by its SHA-256, or of any. */
  readonly rows?: readonly { readonly sha256?: string | undefined; readonly name: string; readonly row: string | null }[] | undefined;
  /** Passwords to open (打开密码); each file is tried with each. */
  readonly passwords?: readonly string[] | undefined;
}

/**
 * Reads every file on its own, one after the other; preview, trial and import all begin here. With `only`, files of another SHA-256 are left
 * out as if they had not been there.
 */
export async function examineReturns(
  context: ServiceContext,
  sources: readonly SourceFile[],
  request: ExaminationRequest,
  job: JobContext,
): Promise<Examination> {
  const { year, passwords = [] } = request;
  const { credible, ...reading } = yearReading(context, year, job);
  const { plan } = reading.yearPlan;
  const only = request.only === undefined ? null : new Set(request.only);
  const chosen = request.unit === undefined ? null : requireUnit(plan, request.unit);
  const units = new Map(request.units?.map(({ sha256, unit }) => [sha256, requireUnit(plan, unit)]));
  const rows = (request.rows ?? []).map(({ sha256 = null, name, row }) => ({ sha256, name: typedKey(name), row }));
  const asked = { ...reading, only, chosen, units, passwords, rows };
  const files: ExaminedFile[] = [];
  for await (const { index, source } of unpackedFiles(sources)) {
    await checkpoint(job);
    job.report(index / sources.length, 'read');
    const file = await examineFile(source, asked);
    if (file !== null) files.push(file);
  }
  await checkpoint(job);
  requireUsed(rows, files);
  return { yearPlan: reading.yearPlan, year, files, credible };
}

type YearReading = Omit<ExamineRequest, 'only' | 'chosen' | 'units' | 'passwords' | 'rows'> & Pick<Examination, 'yearPlan' | 'credible'>;

/** What returns of an open year are read by now. */
export function yearReading(context: ServiceContext, year: number, { signal }: Pick<JobContext, 'signal'>): YearReading {
  const db = context.work.handle;
  const yearPlan = requireUnlockedYear(db, year);
  const layoutOf = createLayouts(db, yearPlan);
  return {
    yearPlan,
    year,
    edition: READING_EDITION,
    layoutOf,
    formerLayoutOf: formerLayouts(db, yearPlan),
    ...readingRulesAt(db, year, context.now(), yearPlan.plan),
    agreed: agreedTables(db, yearPlan, layoutOf),
    signal,
    readTable: (name, bytes, options) => context.tables.table({ name, bytes }, { ...FORM_LIMITS, ...options }, signal),
    credible: credibleSpan({ year, yearPlan }, context.now()),
  };
}
