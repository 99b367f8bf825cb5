import type { MethodOutput } from '../../../shared/contract/contract.ts';
import type { YearSpan } from '../../../shared/contract/year-comparison.ts';
import { checkpoint, type JobContext } from '../../jobs/progress.ts';
import type { ServiceContext } from '../context.ts';
import { type OutputFile, sha256Of } from '../files.ts';
import { readWorkPlan } from '../plan/work-plan.ts';
import { compareWorkYears } from './compare-years.ts';
import { comparisonTable } from './comparison-table.ts';

/** 多年对照 as a workbook, in the look of the official tables; written whole. */
export async function exportComparison(
  context: ServiceContext,
  output: OutputFile,
  span: YearSpan | null,
  job: JobContext,
): Promise<MethodOutput<'year.export'>> {
  const { plan } = readWorkPlan(context.work.handle);
  const table = comparisonTable({ plan, comparison: compareWorkYears(context, span), createdAt: context.now() });
  await checkpoint(job);
  job.report(0.4, 'layout');
  // exceljs takes longer to load than most calls take to answer: it is loaded when a workbook is written.
  const { writeTableWorkbook } = await import('../../documents/workbook/official-table-workbook.ts');
  const bytes = await writeTableWorkbook(table);
  await checkpoint(job);
  await output.write(bytes);
  job.report(1, 'print');
  return { file: output.name, sha256: sha256Of(bytes), bytes: bytes.byteLength, sample: table.sample };
}
