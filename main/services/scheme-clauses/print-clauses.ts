import type { MethodOutput } from '../../../shared/contract/contract.ts';
import type { ReportFormat } from '../../../shared/contract/reports.ts';
import type { SchemeClausesView } from '../../../shared/contract/scheme-clauses.ts';
import { checkpoint, type JobContext } from '../../jobs/progress.ts';
import { type OutputFile, sha256Of } from '../files.ts';
import { printTable, type TablePrinting } from '../reports/print-table.ts';
import { clausesTable } from './clauses-table.ts';

/** 打印办法: PDF or workbook, written whole. */
export async function printClauses(
  context: TablePrinting & { now(): string },
  view: SchemeClausesView,
  { format, output }: { readonly format: ReportFormat; readonly output: OutputFile },
  job: JobContext,
): Promise<MethodOutput<'schemes.print'>> {
  const table = clausesTable(view, context.now());
  await checkpoint(job);
  job.report(0.2, 'layout');
  const { bytes, ...about } = await printTable(context, table, format, job.signal);
  await checkpoint(job);
  await output.write(bytes);
  job.report(1, 'print');
  const sample = view.state === 'demonstration';
  return { format, file: output.name, sha256: sha256Of(bytes), bytes: bytes.byteLength, sample, ...about };
}
