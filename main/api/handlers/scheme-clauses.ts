import type { ClauseSource, schemeClausesMethods, SchemeClausesView } from '../../../shared/contract/scheme-clauses.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { printClauses } from '../../services/scheme-clauses/print-clauses.ts';
import { fileClauses, storedClauses } from '../../services/scheme-clauses/read-clauses.ts';
import type { HandlerContext, Handlers } from '../handler.ts';

export const schemeClausesHandlers: Handlers<typeof schemeClausesMethods> = {
  'schemes.clauses': (context, { source }) => clausesOf(context, source),
  'schemes.print': async (context, { source, format, file }, job) => {
    const view = await clausesOf(context, source);
    const path = context.grants.pathOf(file);
    if (context.openWork !== null && path.startsWith(context.openWork.path)) throw new Failure('FILE_IS_WORK', { path });
    if (!path.toLowerCase().endsWith(`.${format}`)) throw new Failure('REPORT_EXTENSION', { path, format });
    const { environment, printer } = context;
    const printing = { ...environment, printer, now: () => environment.now() };
    return printClauses(printing, view, { format, output: context.grants.outputFile(file) }, job);
  },
};

async function clausesOf(context: HandlerContext, source: ClauseSource): Promise<SchemeClausesView> {
  if ('id' in source) return storedClauses(context.work().work.handle, source.id, source.number ?? null);
  const [file] = await context.grants.sources([source.file]);
  if (file === undefined) throw new Failure('FILE_GRANT_UNKNOWN', { grant: source.file });
  return fileClauses(context.environment.templatesFolder, file, source.rule ?? null);
}
