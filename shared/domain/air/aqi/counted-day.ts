import type { EvaluationStandard } from '../standards/evaluation-standard.ts';
import type { DailyAqi } from './daily-aqi.ts';

/** Why a day counts (complete, exceeded) or does not (incomplete, none; dust: a dust day that the setting leaves out). */
export type DayCount = 'complete' | 'exceeded' | 'incomplete' | 'none' | 'dust';

export interface CountedDay {
  /** 有效天: it is one of the days of which so many are good, and of which ratios are. */
  readonly counted: boolean;
  readonly count: DayCount;
  /** What says so, as documents cite it; blank of a day without values. */
  readonly clause: string;
}

/**
 * 有效天 of the day counts, the one definition for calendar, evaluation, ranking, score and forecast: a day whose AQI is above 100 counts whatever
 * is missing, since one pollutant over its limit makes it polluted; one at or below counts where nothing is missing that the place monitors.
 */
export function countedDay(aqi: DailyAqi, { countedDays }: Pick<EvaluationStandard, 'countedDays'>): CountedDay {
  if (aqi.used.length === 0) return { counted: false, count: 'none', clause: '' };
  // Without its number an AQI is known to be above 300.
  if (aqi.status === 'published' && (aqi.category?.level ?? 0) > LAST_GOOD_LEVEL)
    return { counted: true, count: 'exceeded', clause: countedDays.exceeded };
  return aqi.missing.length > 0
    ? { counted: false, count: 'incomplete', clause: countedDays.incomplete }
    : { counted: true, count: 'complete', clause: countedDays.complete };
}

/** 良. */
export const LAST_GOOD_LEVEL = 2;
