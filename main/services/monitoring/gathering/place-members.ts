import type { Pollutant } from '../../../../shared/domain/air/standards/pollutants.ts';

/** 参与平均的点位 of one day. */
export interface DayMembers {
  readonly valid: Readonly<Record<Pollutant, number>>;
  readonly expected: Readonly<Record<Pollutant, number>>;
  readonly required: Readonly<Record<Pollutant, number>>;
}

/** What the values of a place are the mean of, and what they ought to be. */
export interface PlaceMembers {
  /** How many there are. */
  readonly size: number;
  /** Days of which any of them says something. */
  readonly dates: readonly string[];
  /** Null on a day of which no member says anything. */
  readonly on: (date: string) => DayMembers | null;
  /** Names of those that have values on the day, and of those that ought to have. */
  readonly names: (date: string) => { readonly entered: readonly string[]; readonly lacking: readonly string[] };
  /** Names of those that have a value on any day of a span. */
  readonly within: (from: string, to: string) => readonly string[];
}
