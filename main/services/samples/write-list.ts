import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { bookOf } from '../../../shared/domain/plan/book/make/book-of-plan.ts';
import { checkpoint, type JobContext } from '../../jobs/progress.ts';
import type { ServiceContext } from '../context.ts';
import type { OutputFile } from '../files.ts';
import { readWorkPlan } from '../plan/work-plan.ts';
import { laterSampleYears } from './sample-data.ts';

/**
 * Writes the 年度事项清单 of a later sample year (示例数据) as the workbook with which the year is opened, and says what else is decided in
 * that year of the sample.
 */
export async function writeSampleList(
  context: ServiceContext,
  file: OutputFile,
  year: number,
  job: JobContext,
): Promise<MethodOutput<'samples.list'>> {
  const { plan } = readWorkPlan(context.work.handle);
  const later = laterSampleYears(context.templatesFolder, plan.id);
  const sample = later.find((one) => one.year === year);
  if (sample === undefined) throw new Failure('SAMPLE_OTHER_YEAR', { year, known: later.map((one) => one.year).join('、') });
  const { list, asked, document, issued, revisions } = sample;
  const book = bookOf({ ...plan, annex3: list, reporting: { ...plan.reporting, townItems: asked } }, year);
  await checkpoint(job);
  job.report(0, 'samples');
  const { writePlanWorkbook } = await import('../../documents/workbook/plan-book/plan-workbook.ts');
  const sheets = book.filter(({ key }) => key === 'list');
  await file.write(await writePlanWorkbook(sheets, { createdAt: `${issued}T08:00:00+08:00`, empty: false }));
  job.report(1, 'samples');
  return { file: file.name, items: list.items.length, document, issued, revisions };
}
