import type { returnsMethods } from '../../../shared/contract/returns.ts';
import { importReturns } from '../../services/returns/import-returns.ts';
import { returnStatus } from '../../services/returns/return-status.ts';
import { writeTemplates } from '../../services/returns/write-templates.ts';
import type { Handlers } from '../handler.ts';

export const returnsHandlers: Handlers<typeof returnsMethods> = {
  'returns.templates': async (context, { folder, ...request }, job) => ({
    year: request.year,
    files: await writeTemplates(context.work(), context.grants.outputFolder(folder), { year: request.year, units: request.units, air: request.air }, job),
  }),
  'returns.import': async (context, { sources, ...request }, job) => importReturns(context.work(), await context.grants.sources(sources), request, job),
  'returns.status': (context, { year }) => returnStatus(context.work(), year),
};
