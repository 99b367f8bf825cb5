import { InvalidArgumentError } from 'commander';

/** --year 2024 */
export function parseYear(text: string): number {
  if (!/^20\d\d$/.test(text)) throw new InvalidArgumentError('请写四位年份，如 2024。');
  return Number(text);
}

export interface YearOption {
  readonly year: number;
}
