import type { yearComparisonMethods } from '../../../shared/contract/year-comparison.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { compareWorkYears } from '../../services/years/compare-years.ts';
import { exportComparison } from '../../services/years/export-comparison.ts';
import type { Handlers } from '../handler.ts';

export const yearComparisonHandlers: Handlers<typeof yearComparisonMethods> = {
  'year.compare': (context, { span }) => compareWorkYears(context.work(), span ?? null),
  'year.export': (context, { file, span }, job) => {
    const path = context.grants.pathOf(file);
    if (path.startsWith(context.work().work.path)) throw new Failure('FILE_IS_WORK', { path });
    // A file under the wrong ending would not open by a double click, and might be another file that is needed.
    if (!path.toLowerCase().endsWith('.xlsx')) throw new Failure('REPORT_EXTENSION', { path, format: 'xlsx' });
    return exportComparison(context.work(), context.grants.outputFile(file), span ?? null, job);
  },
};
