import type { checkMethods, samplesMethods } from '../../../shared/contract/check.ts';
import type { reportsMethods } from '../../../shared/contract/reports.ts';
import { checkWork } from '../../services/check/check-work.ts';
import { listReports, printReport } from '../../services/reports/print-report.ts';
import { writeSamples } from '../../services/samples/write-samples.ts';
import type { Handlers } from '../handler.ts';

export const reportsHandlers: Handlers<typeof reportsMethods> = {
  'reports.list': (context, { year }) => ({ reports: listReports(context.work(), year) }),
  'reports.print': (context, { file, ...request }, job) => printReport(context.work(), context.grants.outputFile(file), request, job),
};

export const checkHandlers: Handlers<typeof checkMethods> = {
  'work.check': (context, _input, job) => checkWork(context.work(), job),
};

export const samplesHandlers: Handlers<typeof samplesMethods> = {
  'samples.write': (context, { year, folder }, job) => writeSamples(context.work(), context.grants.outputFolder(folder), year, job),
};
