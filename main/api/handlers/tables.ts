import type { tablesMethods } from '../../../shared/contract/tables.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { writeTables } from '../../services/tables/write-tables.ts';
import { PICTURE_FORMATS, writePicture } from '../../services/tables/write-picture.ts';
import type { HandlerContext, Handlers } from '../handler.ts';

export const tablesHandlers: Handlers<typeof tablesMethods> = {
  'tables.write': (context, { file, tables }, job) => {
    const path = outputPath(context, file);
    if (!path.toLowerCase().endsWith('.xlsx')) throw new Failure('REPORT_EXTENSION', { path, format: 'xlsx' });
    return writeTables(context.environment, context.grants.outputFile(file), tables, job);
  },
  'pictures.write': (context, { file, content }, job) => {
    const path = outputPath(context, file);
    const format = PICTURE_FORMATS.find((one) => path.toLowerCase().endsWith(`.${one}`));
    if (format === undefined) throw new Failure('REPORT_EXTENSION', { path, format: PICTURE_FORMATS.join('、') });
    return writePicture(context.grants.outputFile(file), { format, bytes: Buffer.from(content, 'base64') }, job);
  },
};

/** The work itself and what SQLite keeps beside it are no place for something that is handed over. */
function outputPath({ grants, openWork }: HandlerContext, file: string): string {
  const path = grants.pathOf(file);
  if (openWork !== null && path.startsWith(openWork.path)) throw new Failure('FILE_IS_WORK', { path });
  return path;
}
