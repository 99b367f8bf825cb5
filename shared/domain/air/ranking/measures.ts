import { z } from 'zod';
import { type Pollutant, POLLUTANTS } from '../standards/pollutants.ts';

/** 排名项目. Changes are 同比: % of concentrations and index, 百分点 of the ratio. */
export const MEASURES = [
  'pm25Mean',
  'pm10Mean',
  'goodDayRatio',
  'heavyDays',
  'compositeIndex',
  'pm25Change',
  'pm10Change',
  'goodDayRatioChange',
  'compositeIndexChange',
] as const;
export const measureSchema = z.enum(MEASURES);
export type Measure = z.infer<typeof measureSchema>;

/** Pollutants without which values of places do not compare: fewer pollutants give a lower AQI, more good days and a smaller index. */
export const NEEDED: Readonly<Record<Measure, readonly Pollutant[]>> = {
  pm25Mean: ['pm25'],
  pm10Mean: ['pm10'],
  goodDayRatio: POLLUTANTS,
  heavyDays: POLLUTANTS,
  compositeIndex: POLLUTANTS,
  pm25Change: ['pm25'],
  pm10Change: ['pm10'],
  goodDayRatioChange: POLLUTANTS,
  compositeIndexChange: POLLUTANTS,
};

/** Held against the same period of the year before (同期): without it there is no value. */
export const CHANGES: readonly Measure[] = ['pm25Change', 'pm10Change', 'goodDayRatioChange', 'compositeIndexChange'];

/** One value for each measure. */
export function eachMeasure<Value>(make: (measure: Measure) => Value): Record<Measure, Value> {
  return {
    pm25Mean: make('pm25Mean'),
    pm10Mean: make('pm10Mean'),
    goodDayRatio: make('goodDayRatio'),
    heavyDays: make('heavyDays'),
    compositeIndex: make('compositeIndex'),
    pm25Change: make('pm25Change'),
    pm10Change: make('pm10Change'),
    goodDayRatioChange: make('goodDayRatioChange'),
    compositeIndexChange: make('compositeIndexChange'),
  };
}
