import type { Fraction } from '../../numbers/fraction.ts';
import { type Pollutant, POLLUTANTS } from '../standards/pollutants.ts';
import type { PlaceDay } from '../types.ts';
import type { AreaDay, AreaRule } from './area-day.ts';
import { requiredStations } from './area-share.ts';
import { divisorOf, meanOf } from './mean-of.ts';

/**
 * Days of an area whose stations weigh the same. Sums of a day are kept as whole numbers in arrays while the stations are walked through one after
 * the other: a year of a thousand stations has two million values. They are the means of meanOf, which is asked where a double does not hold them.
 */
export function plainAreaDays(stations: readonly (readonly PlaceDay[])[], rule: AreaRule | null): AreaDay[] {
  const known = new Set<string>();
  for (const days of stations) for (const { date } of days) known.add(date);
  const dates = [...known].toSorted();
  const places = new Map(dates.map((date, index) => [date, index]));
  const sums = FIELDS.map(() => emptySums(dates.length));
  for (const days of stations) {
    for (const day of days) {
      const place = places.get(day.date) ?? 0;
      for (const [field, pollutant] of POLLUTANTS.entries()) add(sums[field], place, day.values[pollutant]);
      add(sums[ONE_HOUR], place, day.o3OneHour);
    }
  }
  const lists = onDemand(() => Map.groupBy(stations.flat(), ({ date }) => date));
  return dates.map((date, place) => areaDayAt(date, place, { sums, rule, on: () => lists().get(date) ?? [] }));
}

/** One of them alone: what the stations say of the day, in their order. */
export function plainAreaDay(date: string, days: readonly PlaceDay[], rule: AreaRule | null): AreaDay {
  const sums = FIELDS.map(() => emptySums(1));
  for (const day of days) for (const [field, sum] of sums.entries()) add(sum, 0, valueOf(day, field));
  return areaDayAt(date, 0, { sums, rule, on: () => days });
}

interface Summed {
  readonly sums: readonly Sums[];
  readonly rule: AreaRule | null;
  readonly on: () => readonly PlaceDay[];
}

function areaDayAt(date: string, place: number, { sums, rule, on }: Summed): AreaDay {
  const count = (field: number): number => sums[field]?.count[place] ?? 0;
  const mean = (field: number): Fraction | null =>
    count(field) === 0 ? null : (meanAt(sums[field], place) ?? meanOf(on().flatMap((day) => valueOf(day, field) ?? [])));
  return areaDay(date, rule, { count, mean });
}

/** The pollutants, and behind them O3 日最大1小时. */
const FIELDS = [...POLLUTANTS, 'o3OneHour'] as const;
const ONE_HOUR = POLLUTANTS.length;

const valueOf = (day: PlaceDay, field: number): Fraction | null => {
  const pollutant = POLLUTANTS[field];
  return pollutant === undefined ? day.o3OneHour : day.values[pollutant];
};

/** Of one field by day: sum over a common denominator, how many, and where a double no longer holds it. */
interface Sums {
  readonly num: Float64Array;
  readonly den: Float64Array;
  readonly count: Int32Array;
  readonly beyond: Uint8Array;
  /** One station's value stays as it is. */
  readonly first: Fraction[];
}

const emptySums = (days: number): Sums => ({
  num: new Float64Array(days),
  den: new Float64Array(days).fill(1),
  count: new Int32Array(days),
  beyond: new Uint8Array(days),
  first: [],
});

function add(sums: Sums | undefined, at: number, value: Fraction | null): void {
  if (sums === undefined || value === null) return;
  const den = sums.den[at] ?? 1;
  if (sums.count[at] === 0) sums.first[at] = value;
  sums.count[at] = (sums.count[at] ?? 0) + 1;
  if (value.den === den) {
    sums.num[at] = (sums.num[at] ?? 0) + value.num;
  } else {
    const common = den % value.den === 0 ? den : (den / divisorOf(den, value.den)) * value.den;
    sums.num[at] = (sums.num[at] ?? 0) * (common / den) + value.num * (common / value.den);
    sums.den[at] = common;
  }
  if (!Number.isSafeInteger(sums.num[at])) sums.beyond[at] = 1;
}

/** Null where it is not known so. */
function meanAt(sums: Sums | undefined, at: number): Fraction | null {
  const count = sums?.count[at] ?? 0;
  if (sums === undefined || count === 0) return null;
  if (count === 1) return sums.first[at] ?? null;
  if (sums.beyond[at] === 1) return null;
  const den = (sums.den[at] ?? 1) * count;
  return Number.isSafeInteger(den) ? { num: sums.num[at] ?? 0, den } : null;
}

interface DayMeans {
  readonly count: (field: number) => number;
  readonly mean: (field: number) => Fraction | null;
}

function areaDay(date: string, rule: AreaRule | null, { count, mean }: DayMeans): AreaDay {
  const values: Record<Pollutant, Fraction | null> = { so2: null, no2: null, co: null, o3: null, pm10: null, pm25: null };
  const stations: Record<Pollutant, number> = { so2: 0, no2: 0, co: 0, o3: 0, pm10: 0, pm25: 0 };
  const expected: Record<Pollutant, number> = { so2: 0, no2: 0, co: 0, o3: 0, pm10: 0, pm25: 0 };
  const share = rule?.share(date);
  const enough = (pollutant: Pollutant): boolean =>
    share === undefined || stations[pollutant] >= requiredStations(expected[pollutant], share);
  for (const [field, pollutant] of POLLUTANTS.entries()) {
    stations[pollutant] = count(field);
    expected[pollutant] = Math.max(stations[pollutant], rule?.expected(date, pollutant) ?? 0);
    if (stations[pollutant] > 0 && enough(pollutant)) values[pollutant] = mean(field);
  }
  return { date, values, o3OneHour: enough('o3') ? mean(ONE_HOUR) : null, stations, expected };
}

function onDemand<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | null = null;
  return () => (made ??= { value: make() }).value;
}
