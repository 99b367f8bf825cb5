import type { MethodOutput } from '../../../shared/contract/contract.ts';
import type { ShownTable } from '../../../shared/contract/tables.ts';
import { shownTableText } from '../../../shared/text/shown-table-text.ts';
import { checkpoint, type JobContext } from '../../jobs/progress.ts';
import type { ServiceEnvironment } from '../context.ts';
import type { OutputFile } from '../files.ts';

/** 导出 Excel: the tables of a page as a workbook, each with its title, the day and the filter above it. */
export async function writeTables(
  { now }: Pick<ServiceEnvironment, 'now'>,
  output: OutputFile,
  tables: readonly ShownTable[],
  job: JobContext,
): Promise<MethodOutput<'tables.write'>> {
  const moment = now();
  job.report(0.2, 'layout');
  await checkpoint(job);
  const { writeListWorkbook } = await import('../../documents/workbook/list-workbook.ts');
  const bytes = await writeListWorkbook(
    tables.map(({ about, ...table }) => ({ ...table, about: [...about, shownTableText.writtenOn(moment.slice(0, 10))] })),
    moment,
  );
  await checkpoint(job);
  await output.write(bytes);
  job.report(1, 'print');
  return { file: output.name, rows: tables.reduce((sum, { rows }) => sum + rows.length, 0), bytes: bytes.byteLength };
}
