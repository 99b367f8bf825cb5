import type { Measure } from '../../air/ranking/measures.ts';
import { rankingSchemeSchema } from '../../air/ranking/ranking-scheme.ts';

export type Order = 'asc' | 'desc';

interface MeasureName {
  readonly of: string;
  /** Held against the same period of the year before. */
  readonly change: boolean;
  readonly better: 'less' | 'more';
  /** Its word in `published`. */
  readonly printed: string;
}

/** 排名项目 as the language says them. */
export const NAMES: Readonly<Record<Measure, MeasureName>> = {
  pm25Mean: { of: 'pm25', change: false, better: 'less', printed: 'pm25' },
  pm10Mean: { of: 'pm10', change: false, better: 'less', printed: 'pm10' },
  goodDayRatio: { of: 'goodRatio', change: false, better: 'more', printed: 'goodRatio' },
  heavyDays: { of: 'heavyDays', change: false, better: 'less', printed: 'heavyDays' },
  compositeIndex: { of: 'index', change: false, better: 'less', printed: 'index' },
  pm25Change: { of: 'pm25', change: true, better: 'more', printed: 'pm25Change' },
  pm10Change: { of: 'pm10', change: true, better: 'more', printed: 'pm10Change' },
  goodDayRatioChange: { of: 'goodRatio', change: true, better: 'more', printed: 'goodRatioChange' },
  compositeIndexChange: { of: 'index', change: true, better: 'more', printed: 'indexChange' },
};

/** Changes count upwards from worse to better, so that a falling concentration stands at the upper end. */
export const isTurned = (measure: Measure): boolean => NAMES[measure].change && measure !== 'goodDayRatioChange';

export const betterOf = (measure: Measure): 'less' | 'more' => (NAMES[measure].change ? 'more' : NAMES[measure].better);

/** Decimals of a scheme that says none. */
export const PRESET_DECIMALS = rankingSchemeSchema.shape.decimals.parse({});
