import type { Pollutant } from '../standards/pollutants.ts';

/** Hourly means are held as whole thousandths of µg/m³ (CO of mg/m³): finer than any instrument reports, and exact. */
export const HOUR_SCALE = 1000;
export const HOURS_OF_DAY = 24;

/** No value was reported for the hour. */
export const HOUR_MISSING = -2_147_483_648;
/** A value was reported and marked as invalid, or was impossible. */
export const HOUR_INVALID = -2_147_483_647;

/**
 * The 24 hourly means of one station on one natural day: element 0 is 00:00–01:00, element 23 is 23:00–24:00. A pollutant that the station
 * did not report at all is absent.
 */
export interface HoursOfDay {
  readonly date: string;
  readonly values: Readonly<Partial<Record<Pollutant, Int32Array>>>;
}

export const isValidHour = (value: number): boolean => value > HOUR_INVALID;
