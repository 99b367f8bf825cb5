import type { schemesMethods } from '../../../shared/contract/schemes.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import type { SourceFile } from '../../services/files.ts';
import { checkSchemeFile } from '../../services/schemes/language/check-file.ts';
import { trySchemeFile } from '../../services/schemes/language/try-file.ts';
import type { HandlerContext, Handlers } from '../handler.ts';

export const schemesHandlers: Handlers<typeof schemesMethods> = {
  'schemes.check': async (context, { file }) => (await checkSchemeFile(await sourceOf(context, file))).view,
  'schemes.try': async (context, { file, ...input }) => trySchemeFile(await sourceOf(context, file), input),
};

async function sourceOf(context: HandlerContext, file: string): Promise<SourceFile> {
  const [source] = await context.grants.sources([file]);
  if (source === undefined) throw new Failure('FILE_GRANT_UNKNOWN', { grant: file });
  return source;
}
