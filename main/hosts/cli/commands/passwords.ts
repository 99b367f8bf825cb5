import { type Command, InvalidArgumentError } from 'commander';
import { commandText } from '../../../../shared/text/command-text.ts';

export interface PasswordOption {
  readonly password?: readonly string[] | undefined;
}

/** --password 打开密码: several add up, and each file is tried with each. */
export const withPasswords = (command: Command): Command => command.option('--password <密码>', commandText.password, collect);

function collect(typed: string, known: readonly string[] = []): string[] {
  if (typed === '') throw new InvalidArgumentError(commandText.passwordEmpty);
  return [...known, typed];
}

/** A password that nothing could be opened with is a mistake of the line: the workbook is most likely forgotten. `option` would name one. */
export function refuseUnused({ password }: PasswordOption, workbook: string | undefined, option: string): void {
  if (password !== undefined && workbook === undefined) throw new InvalidArgumentError(commandText.passwordUnused(option));
}

/** Those of the line, and those of the environment (ZHIQI_PASSWORD, one a line), which no history of a shell keeps. */
export function passwordsOf({ password = [] }: PasswordOption): { readonly passwords?: string[] } {
  const kept = (process.env['ZHIQI_PASSWORD'] ?? '').split(/\r?\n/u).filter((word) => word !== '');
  const passwords = [...password, ...kept];
  return passwords.length === 0 ? {} : { passwords };
}
