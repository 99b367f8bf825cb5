import type BetterSqlite from 'better-sqlite3';
import { type Pollutant, POLLUTANTS } from '../../../shared/domain/air/standards/pollutants.ts';
import { DATES } from './made-hours.ts';
import { type AirResults, PERIODS, type PeriodResult } from './results.ts';

type HourRow = Readonly<Record<Pollutant, number | null>> & {
  readonly station: number;
  readonly town: number;
  readonly date: string;
  readonly hour: number;
};
type Values = Record<Pollutant, number | null>;

/** The alternative of a loop over the rows of hours, with floats and an object for everything, as it is written first. */
export function evaluateNaively(database: BetterSqlite.Database): AirResults {
  const towns = townDays(database);
  const aqi = towns.map((days) => DATES.map((date) => dailyAqi(days.get(date))));
  const periods = towns.map((days, town) => PERIODS.map((period) => periodResult(days, aqi[town] ?? [], period)));
  return { aqi, periods: rankAll(periods) };
}

/** Reads station by station and day by day; towns with several stations get the mean of their days. */
function townDays(database: BetterSqlite.Database): Map<string, Values>[] {
  const stations = new Map<number, Map<string, Values>[]>();
  const statement = database.prepare<[], HourRow>(
    'SELECT hour.*, town FROM hour JOIN station ON station.id = hour.station ORDER BY station.id, date, hour',
  );
  let day: HourRow[] = [];
  let days = new Map<string, Values>();
  let station = 0;
  const finish = (): void => {
    const first = day[0];
    if (first !== undefined) days.set(first.date, dayOf(day));
    day = [];
  };
  for (const row of statement.iterate()) {
    if (day[0] !== undefined && (day[0].date !== row.date || day[0].station !== row.station)) finish();
    if (row.station !== station) {
      station = row.station;
      days = new Map();
      stations.set(row.town, [...(stations.get(row.town) ?? []), days]);
    }
    day.push(row);
  }
  finish();
  return [...stations.entries()].toSorted(([left], [right]) => left - right).map(([, own]) => areaDays(own));
}

function dayOf(hours: readonly HourRow[]): Values {
  const mean = (pollutant: Pollutant): number | null => {
    const valid = hours.map((hour) => hour[pollutant]).filter((value) => value !== null);
    return valid.length >= 20 ? average(valid) : null;
  };
  return { so2: mean('so2'), no2: mean('no2'), co: mean('co'), o3: ozoneOf(hours), pm10: mean('pm10'), pm25: mean('pm25') };
}

function ozoneOf(hours: readonly HourRow[]): number | null {
  const windows: number[] = [];
  for (let end = 8; end <= 24; end += 1) {
    const valid = hours
      .filter((hour) => hour.hour > end - 8 && hour.hour <= end)
      .map((hour) => hour.o3)
      .filter((value) => value !== null);
    if (valid.length >= 6) windows.push(average(valid));
  }
  const highest = Math.max(...windows);
  return windows.length >= 14 || highest > 160 ? highest : null;
}

function areaDays(stations: readonly Map<string, Values>[]): Map<string, Values> {
  const days = new Map<string, Values>();
  for (const date of DATES) {
    const values = stations.map((station) => station.get(date)).filter((value) => value !== undefined);
    if (values.length === 0) continue;
    const mean = (pollutant: Pollutant): number | null => {
      const valid = values.map((value) => value[pollutant]).filter((value) => value !== null);
      return valid.length > 0 ? average(valid) : null;
    };
    days.set(date, { so2: mean('so2'), no2: mean('no2'), co: mean('co'), o3: mean('o3'), pm10: mean('pm10'), pm25: mean('pm25') });
  }
  return days;
}

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const LEVELS = [0, 50, 100, 150, 200, 300, 400, 500];
const BREAKPOINTS: Readonly<Record<Pollutant, readonly number[]>> = {
  so2: [0, 50, 150, 475, 800, 1600, 2100, 2620],
  no2: [0, 40, 80, 180, 280, 565, 750, 940],
  co: [0, 2, 4, 14, 24, 36, 48, 60],
  o3: [0, 100, 160, 215, 265, 800],
  pm10: [0, 50, 150, 250, 350, 420, 500, 600],
  pm25: [0, 35, 75, 115, 150, 250, 350, 500],
};

