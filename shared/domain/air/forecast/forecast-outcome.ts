import { AQI_CATEGORIES, categoryOf, HIGHEST_AQI } from '../standards/levels.ts';
import type { Forecast, ForecastDay, ForecastSettings } from './types.ts';

/** Right or wrong by each metric; null where it does not apply. */
export function outcomeOf(forecast: Forecast, observed: ForecastDay['observed'], settings: ForecastSettings): ForecastDay['outcome'] {
  const levels = forecastLevels(forecast);
  const range = rangeOf(forecast);
  return {
    level: levels.length === 0 ? null : levels.includes(observed.level),
    range25: range === null || observed.aqi === null ? null : isNear(range, observed.aqi, settings),
    interval:
      range === null || range.low === range.high || observed.aqi === null ? null : range.low <= observed.aqi && observed.aqi <= range.high,
    primary: primaryOutcome(forecast, observed, (right) => right > 0),
    primaryStrict: primaryOutcome(forecast, observed, (right, named) => right === named && right === new Set(forecast.primary).size),
    heavy: observed.level < HEAVY_LEVEL || levels.length === 0 ? null : levels.some((level) => level >= HEAVY_LEVEL),
  };
}

/**
 * Levels of a forecast: those it names, else those its AQI interval touches. One that spans levels (跨级预报) is right when the observed level
 * is any of them.
 */
export function forecastLevels(forecast: Forecast): readonly number[] {
  if (forecast.levels.length > 0) return forecast.levels;
  const range = rangeOf(forecast);
  if (range === null) return [];
  const [first, last] = [levelOf(range.low), levelOf(range.high)];
  return AQI_CATEGORIES.map((category) => category.level).filter((level) => first <= level && level <= last);
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** A single bound is a single value; bounds in the wrong order are read in the right one. */
function rangeOf({ low, high }: Forecast): Range | null {
  const [one, other] = [low ?? high, high ?? low];
  return one === null || other === null ? null : { low: Math.min(one, other), high: Math.max(one, other) };
}

/** 0.75·F ≤ O ≤ 1.25·F in whole numbers: eight times each side, because the middle of an interval may be a half. */
function isNear({ low, high }: Range, observed: number, { range }: ForecastSettings): boolean {
  const [lower, upper] = range === 'middle' ? [low + high, low + high] : [2 * low, 2 * high];
  return 3 * lower <= 8 * observed && 8 * observed <= 5 * upper;
}

const levelOf = (aqi: number): number => categoryOf(Math.min(aqi, HIGHEST_AQI)).level;

/** 重度污染: AQI > 200. */
const HEAVY_LEVEL = 5;

/** Over days with an observed AQI above 50, which alone have a primary pollutant (HJ 633-2026 4.3.1), and forecasts that speak of one. */
function primaryOutcome(
  forecast: Forecast,
  observed: ForecastDay['observed'],
  judge: (right: number, observed: number) => boolean,
): boolean | null {
  const named = new Set(observed.primary);
  if (forecast.primary === null || observed.level === 1 || named.size === 0) return null;
  return judge(new Set(forecast.primary.filter((pollutant) => named.has(pollutant))).size, named.size);
}
