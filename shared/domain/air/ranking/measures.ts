import { z } from 'zod';
import { type Pollutant, POLLUTANTS } from '../standards/pollutants.ts';

/**
 * 排名项目. CO and O3 by their percentiles of the period. Changes are % of concentrations, index and sum, 百分点 of the ratio: 同比 (Change), or 环比
 * (Recent), which is held against the period of the same length directly before. `sum` is what the scheme adds up.
 */
export const MEASURES = [
  'pm25Mean',
  'pm10Mean',
  'so2Mean',
  'no2Mean',
  'coPercentile',
  'o3Percentile',
  'goodDayRatio',
  'heavyDays',
  'compositeIndex',
  'sum',
  'pm25Change',
  'pm10Change',
  'so2Change',
  'no2Change',
  'coChange',
  'o3Change',
  'goodDayRatioChange',
  'compositeIndexChange',
  'sumChange',
  'pm25Recent',
  'pm10Recent',
  'so2Recent',
  'no2Recent',
  'coRecent',
  'o3Recent',
  'goodDayRatioRecent',
  'compositeIndexRecent',
  'sumRecent',
] as const;
export const measureSchema = z.enum(MEASURES);
export type Measure = z.infer<typeof measureSchema>;

/** What a measure says of a place: of a pollutant, of its days, of the index, of the sum. */
type Quantity = Pollutant | 'goodDayRatio' | 'heavyDays' | 'compositeIndex' | 'sum';

export interface MeasureKind {
  readonly of: Quantity;
  /** What it is held against; null of a level. */
  readonly against: 'lastYear' | 'recent' | null;
}

const LEVELS: readonly (readonly [Measure, Quantity])[] = [
  ['pm25Mean', 'pm25'],
  ['pm10Mean', 'pm10'],
  ['so2Mean', 'so2'],
  ['no2Mean', 'no2'],
  ['coPercentile', 'co'],
  ['o3Percentile', 'o3'],
  ['goodDayRatio', 'goodDayRatio'],
  ['heavyDays', 'heavyDays'],
  ['compositeIndex', 'compositeIndex'],
  ['sum', 'sum'],
];

export function kindOf(measure: Measure): MeasureKind {
  const level = LEVELS.find(([name]) => name === measure);
  if (level !== undefined) return { of: level[1], against: null };
  const [, of = '', way] = /^(.*)(Change|Recent)$/.exec(measure) ?? [];
  return { of: of as Quantity, against: way === 'Recent' ? 'recent' : 'lastYear' };
}

/** The level of a pollutant. */
export const LEVEL_OF: Readonly<Record<Pollutant, Measure>> = {
  pm25: 'pm25Mean',
  pm10: 'pm10Mean',
  so2: 'so2Mean',
  no2: 'no2Mean',
  co: 'coPercentile',
  o3: 'o3Percentile',
};

/** Pollutants without which values of places do not compare: fewer pollutants give a lower AQI, more good days and a smaller index. A sum needs its own. */
export const NEEDED: Readonly<Record<Measure, readonly Pollutant[]>> = eachMeasure((measure) => {
  const { of } = kindOf(measure);
  if (of === 'sum') return [];
  return of === 'goodDayRatio' || of === 'heavyDays' || of === 'compositeIndex' ? POLLUTANTS : [of];
});

/** 环比 measures. */
export const isRecent = (measure: Measure): boolean => kindOf(measure).against === 'recent';

export const isOfSum = (measure: Measure): boolean => kindOf(measure).of === 'sum';

/** The end that is better: more good days, less of everything else. */
export const betterOrder = (measure: Measure): 'ascending' | 'descending' =>
  kindOf(measure).of === 'goodDayRatio' ? 'descending' : 'ascending';

/** One value for each measure. */
export function eachMeasure<Value>(make: (measure: Measure) => Value): Record<Measure, Value> {
  return Object.fromEntries(MEASURES.map((measure) => [measure, make(measure)])) as Record<Measure, Value>;
}