function dailyAqi(values: Values | undefined): number | null {
  if (values === undefined) return null;
  const indices = POLLUTANTS.map((pollutant) => iaqi(pollutant, values[pollutant])).filter((index) => index !== null);
  return indices.length === 0 ? null : Math.max(...indices);
}

function iaqi(pollutant: Pollutant, value: number | null): number | null {
  if (value === null) return null;
  const scale = pollutant === 'co' ? 10 : 1;
  const concentration = halfToEven(value * scale) / scale;
  const limits = BREAKPOINTS[pollutant];
  for (let index = 1; index < limits.length; index += 1) {
    const [low, high, levelLow, levelHigh] = [limits[index - 1] ?? 0, limits[index] ?? 0, LEVELS[index - 1] ?? 0, LEVELS[index] ?? 0];
    if (concentration <= high) return Math.ceil(((concentration - low) * (levelHigh - levelLow)) / (high - low) + levelLow);
  }
  return LEVELS[limits.length - 1] ?? null;
}

const halfToEven = (value: number): number => (value - Math.floor(value) === 0.5 ? 2 * Math.round(value / 2) : Math.round(value));

interface NaivePeriod extends PeriodResult {
  readonly pm25Days: number;
}

function periodResult(days: ReadonlyMap<string, Values>, aqi: readonly (number | null)[], period: string): NaivePeriod {
  const own = DATES.map((date, day) => ({ date, day, values: days.get(date) })).filter(
    ({ date, values }) => date.startsWith(period) && values !== undefined,
  );
  const numbers = (pollutant: Pollutant): number[] =>
    own.map(({ values }) => values?.[pollutant] ?? null).filter((value) => value !== null);
  const mean = (pollutant: Pollutant): number | null => (numbers(pollutant).length === 0 ? null : average(numbers(pollutant)));
  const values = {
    so2: mean('so2'),
    no2: mean('no2'),
    co: percentile(numbers('co'), 95),
    o3: percentile(numbers('o3'), 90),
    pm10: mean('pm10'),
    pm25: mean('pm25'),
  };
  const measured = POLLUTANTS.filter((pollutant) => [...days.values()].some((day) => day[pollutant] !== null));
  const valid = own.filter(({ day, values: daily }) => isValid(daily, aqi[day] ?? null, measured));
  return {
    values,
    index: composite(values),
    validDays: valid.length,
    pm25Days: numbers('pm25').length,
    goodDays: valid.filter(({ day }) => (aqi[day] ?? 500) <= 100).length,
    rank: null,
  };
}

/** Above 100 whatever is missing, else where nothing is missing that the town measures at all. */
const isValid = (values: Values | undefined, aqi: number | null, measured: readonly Pollutant[]): boolean =>
  aqi !== null && (aqi > 100 || measured.every((pollutant) => values?.[pollutant] !== null));

function percentile(values: readonly number[], p: number): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((left, right) => left - right);
  const k = ((sorted.length - 1) * p) / 100;
  const [low, high] = [sorted[Math.floor(k)] ?? 0, sorted[Math.ceil(k)] ?? 0];
  return low + (high - low) * (k - Math.floor(k));
}

function composite({ so2, no2, co, o3, pm10, pm25 }: Values): number | null {
  if (so2 === null || no2 === null || co === null || o3 === null || pm10 === null || pm25 === null) return null;
  return so2 / 60 + no2 / 40 + co / 4 + o3 / 160 + pm10 / 70 + pm25 / 35;
}

function rankAll(towns: readonly (readonly NaivePeriod[])[]): PeriodResult[][] {
  const sufficient = (periods: readonly NaivePeriod[], index: number): boolean =>
    (periods[index]?.pm25Days ?? 0) >= (index === 12 ? 324 : index === 1 ? 25 : 27) &&
    (index < 12 || periods.slice(0, 12).every((_, month) => sufficient(periods, month)));
  const published = towns.map((periods) =>
    periods.map(({ index }, number) => (index !== null && sufficient(periods, number) ? Number(index.toFixed(2)) : null)),
  );
  return towns.map((periods, town) =>
    periods.map((period, number) => {
      const own = published[town]?.[number] ?? null;
      const rank = own === null ? null : 1 + published.filter((other) => (other[number] ?? Infinity) < own).length;
      return { ...period, rank };
    }),
  );
}
