import type { Pollutant } from '../../../../shared/domain/air/standards/pollutants.ts';
import type { PlaceDay } from '../../../../shared/domain/air/types.ts';
import type { DecimalText } from '../../../../shared/domain/numbers/decimal.ts';

/** 参与平均的点位 of one day. */
export interface DayMembers {
  readonly valid: Readonly<Record<Pollutant, number>>;
  readonly expected: Readonly<Record<Pollutant, number>>;
  readonly required: Readonly<Record<Pollutant, number>>;
}

/** A station, or a town by its return, with its days. */
export interface MemberPart {
  readonly name: string;
  /** The town, or several, by which it has come to the place; a station of the district's own: its name. */
  readonly town: string;
  readonly days: readonly PlaceDay[];
  /** Its weight (权重) in the mean of the place, where it has another than 1. */
  readonly weightOn?: ((date: string) => DecimalText) | undefined;
}

/** What the values of a place are the mean of, and what they ought to be. */
export interface PlaceMembers {
  /** Those that have days, each with its own. */
  readonly parts: readonly MemberPart[];
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
