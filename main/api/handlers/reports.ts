import type { reportsMethods } from '../../../shared/contract/reports.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { listReports, previewReport, printReport } from '../../services/reports/print-report.ts';
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
