import { type Command, Option } from 'commander';
import { yearCommandText as text } from '../../../../shared/text/year-command-text.ts';
import { valueBookText } from '../render/value-book.ts';
import type { CliSession } from '../session.ts';
import { missingOption, parseYear } from './options.ts';

/** What one value needs; a workbook has it in its rows. */
export interface OneValue {
  readonly measure: string;
  readonly year: number;
  readonly value: string;
}

export type ValueOptions = Partial<OneValue> & { readonly workbook?: string };

/** --measure, --year, --value of one value, or --workbook with many. */
export const addValueOptions = (command: Command, words: { readonly value: string; readonly workbook: string }): Command =>
  command
    .option('--measure <指标>', text.measure)
    .option('--year <年度>', text.yearOption, parseYear)
    .option('--value <数值>', words.value)
    .addOption(new Option('--workbook <FILE.xlsx>', words.workbook).conflicts(['measure', 'year', 'value', 'unit', 'kind']));

/** The one value that the options name; null where they name a workbook. */
export function oneValue({ workbook, measure, year, value }: ValueOptions): OneValue | null {
  if (workbook !== undefined) return null;
  if (measure === undefined && year === undefined && value === undefined) throw missingOption('--measure <指标> 或 --workbook <FILE.xlsx>');
  if (measure === undefined) throw missingOption('--measure <指标>');
  if (year === undefined) throw missingOption('--year <年度>');
  if (value === undefined) throw missingOption('--value <数值>');
  return { measure, year, value };
}

interface TargetsHead {
  readonly document: string;
  readonly from: string;
  readonly reason: string;
}

/** targets revise --workbook: ends with 1 where a row is wrong, and then nothing is stored. */
export async function reviseByBook(session: CliSession, workbook: string, head: TargetsHead, dryRun: boolean): Promise<void> {
  const source = session.grant(workbook);
  const { document, from } = head;
  const report = dryRun
    ? await session.call('targets.read', { source, document, from })
    : await session.call('targets.import', { source, ...head });
  if (report.effect === null) process.exitCode = 1;
  session.result(report, () => valueBookText(report, dryRun ? null : document));
}

interface FiguresHead {
  readonly document: string;
  readonly reason: string;
}

/** figures set --workbook, in the same way. */
export async function settleByBook(session: CliSession, workbook: string, head: FiguresHead, dryRun: boolean): Promise<void> {
  const source = session.grant(workbook);
  const report = dryRun
    ? await session.call('figures.read', { source, document: head.document })
    : await session.call('figures.import', { source, ...head });
  if (report.effect === null) process.exitCode = 1;
  session.result(report, () => valueBookText(report, dryRun ? null : head.document));
}
