import type { YearView } from '../../../../shared/contract/years.ts';
import { heldText, yearsText } from '../../../../shared/text/ui/years-text.ts';
import { roundKeys } from '../../../../shared/domain/plan/years/rounds.ts';

/** One round of the year with its last day. */
export interface RoundDay {
  /** 2026-Q1, 2026-03; null for the year's own return. */
  readonly key: string | null;
  readonly name: string;
  readonly due: string | null;
}

/** The rounds in the order in which they fall due within the year; the year's own return comes last. */
export const roundDays = ({ year, rounds, roundsDue, due }: Pick<YearView, 'year' | 'rounds' | 'roundsDue' | 'due'>): RoundDay[] => [
  ...roundKeys(year, rounds).map((key) => ({ key, name: yearsText.roundName(key), due: roundsDue[key] ?? null })),
  ...(rounds.includes('year') ? [{ key: null, name: heldText.roundOfYear, due }] : []),
];
