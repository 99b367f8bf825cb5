import type { planBookMethods } from '../../../shared/contract/plan-book.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { checkpoint } from '../../jobs/progress.ts';
import { compareWithNothing, compareWithWork } from '../../services/plan-book/compare-book.ts';
import { exportBook } from '../../services/plan-book/export-book.ts';
import { importBook } from '../../services/plan-book/import-book.ts';
import { listDocuments } from '../../services/plan-book/list-documents.ts';
import { readSource } from '../../services/plan-book/read-source.ts';
import type { Handlers } from '../handler.ts';

export const planBookHandlers: Handlers<typeof planBookMethods> = {
  'plan.export': (context, { file, ...request }, job) => {
    const path = context.grants.pathOf(file);
    if (context.openWork !== null && path.startsWith(context.openWork.path)) throw new Failure('FILE_IS_WORK', { path });
    if (!path.toLowerCase().endsWith('.xlsx')) throw new Failure('REPORT_EXTENSION', { path, format: 'xlsx' });
    return exportBook(context.environment, context.openWork, context.grants.outputFile(file), request, job);
  },
  'plan.compare': async (context, { source, passwords, fresh, ...request }, job) => {
    const work = fresh ? null : context.work().work;
    const read = await readSource(context.tables, await context.grants.sources([source]), passwords, job.signal);
    await checkpoint(job);
    const compared =
      work === null ? compareWithNothing(context.environment, read, request) : compareWithWork(context.environment, work, read, request);
    return compared.comparison;
  },
  'plan.import': async (context, { source, passwords, ...request }, job) =>
    importBook(context.work(), await readSource(context.tables, await context.grants.sources([source]), passwords, job.signal), request),
  'plan.documents': (context) => listDocuments(context.work().work.handle),
};
