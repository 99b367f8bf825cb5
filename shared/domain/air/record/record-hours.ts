import type { Fraction } from '../../numbers/fraction.ts';
import type { Pollutant } from '../standards/pollutants.ts';

/** Hours of a place on one day. */
export interface RecordHours {
  readonly date: string;
  /** Means of the place by hour, the first is 00:00–01:00; absent where no station has hours of the pollutant. */
  readonly means: Readonly<Partial<Record<Pollutant, readonly (Fraction | null)[]>>>;
  /** Valid hours of each station that has hours of the pollutant on the day. */
  readonly valid: Readonly<Partial<Record<Pollutant, readonly { readonly station: string; readonly hours: number }[]>>>;
}
