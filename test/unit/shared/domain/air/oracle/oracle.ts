import type { Pollutant } from '../../../../../../shared/domain/air/standards/pollutants.ts';
import { ceiling, compare, halfEven, meanOf, minus, over, plus, type Rational, rational, times } from './rational.ts';

/**
 * The rules of HJ 633, HJ 663 and GB 3095 written a second time, from their text alone and as plainly as can be: nothing of the product is
 * used but the names of the pollutants. Tests hold the product against it.
 */
export type Edition = '2012' | '2026';
export type Values = Readonly<Record<Pollutant, Rational | null>>;
/** Hours in thousandths; null where there is no valid one. */
export type Hours = readonly (number | null)[];

export const ALL: readonly Pollutant[] = ['so2', 'no2', 'co', 'o3', 'pm10', 'pm25'];

const LEVELS = [0, 50, 100, 150, 200, 300, 400, 500];

/** HJ 633-2026 表3, 日均; HJ 633-2012 表1 differs at IAQI 100 of PM10 and PM2.5. */
const DAILY: Readonly<Record<Pollutant, readonly number[]>> = {
  so2: [0, 50, 150, 475, 800, 1600, 2100, 2620],
  no2: [0, 40, 80, 180, 280, 565, 750, 940],
  co: [0, 2, 4, 14, 24, 36, 48, 60],
  o3: [0, 100, 160, 215, 265, 800],
  pm10: [0, 50, 120, 250, 350, 420, 500, 600],
  pm25: [0, 35, 60, 115, 150, 250, 350, 500],
};
const DAILY_2012: Readonly<Partial<Record<Pollutant, readonly number[]>>> = {
  pm10: [0, 50, 150, 250, 350, 420, 500, 600],
  pm25: [0, 35, 75, 115, 150, 250, 350, 500],
};
export const OZONE_ONE_HOUR: readonly number[] = [0, 160, 200, 300, 400, 800, 1000, 1200];

/** The hourly columns of the same tables; particles go by their daily ones. */
const HOURLY: Readonly<Partial<Record<Pollutant, readonly number[]>>> = {
  so2: [0, 150, 500, 650, 800],
  no2: [0, 100, 200, 700, 1200, 2340, 3090, 3840],
  co: [0, 5, 10, 35, 60, 90, 120, 150],
  o3: OZONE_ONE_HOUR,
};

export const hourlyBreakpointsOf = (pollutant: Pollutant, edition: Edition): readonly number[] =>
  HOURLY[pollutant] ?? breakpointsOf(pollutant, edition);

export const breakpointsOf = (pollutant: Pollutant, edition: Edition): readonly number[] =>
  (edition === '2012' ? DAILY_2012[pollutant] : undefined) ?? DAILY[pollutant];

/** GB 3095 二级: annual, of CO daily and of O3 8 h. */
export const INDEX_LIMITS: Readonly<Record<Edition, Readonly<Record<Pollutant, number>>>> = {
  '2012': { so2: 60, no2: 40, co: 4, o3: 160, pm10: 70, pm25: 35 },
  '2026': { so2: 60, no2: 40, co: 4, o3: 160, pm10: 60, pm25: 30 },
};

/** 日平均: at least 20 hourly means. */
export function dailyMean(hours: Hours): Rational | null {
  const valid = hours.filter((hour) => hour !== null);
  return valid.length < 20 ? null : meanOf(valid.map((hour) => rational(hour, 1000)));
}

/** 日最大8小时: the 17 means that end at 08:00 to 24:00, each of at least 6 hours; 14 of them, or fewer when the largest is over 160. */
export function ozoneEightHours(hours: Hours): Rational | null {
  const means: Rational[] = [];
  for (let end = 8; end <= 24; end += 1) {
    const valid = hours.slice(end - 8, end).filter((hour) => hour !== null);
    const mean = valid.length < 6 ? null : meanOf(valid.map((hour) => rational(hour, 1000)));
    if (mean !== null) means.push(mean);
  }
  const largest = means.toSorted(compare).at(-1) ?? null;
  if (largest === null) return null;
  return means.length >= 14 || compare(largest, rational(160)) > 0 ? largest : null;
}

