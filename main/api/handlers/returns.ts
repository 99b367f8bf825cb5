import type { returnsMethods } from '../../../shared/contract/returns.ts';
import { currentFindings } from '../../services/returns/current-findings.ts';
import { importReturns } from '../../services/returns/import-returns.ts';
import { originalSheet } from '../../services/returns/original-sheet.ts';
import { previewReturns } from '../../services/returns/preview-returns.ts';
import { returnStatus } from '../../services/reporting/return-status.ts';
import { writeTemplates } from '../../services/returns/write-templates.ts';
import type { Handlers } from '../handler.ts';

export const returnsHandlers: Handlers<typeof returnsMethods> = {
  'returns.templates': async (context, { folder, ...request }, job) => ({
    year: request.year,
    files: await writeTemplates(
      context.work(),
      context.grants.outputFolder(folder),
      { year: request.year, units: request.units, air: request.air },
      job,
    ),
  }),
  'returns.preview': async (context, { sources, ...request }, job) =>
    previewReturns(context.work(), await context.grants.sources(sources), request, job),
  'returns.original': (context, request, job) => originalSheet(context.work(), request, job.signal),
  'returns.findings': (context, { year, state }) => ({ findings: currentFindings(context.work(), year, state) }),
  'returns.import': async (context, { sources, ...request }, job) =>
    importReturns(context.work(), await context.grants.sources(sources), request, job),
  'returns.status': (context, { year }) => returnStatus(context.work(), year),
};
