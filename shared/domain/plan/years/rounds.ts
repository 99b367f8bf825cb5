import { type Opening, ROUNDS, type Round } from './opening.ts';

const QUARTERS = 4;
const MONTHS = 12;

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** 各轮 within the year that can have a last day of their own: 2026-Q1 … 2026-Q4, 2026-01 … 2026-12. */
export function roundKeys(year: number, rounds: readonly Round[]): string[] {
  return [
    ...(rounds.includes('quarter') ? numbers(QUARTERS).map((quarter) => `${year}-Q${quarter}`) : []),
    ...(rounds.includes('month') ? numbers(MONTHS).map((month) => `${year}-${String(month).padStart(2, '0')}`) : []),
  ];
}

/** With one round more or less, in the usual order. */
export const withRound = (rounds: readonly Round[], round: Round, on: boolean): Round[] =>
  ROUNDS.filter((one) => (one === round ? on : rounds.includes(one)));

/** Only the days of rounds that there are: of a quarter where it is reported by quarter, of a month where by month. */
export const datesOfRounds = <Day>(rounds: readonly Round[], dates: Readonly<Record<string, Day>>): Record<string, Day> =>
  Object.fromEntries(Object.entries(dates).filter(([key]) => rounds.includes(/-Q\d$/u.test(key) ? 'quarter' : 'month')));

/** 下一轮: the round whose last day comes next, and the last day of the one before it, which divides their returns. */
export interface NextRound {
  /** `year`, or a key as 2026-Q1. */
  readonly round: string;
  readonly due: string;
  readonly after: string | null;
}

/** Null where no last day is still to come, or none is set. Rounds that end on one day are the same to a return: the longest stands for them. */
export function nextRound({ due, rounds, roundsDue }: Pick<Opening, 'due' | 'rounds' | 'roundsDue'>, today: string): NextRound | null {
  const dated = [
    ...(due !== null && rounds.includes('year') ? [{ round: 'year', due }] : []),
    ...Object.entries(datesOfRounds(rounds, roundsDue))
      .map(([round, day]) => ({ round, due: day }))
      .toSorted((one, other) => other.round.localeCompare(one.round)),
  ].toSorted((one, other) => one.due.localeCompare(other.due));
  const next = dated.find((one) => one.due >= today);
  if (next === undefined) return null;
  return { ...next, after: dated.findLast((one) => one.due < next.due)?.due ?? null };
}

/** A return of a unit, and the 填报日期 that stands in it. */
export interface DatedReturn {
  readonly unit: string;
  readonly reportedOn: string | null;
}

/**
 * Who has reported for a round, told by 填报日期 alone: after the last day of the round before it. Until there is one before it, every return
 * counts. A unit of which only undated returns came in cannot be told.
 */
export function reportedFor(round: NextRound, units: readonly string[], returns: readonly DatedReturn[]): RoundReports {
  const { after } = round;
  const own = Map.groupBy(returns, ({ unit }) => unit);
  const counts = ({ reportedOn }: DatedReturn): boolean => after === null || (reportedOn !== null && reportedOn > after);
  const reported = units.filter((unit) => own.get(unit)?.some(counts) ?? false);
  const undated = units.filter(
    (unit) => !reported.includes(unit) && (own.get(unit)?.some(({ reportedOn }) => reportedOn === null) ?? false),
  );
  return { reported, undated, missing: units.filter((unit) => !reported.includes(unit) && !undated.includes(unit)) };
}

export interface RoundReports {
  readonly reported: string[];
  readonly undated: string[];
  readonly missing: string[];
}
