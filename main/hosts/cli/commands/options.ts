import { InvalidArgumentError } from 'commander';
import type { CliSession } from '../session.ts';

/** --year 2024 */
export function parseYear(text: string): number {
  if (!/^20\d\d$/.test(text)) throw new InvalidArgumentError('请写四位年份，如 2024。');
  return Number(text);
}

export interface YearOption {
  readonly year: number;
}

export interface SchemeOption {
  readonly scheme?: string;
}

/** By rules is scored what is named and is not the year's annual scheme, and a year whose own scheme is written as rules. */
export async function byRules(session: CliSession, { year, scheme }: YearOption & SchemeOption): Promise<boolean> {
  const { scheme: own } = await session.call('year.show', { year });
  return scheme === undefined || scheme === own?.id ? own?.shape === 'rules' : true;
}

export const schemeRequest = ({ year, scheme }: YearOption & SchemeOption): { readonly year: number; readonly scheme?: string } => ({
  year,
  ...(scheme === undefined ? {} : { scheme }),
});
