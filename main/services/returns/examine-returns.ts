import type { MappingPairs } from '../../../shared/domain/returns/other-table/map-tables.ts';
import { selectAgreedTables } from '../../db/queries/agreed-tables.ts';
import { checkpoint, type JobContext } from '../../jobs/progress.ts';
import { FORM_LIMITS } from '../../documents/workbook-reader/limits.ts';
import type { ServiceContext } from '../context.ts';
import type { SourceFile } from '../files.ts';
import { unpackedFiles } from '../unpack.ts';
import { requireUnit } from '../plan/work-plan.ts';
import { type PlanOfYear, requireUnlockedYear } from '../plan/year-plan.ts';
import { examineFile } from './examine.ts';
import type { ExaminedFile, ExamineRequest } from './examined-file.ts';
import { createLayouts, formerLayouts } from './layouts.ts';
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
  const yearPlan = requireUnlockedYear(context.work.handle, year);
  const layoutOf = createLayouts(context.work.handle, yearPlan);
  const formerLayoutOf = formerLayouts(context.work.handle, yearPlan);
  const rules = readingRulesAt(context.work.handle, year, context.now());
  const only = request.only === undefined ? null : new Set(request.only);
  const chosen = request.unit === undefined ? null : requireUnit(yearPlan.plan, request.unit);
  const readTable: ExamineRequest['readTable'] = (name, bytes, options) =>
    context.tables.table({ name, bytes }, { ...FORM_LIMITS, ...options }, job.signal);
  const units = new Map(request.units?.map(({ sha256, unit }) => [sha256, requireUnit(yearPlan.plan, unit)]));
  const agreed = (unitId: string): readonly MappingPairs[] => selectAgreedTables(context.work.handle, unitId);
  const asked = { yearPlan, year, layoutOf, formerLayoutOf, only, chosen, units, agreed, passwords, readTable, ...rules };
  const files: ExaminedFile[] = [];
  for await (const { index, source } of unpackedFiles(sources)) {
    await checkpoint(job);
    job.report(index / sources.length, 'read');
    const file = await examineFile(source, asked);
    if (file !== null) files.push(file);
  }
  await checkpoint(job);
  return { yearPlan, year, files, credible: credibleSpan({ year, yearPlan }, context.now()) };
}
