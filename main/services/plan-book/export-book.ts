import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { blankPlan } from '../../../shared/domain/plan/book/make/defaults.ts';
import { bookOf } from '../../../shared/domain/plan/book/make/book-of-plan.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import type { WorkDatabase } from '../../db/open.ts';
import { checkpoint, type JobContext } from '../../jobs/progress.ts';
import type { ServiceEnvironment } from '../context.ts';
import type { OutputFile } from '../files.ts';
import { readWorkBase, usualListYear, yearOf } from './work-base.ts';

export interface ExportRequest {
  /** Year of the list; the newest one without it. */
  readonly year?: number | undefined;
  /** An empty workbook of the same shape, for a district that has no plan yet. */
  readonly empty: boolean;
}

/** Writes the 方案工作簿 of a work, or an empty one; without a work there is only the empty one. */
export async function exportBook(
  environment: ServiceEnvironment,
  work: WorkDatabase | null,
  output: OutputFile,
  request: ExportRequest,
  job: JobContext,
): Promise<MethodOutput<'plan.export'>> {
  const { plan, year, empty } = shownPlan(environment, work, request);
  const book = bookOf(plan, year);
  await checkpoint(job);
  job.report(0.2, 'planBook');
  const { writePlanWorkbook } = await import('../../documents/workbook/plan-book/plan-workbook.ts');
  const bytes = await writePlanWorkbook(book, { createdAt: environment.now(), empty });
  await checkpoint(job);
  await output.write(bytes);
  job.report(1, 'planBook');
  return { file: output.name, year, empty, bytes: bytes.byteLength, sheets: book.map(({ name, rows }) => ({ name, rows: rows.length })) };
}

/** Years of an empty workbook: the one asked for, or this one, and the two after it. */
const YEARS_AHEAD = 3;

function shownPlan(
  environment: ServiceEnvironment,
  work: WorkDatabase | null,
  { year: asked, empty }: ExportRequest,
): { readonly plan: Plan; readonly year: number; readonly empty: boolean } {
  if (work !== null && !empty) {
    const year = asked ?? usualListYear(work.handle, environment.now());
    return { plan: readWorkBase(work.handle, year).plan, year, empty: false };
  }
  const year = asked ?? yearOf(environment.now());
  const years = Array.from({ length: YEARS_AHEAD }, (_, index) => year + index);
  return { plan: blankPlan(years, year), year, empty: true };
}
