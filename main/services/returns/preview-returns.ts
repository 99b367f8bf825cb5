import type { PreviewFile, PreviewReport } from '../../../shared/contract/returns.ts';
import { checkpoint, inSteps, type JobContext } from '../../jobs/progress.ts';
import type { ServiceContext } from '../context.ts';
import type { SourceFile } from '../files.ts';
import { previewedFiles } from '../preview-store.ts';
import { type Examination, type ExaminationRequest, examineReturns } from './examine-returns.ts';
import { countsOf, type JudgedFile, judgeReturns, outlineOf } from './judge-returns.ts';
import { shownMapping } from './row-choices.ts';
import { comparedValues } from './shown-values.ts';

/** Judges files as an import would and shows every value beside the one it replaces. Nothing is stored; the originals stay at hand. */
export async function previewReturns(
  context: ServiceContext,
  sources: readonly SourceFile[],
  request: Omit<ExaminationRequest, 'only'>,
  job: JobContext,
): Promise<PreviewReport> {
  return previewOf(context, await examineReturns(context, sources, request, job), job);
}

/** What was read, as the page shows it. */
export async function previewOf(context: ServiceContext, examination: Examination, job: JobContext): Promise<PreviewReport> {
  context.previewed.replace(previewedFiles(examination.files));
  const files: PreviewFile[] = [];
  for (const judged of await inSteps(judgeReturns(context.work.handle, examination), job)) {
    await checkpoint(job);
    const mapping = shownMapping(judged.file);
    files.push({ ...outlineOf(judged), values: previewValues(judged), ...(mapping === undefined ? {} : { mapping }) });
  }
  job.report(1, 'read');
  return { year: examination.year, files, counts: countsOf(files), today: context.now().slice(0, 10) };
}

const previewValues = ({ file, before }: JudgedFile): PreviewFile['values'] =>
  file.layout === null ? [] : comparedValues(file.layout, file.answers, before?.values ?? null);
