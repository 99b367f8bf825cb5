import { CommanderError, InvalidArgumentError } from 'commander';

/** --year 2024 */
export function parseYear(text: string): number {
  if (!/^20\d\d$/.test(text)) throw new InvalidArgumentError('请写四位年份，如 2024。');
  return Number(text);
}

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
