import { CommanderError, InvalidArgumentError } from 'commander';
import type { CliSession } from '../session.ts';

/** --year 2024 */
export function parseYear(text: string): number {
  if (!/^20\d\d$/.test(text)) throw new InvalidArgumentError('请写四位年份，如 2024。');
  return Number(text);
}

/** What stands in the place of `name` of the usage, read; a refusal names it as commander does of an option. */
export function argument<Value>(name: string, text: string, parse: (text: string) => Value): Value {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    throw new InvalidArgumentError(`error: command-argument value '${text}' is invalid for argument '${name}'. ${error.message}`);
  }
}

/** <年度> */
export const yearArgument = (text: string): number => argument('年度', text, parseYear);

export interface YearOption {
  readonly year: number;
}

/** --reason, which only what is stored needs: a preview has none. */
export function reasonOf({ reason = '', dryRun }: { readonly reason?: string; readonly dryRun: boolean }): string {
  if (reason.trim() === '' && !dryRun) throw missingOption('--reason <理由>');
  return reason;
}

/** As commander itself says it of an option that every use of a command needs. */
export const missingOption = (option: string): CommanderError =>
  new CommanderError(1, 'commander.missingMandatoryOptionValue', `error: required option '${option}' not specified`);

export interface SchemeOption {
  readonly scheme?: string;
}

/** By rules is scored what is written as rules, named or chosen for the year. */
export async function byRules(session: CliSession, { year, scheme }: YearOption & SchemeOption): Promise<boolean> {
  const { scheme: own } = await session.call('year.show', { year });
  if (scheme === undefined || scheme === own?.id) return own?.shape === 'rules';
  const { schemes } = await session.call('schemes.list', {});
  return schemes.some(({ id, kind }) => id === scheme && kind === 'rules');
}

export const schemeRequest = ({ year, scheme }: YearOption & SchemeOption): { readonly year: number; readonly scheme?: string } => ({
  year,
  ...(scheme === undefined ? {} : { scheme }),
});
