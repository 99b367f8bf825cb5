import { HOUR_INVALID, HOUR_MISSING, HOURS_OF_DAY } from '../../../shared/domain/air/hours/hours-of-day.ts';
import { type Pollutant, POLLUTANTS } from '../../../shared/domain/air/standards/pollutants.ts';
import { daysOfYear } from '../../../shared/domain/calendar.ts';

/** A leap year under one standard, so that the alternatives need to know only one set of breakpoints. */
export const YEAR = 2024;
export const DATES: readonly string[] = daysOfYear(YEAR);

export interface MadeStation {
  readonly id: number;
  /** 1-based. */
  readonly town: number;
  /** Index of the first day with data. */
  readonly firstDay: number;
  readonly pollutants: readonly Pollutant[];
}

/**
 * Every tenth town has two stations, every thirteenth starts in March and is too short to be ranked, every seventeenth measures particles
 * alone, as micro-stations (微站) do.
 */
export function madeStations(towns: number): readonly MadeStation[] {
  const stations: MadeStation[] = [];
  for (let town = 1; town <= towns; town += 1) {
    const count = town % 10 === 0 ? 2 : 1;
    for (let number = 0; number < count; number += 1) {
      stations.push({
        id: stations.length + 1,
        town,
        firstDay: town % 13 === 0 ? 60 : 0,
        pollutants: town % 17 === 0 ? ['pm10', 'pm25'] : POLLUTANTS,
      });
    }
  }
  return stations;
}

/**
 * Hourly means of a station's day in thousandths, 24 for each pollutant in the order of POLLUTANTS: whole µg/m³ and CO to a tenth of mg/m³,
 * as platforms export them. One day in forty has an outage of 3 to 12 hours, one hour in a hundred is missing or invalid.
 */
export function madeHours(station: MadeStation, day: number): Int32Array {
  const random = generator(station.id * 1009 + day * 7919 + 17);
  const hours = new Int32Array(POLLUTANTS.length * HOURS_OF_DAY).fill(HOUR_MISSING);
  const summer = 1 - Math.abs(day - 190) / 190;
  const weather = 0.45 + 1.1 * random() + (random() < 0.06 ? 1.2 : 0);
  const [outageFrom, outageHours] = random() < 1 / 40 ? [Math.floor(random() * 20), 3 + Math.floor(random() * 10)] : [0, 0];
  for (const pollutant of station.pollutants) {
    const { base, winter, step } = LEVELS[pollutant];
    const level = (base + winter * (1 - 2 * summer)) * weather * (0.85 + (station.town % 31) / 100);
    const offset = POLLUTANTS.indexOf(pollutant) * HOURS_OF_DAY;
    for (let hour = 0; hour < HOURS_OF_DAY; hour += 1) {
      if (hour >= outageFrom && hour < outageFrom + outageHours) continue;
      const chance = random();
      const sun = pollutant === 'o3' ? 0.4 + 1.2 * Math.max(0, 1 - Math.abs(hour - 15) / 9) : 1;
      const value = Math.max(1, Math.round((level * sun * (0.7 + 0.6 * random()) * 1000) / step));
      hours[offset + hour] = chance < 0.007 ? HOUR_MISSING : chance < 0.01 ? HOUR_INVALID : value * step;
    }
  }
  return hours;
}

/** Mean level, what winter adds and summer takes away, and the instrument's step in thousandths. */
const LEVELS: Readonly<Record<Pollutant, { readonly base: number; readonly winter: number; readonly step: number }>> = {
  so2: { base: 9, winter: 2, step: 1000 },
  no2: { base: 28, winter: 9, step: 1000 },
  co: { base: 0.8, winter: 0.2, step: 100 },
  o3: { base: 85, winter: -45, step: 1000 },
  pm10: { base: 58, winter: 18, step: 1000 },
  pm25: { base: 36, winter: 14, step: 1000 },
};

/** Mulberry32: the same numbers on every machine. */
function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
