import { type Pollutant, POLLUTANTS } from '../standards/pollutants.ts';

/** One value for each pollutant. */
export function eachPollutant<T>(make: (pollutant: Pollutant) => T): Record<Pollutant, T> {
  return { so2: make('so2'), no2: make('no2'), co: make('co'), o3: make('o3'), pm10: make('pm10'), pm25: make('pm25') };
}

/** The entries that have a value. */
export function somePollutants<T>(make: (pollutant: Pollutant) => T | null): Partial<Record<Pollutant, T>> {
  const record: Partial<Record<Pollutant, T>> = {};
  for (const pollutant of POLLUTANTS) {
    const value = make(pollutant);
    if (value !== null) record[pollutant] = value;
  }
  return record;
}
