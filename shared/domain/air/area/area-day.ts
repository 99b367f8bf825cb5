import type { Pollutant } from '../standards/pollutants.ts';
import type { PlaceDay } from '../types.ts';
import type { AreaShare } from './area-share.ts';

/** A day of an area, how many stations have each of its pollutants, and how many are to have it (应有点位). */
export interface AreaDay extends PlaceDay {
  readonly stations: Readonly<Record<Pollutant, number>>;
  readonly expected: Readonly<Record<Pollutant, number>>;
}

/** What an area asks of its stations. */
export interface AreaRule {
  /** Stations that are to have a value of the pollutant on the day. */
  readonly expected: (date: string, pollutant: Pollutant) => number;
  readonly share: (date: string) => AreaShare;
}
