import { type Command, CommanderError, Option } from 'commander';
import { yearCommandText as text } from '../../../../shared/text/year-command-text.ts';
import { valueBookText } from '../render/value-book.ts';
import type { CliSession } from '../session.ts';
import { missingOption, parseYear } from './options.ts';
import { type PasswordOption, refuseUnused, withPasswords } from './passwords.ts';

/** What one value needs; a workbook has it in its rows. */
export interface OneValue {
  readonly measure: string;
  readonly year: number;
  readonly value: string;
}

export interface ValueOptions extends PasswordOption {
  readonly measure?: string;
  readonly year?: readonly number[];
  readonly value?: readonly string[];
  readonly workbook?: string;
}

/** --measure, --year, --value of one value, or --workbook with many. */
export const addValueOptions = (command: Command, words: { readonly value: string; readonly workbook: string }): Command =>
  withPasswords(command)
    .option('--measure <指标>', text.measure)
    .option('--year <年度>', text.yearsOption, (typed: string, known: readonly number[] = []) => [...known, parseYear(typed)])
    .option('--value <数值>', words.value, (typed: string, known: readonly string[] = []) => [...known, typed])
    .addOption(new Option('--workbook <FILE.xlsx>', words.workbook).conflicts(['measure', 'year', 'value', 'unit', 'kind']));

/** The values that the options name: one for each --year, or each --value with its own (2026=≤31); null where they name a workbook. */
export function valuesOf({ workbook, password, measure, year: years = [], value: typed = [] }: ValueOptions): readonly OneValue[] | null {
  if (workbook !== undefined) return null;
  refuseUnused({ password }, workbook, '--workbook <FILE.xlsx>');
  if (measure === undefined && years.length === 0 && typed.length === 0) throw missingOption('--measure <指标> 或 --workbook <FILE.xlsx>');
  if (measure === undefined) throw missingOption('--measure <指标>');
  const [first] = typed;
  if (years.length === 0 && (typed.length === 0 || typed.some((one) => !DATED.test(one)))) throw missingOption('--year <年度>');
  if (first === undefined) throw missingOption('--value <数值>');
  const values =
    typed.every((one) => DATED.test(one)) && years.length === 0 ? typed.map(dated) : years.map((year) => ({ year, value: first }));
  if (years.length > 0 && typed.length > 1) throw invalidValue(text.valuesMixed);
  const twice = values.find(({ year }, index) => values.findIndex((other) => other.year === year) !== index);
  if (twice !== undefined) throw invalidValue(text.yearTwice(twice.year));
  return values.map((one) => ({ measure, ...one }));
}

/** 2026=≤31; the target itself may begin with a sign of its own (2026==300). */
const DATED = /^\s*(20\d\d)\s*[=＝](.*)$/su;

function dated(typed: string): { readonly year: number; readonly value: string } {
  const [, year = '', value = ''] = DATED.exec(typed) ?? [];
  return { year: Number(year), value };
}

/** As commander itself says it of a value that an option does not take. */
const invalidValue = (sentence: string): CommanderError =>
  new CommanderError(1, 'commander.invalidArgument', `error: option '--value <数值>' argument is invalid. ${sentence}`);

interface TargetsHead {
  readonly passwords?: string[];
  readonly document: string;
  readonly from: string;
  readonly reason: string;
}

/** targets revise --workbook: ends with 1 where a row is wrong, and then nothing is stored. */
export async function reviseByBook(session: CliSession, workbook: string, head: TargetsHead, dryRun: boolean): Promise<void> {
  const source = session.grant(workbook);
  const { reason: _unasked, ...asked } = head;
  const report = dryRun
    ? await session.call('targets.read', { source, ...asked })
    : await session.call('targets.import', { source, ...head });
  if (report.effect === null) process.exitCode = 1;
  session.result(report, () => valueBookText(report, dryRun ? null : head.document));
}

interface FiguresHead {
  readonly passwords?: string[];
  readonly document: string;
  readonly reason: string;
}

/** figures set --workbook, in the same way. */
export async function settleByBook(session: CliSession, workbook: string, head: FiguresHead, dryRun: boolean): Promise<void> {
  const source = session.grant(workbook);
  const { reason: _unasked, ...asked } = head;
  const report = dryRun
    ? await session.call('figures.read', { source, ...asked })
    : await session.call('figures.import', { source, ...head });
  if (report.effect === null) process.exitCode = 1;
  session.result(report, () => valueBookText(report, dryRun ? null : head.document));
}
