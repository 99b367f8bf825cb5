import type { MethodInput } from '../../../shared/contract/contract.ts';
import type { CalendarDay, MonitoringPlace } from '../../../shared/contract/monitoring.ts';

export type Pollutant = CalendarDay['primary'][number];

export type StandardChoice = NonNullable<MethodInput<'monitoring.calendar'>['standard']>;

/** What every tab is given: the year with its places, what the address says, and how to change that. */
export interface TabProps {
  readonly year: number;
  readonly places: readonly MonitoringPlace[];
  readonly params: Readonly<Record<string, string>>;
  /** Keeps what is not named. */
  change(params: Readonly<Record<string, string | null>>): void;
}

/** In the order a person looks for them: the particles first. */
export const POLLUTANT_ORDER: readonly Pollutant[] = ['pm25', 'pm10', 'o3', 'no2', 'so2', 'co'];

/** What may stand in the address; anything else is by date. */
export const standardOf = (text: string | undefined): StandardChoice =>
  text === '2012' || text === '2026' || text === '2031' ? text : 'byDate';

/** The place of the address, else the first with data, else the first. */
export const placeOf = (places: readonly MonitoringPlace[], asked: string | undefined): MonitoringPlace | undefined =>
  places.find((place) => place.placeId === asked) ?? places.find((place) => place.days > 0) ?? places[0];
