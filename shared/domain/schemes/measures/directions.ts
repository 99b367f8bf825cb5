import type { Better } from '../base/kinds.ts';

/** Measures with a meaning of their own; every other name (growth, the id of an indicator) is a figure of which more is better, unless its head says less. */
export const KNOWN_MEASURES: Readonly<Record<string, Better>> = {
  pm25: 'less',
  pm10: 'less',
  so2: 'less',
  no2: 'less',
  co: 'less',
  o3: 'less',
  index: 'less',
  heavyDays: 'less',
  roadDust: 'less',
  goodDays: 'more',
  goodRatio: 'more',
};

export const knownBetter = (measure: string): Better => KNOWN_MEASURES[measure] ?? 'more';
