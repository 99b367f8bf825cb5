import { ROUNDS, type Round } from '../../../../shared/domain/plan/years/opening.ts';

const QUARTERS = 4;
const MONTHS = 12;

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** Rounds within the year that can have a last day of their own: 2026-Q1 … 2026-Q4, 2026-01 … 2026-12. */
export function roundKeys(year: number, rounds: readonly Round[]): string[] {
  return [
    ...(rounds.includes('quarter') ? numbers(QUARTERS).map((quarter) => `${year}-Q${quarter}`) : []),
    ...(rounds.includes('month') ? numbers(MONTHS).map((month) => `${year}-${String(month).padStart(2, '0')}`) : []),
  ];
}

/** With one round more or less, in the usual order. */
export const withRound = (rounds: readonly Round[], round: Round, on: boolean): Round[] =>
  ROUNDS.filter((one) => (one === round ? on : rounds.includes(one)));
