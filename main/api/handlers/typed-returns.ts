import type { typedReturnsMethods } from '../../../shared/contract/typed-returns.ts';
import { importTyped, previewTyped, writeScan } from '../../services/returns/typed/take-in-typed.ts';
import type { TypedRequest } from '../../services/returns/typed/examine-typed.ts';
import { unitRows, writeTypedForms } from '../../services/returns/typed/typed-forms.ts';
import type { SourceFile } from '../../services/files.ts';
import type { HandlerContext, Handlers } from '../handler.ts';

export const typedReturnsHandlers: Handlers<typeof typedReturnsMethods> = {
  'typed.rows': (context, request) => unitRows(context.work(), request),
  'typed.forms': async (context, { folder, ...request }, job) => ({
    year: request.year,
    files: await writeTypedForms(context.work(), context.grants.outputFolder(folder), request, job),
  }),
  'typed.preview': async (context, input, job) => {
    const work = context.work();
    return previewTyped(work, await requestOf(context, input), job);
  },
  'typed.import': async (context, { dryRun, adopt, ...input }, job) => {
    const work = context.work();
    return importTyped(work, { ...(await requestOf(context, input)), dryRun, adopt }, job);
  },
  'typed.scan': (context, { number, folder }, job) => writeScan(context.work(), context.grants.outputFolder(folder), number, job),
};

type Input = Omit<TypedRequest, 'by' | 'table' | 'scan'> & {
  readonly by?: string | undefined;
  readonly table?: string | undefined;
  readonly scan?: string | undefined;
};

async function requestOf(context: Pick<HandlerContext, 'grants' | 'actor'>, { table, scan, by, ...input }: Input): Promise<TypedRequest> {
  const fileOf = async (grant: string | undefined): Promise<SourceFile | null> =>
    grant === undefined ? null : ((await context.grants.sources([grant]))[0] ?? null);
  return { ...input, by: by ?? context.actor.name, table: await fileOf(table), scan: await fileOf(scan) };
}