/** Formula (1) on the rounded concentration, rounded up; null beyond a list that ends early. */
export function iaqiBy(breakpoints: readonly number[], concentration: Rational, decimals: number): number | null {
  const rounded = halfEven(concentration, decimals);
  for (const [index, high] of breakpoints.entries()) {
    const low = breakpoints[index - 1];
    if (low === undefined || compare(rounded, rational(high)) > 0) continue;
    const [levelLow, levelHigh] = [LEVELS[index - 1] ?? 0, LEVELS[index] ?? 0];
    const slope = rational(levelHigh - levelLow, high - low);
    return Number(ceiling(plus(times(slope, minus(rounded, rational(low))), rational(levelLow))));
  }
  return breakpoints.length === LEVELS.length ? 500 : null;
}

export interface OracleAqi {
  readonly status: 'published' | 'na' | 'none';
  /** Of everything there is; null: not determinable. */
  readonly aqi: number | null;
  readonly primary: readonly Pollutant[];
}

export function dailyAqiOf(values: Values, oneHour: Rational | null, edition: Edition, monitored: readonly Pollutant[]): OracleAqi {
  const present = ALL.filter((pollutant) => values[pollutant] !== null);
  if (present.length === 0) return { status: 'none', aqi: null, primary: [] };
  const indices = new Map(
    present.map((pollutant) => [pollutant, dailyIaqiOf(pollutant, values[pollutant] ?? rational(0), oneHour, edition)]),
  );
  const known = [...indices.values()].filter((index) => index !== null);
  const highest = Math.max(...known, -1);
  // Somewhere above 300 and unknown: only a 500 beside it is the highest for certain.
  if (known.length < indices.size && highest < 500) return { status: 'published', aqi: null, primary: ['o3'] };
  const missing = monitored.some((pollutant) => values[pollutant] === null);
  const status = missing && edition === '2026' && highest <= 100 ? 'na' : 'published';
  return { status, aqi: highest, primary: highest > 50 ? ALL.filter((pollutant) => indices.get(pollutant) === highest) : [] };
}

/** O3 8 h above 800: 300 by HJ 633-2026 表3 注c, by the 1-hour value under HJ 633-2012 表1. */
function dailyIaqiOf(pollutant: Pollutant, value: Rational, oneHour: Rational | null, edition: Edition): number | null {
  const index = iaqiBy(breakpointsOf(pollutant, edition), value, pollutant === 'co' ? 1 : 0);
  if (index !== null) return index;
  if (edition === '2026') return 300;
  return oneHour === null ? null : iaqiBy(OZONE_ONE_HOUR, oneHour, 0);
}

export type Rounding = 'stages' | 'each' | 'sum';

/** Places to which a concentration is rounded in stages: whole µg/m³, CO one decimal; PM2.5 one where somebody decided so. */
const placesOf = (pollutant: Pollutant, pm25: number): number => (pollutant === 'co' ? 1 : pollutant === 'pm25' ? pm25 : 0);

/**
 * Σ w·C/S; of each C/S rounded to two decimals; the same of C rounded before. Unrounded itself. Null without any value.
 */
export function compositeIndexOf(
  values: Values,
  limits: Readonly<Record<Pollutant, number>>,
  { rounding, weights = {}, pm25 = 0 }: { rounding: Rounding; weights?: Readonly<Partial<Record<Pollutant, Rational>>>; pm25?: number },
): Rational | null {
  const singles = ALL.flatMap((pollutant) => {
    const value = values[pollutant];
    if (value === null) return [];
    const entering = rounding === 'stages' ? halfEven(value, placesOf(pollutant, pm25)) : value;
    const single = over(entering, rational(limits[pollutant]));
    return [times(rounding === 'sum' ? single : halfEven(single, 2), weights[pollutant] ?? rational(1))];
  });
  return singles.length === 0 ? null : singles.reduce(plus, rational(0));
}

/** 特定百分位数 of each pollutant. */
export const PERCENT: Readonly<Record<Pollutant, number>> = { so2: 98, no2: 98, co: 95, o3: 90, pm10: 95, pm25: 95 };
