import type { checkMethods, samplesMethods } from '../../../shared/contract/check.ts';
import type { reportsMethods } from '../../../shared/contract/reports.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { checkWork } from '../../services/check/check-work.ts';
import { listReports, previewReport, printReport } from '../../services/reports/print-report.ts';
import { writeMonitoringSamples } from '../../services/samples/write-monitoring.ts';
import { writeSamples } from '../../services/samples/write-samples.ts';
import type { Handlers } from '../handler.ts';

export const reportsHandlers: Handlers<typeof reportsMethods> = {
  'reports.preview': (context, request, job) => previewReport(context.work(), request, job),
  'reports.list': (context, { year }) => ({ reports: listReports(context.work(), year) }),
  'reports.print': (context, { file, ...request }, job) => {
    const path = context.grants.pathOf(file);
    if (path.startsWith(context.work().work.path)) throw new Failure('FILE_IS_WORK', { path });
    // A file under the wrong ending would not open by a double click, and might be another file that is needed.
    if (!path.toLowerCase().endsWith(`.${request.format}`)) throw new Failure('REPORT_EXTENSION', { path, format: request.format });
    return printReport(context.work(), context.grants.outputFile(file), request, job);
  },
};

export const checkHandlers: Handlers<typeof checkMethods> = {
  'work.check': (context, _input, job) => checkWork(context.work(), job),
};

export const samplesHandlers: Handlers<typeof samplesMethods> = {
  'samples.write': (context, { year, folder }, job) => writeSamples(context.work(), context.grants.outputFolder(folder), year, job),
  'samples.monitoring': (context, { folder }, job) => writeMonitoringSamples(context.work(), context.grants.outputFolder(folder), job),
};
