import type { tablesMethods } from '../../../shared/contract/tables.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { writeTables } from '../../services/tables/write-tables.ts';
import type { Handlers } from '../handler.ts';

export const tablesHandlers: Handlers<typeof tablesMethods> = {
  'tables.write': (context, { file, tables }, job) => {
    const path = context.grants.pathOf(file);
    if (context.openWork !== null && path.startsWith(context.openWork.path)) throw new Failure('FILE_IS_WORK', { path });
    if (!path.toLowerCase().endsWith('.xlsx')) throw new Failure('REPORT_EXTENSION', { path, format: 'xlsx' });
    return writeTables(context.environment, context.grants.outputFile(file), tables, job);
  },
};
