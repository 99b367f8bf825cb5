import type { valueBookMethods } from '../../../shared/contract/value-book.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { type ReadSource, readSource } from '../../services/plan-book/read-source.ts';
import { previewFigures, previewTargets, takeInFigures, takeInTargets } from '../../services/value-book/take-in.ts';
import { writeForm } from '../../services/value-book/write-form.ts';
import type { HandlerContext, Handlers } from '../handler.ts';

export const valueBookHandlers: Handlers<typeof valueBookMethods> = {
  'targets.read': async (context, { source, passwords, ...request }) => {
    const work = context.work();
    return previewTargets(work, await sourceOf(context, source, passwords), request);
  },
  'targets.import': async (context, { source, passwords, ...request }) => {
    const work = context.work();
    return takeInTargets(work, await sourceOf(context, source, passwords), request);
  },
  'figures.read': async (context, { source, passwords, ...request }) => {
    const work = context.work();
    return previewFigures(work, await sourceOf(context, source, passwords), request);
  },
  'figures.import': async (context, { source, passwords, ...request }) => {
    const work = context.work();
    return takeInFigures(work, await sourceOf(context, source, passwords), request);
  },
  'targets.form': (context, { file, year }, job) => {
    const work = context.work();
    const path = context.grants.pathOf(file);
    if (path.startsWith(work.work.path)) throw new Failure('FILE_IS_WORK', { path });
    if (!path.toLowerCase().endsWith('.xlsx')) throw new Failure('REPORT_EXTENSION', { path, format: 'xlsx' });
    return writeForm(work, context.grants.outputFile(file), year, job);
  },
};

const sourceOf = async (
  { grants, tables }: Pick<HandlerContext, 'grants' | 'tables'>,
  source: string,
  passwords: readonly string[] | undefined,
): Promise<ReadSource> => readSource(tables, await grants.sources([source]), passwords);
