import { type Fraction, roundToWhole } from '../../numbers/fraction.ts';
import type { AqiStandard } from '../standards/aqi-standard.ts';
import { type AqiCategory, categoryOf, HIGHEST_AQI } from '../standards/levels.ts';
import { type Pollutant, POLLUTANTS } from '../standards/pollutants.ts';
import type { DayConcentrations } from '../types.ts';
import { dailyIaqi, hourlyIaqi } from './iaqi.ts';

export interface DailyAqi {
  /** 空气质量指数 as it is published; null where it is NA, not known, or nothing was measured. */
  readonly aqi: number | null;
  /** Highest IAQI of what is there, on a day whose AQI is NA: shown, never counted. */
  readonly partialAqi: number | null;
  /** 级别; also known where only the exact AQI is not: O3 8h above 800 without its 1-hour value is above 300. Null on an NA day. */
  readonly category: AqiCategory | null;
  /** 首要污染物: highest IAQI, all of them when equal; none at AQI ≤ 50 (HJ 633-2026 4.3.1) and none on an NA day. */
  readonly primary: readonly Pollutant[];
  /** O3 above the 8-hour scale has its 1-hour IAQI here (HJ 633-2012 表1 注（3）). */
  readonly iaqi: Readonly<Partial<Record<Pollutant, number>>>;
  readonly used: readonly Pollutant[];
  /** Monitored and without a value (NA). */
  readonly missing: readonly Pollutant[];
  /** Not monitored at all (/); has no effect (HJ 633-2026 5.3.2). */
  readonly unmonitored: readonly Pollutant[];
  /** na: a monitored pollutant is missing and the others stay at or below 100 (HJ 633-2026 5.3.1); none: no value at all. */
  readonly status: 'published' | 'na' | 'none';
}

export interface AqiInput {
  readonly values: DayConcentrations;
  readonly o3OneHour: Fraction | null;
}

/** AQI of one day (HJ 633-2026 4.2, 4.3, 5.3; HJ 633-2012 4, 表3 注). `monitored`: what the place measures at all. */
export function dailyAqi(day: AqiInput, standard: AqiStandard, monitored: readonly Pollutant[]): DailyAqi {
  const iaqi: Partial<Record<Pollutant, number>> = {};
  let [highest, measured, beyondScale] = [-1, 0, false];
  for (const pollutant of POLLUTANTS) {
    const value = day.values[pollutant];
    if (value === null) continue;
    measured += 1;
    const index = dailyIaqi(pollutant, value, standard) ?? oneHourIndex(day.o3OneHour, value, standard);
    if (index === null) {
      beyondScale = true;
      continue;
    }
    iaqi[pollutant] = index;
    if (index > highest) highest = index;
  }
  const { used, missing, unmonitored } = measured === POLLUTANTS.length ? ALL_MEASURED : measuredOf(day, monitored);
  if (beyondScale) return { iaqi, used, missing, unmonitored, ...beyond(highest, iaqi) };
  if (measured === 0)
    return { iaqi, used, missing, unmonitored, aqi: null, partialAqi: null, category: null, primary: NONE, status: 'none' };
  if (standard.missingPollutant === 'na' && missing.length > 0 && highest <= HIGHEST_GOOD)
    return { iaqi, used, missing, unmonitored, aqi: null, partialAqi: highest, category: null, primary: NONE, status: 'na' };
  return {
    iaqi,
    used,
    missing,
    unmonitored,
    aqi: highest,
    partialAqi: null,
    category: categoryOf(highest),
    primary: primaryOf(iaqi, highest),
    status: 'published',
  };
}

const NONE: readonly Pollutant[] = [];

type Measured = Pick<DailyAqi, 'used' | 'missing' | 'unmonitored'>;

/** Nearly every day: a year of a thousand places makes no lists for it. */
const ALL_MEASURED: Measured = { used: POLLUTANTS, missing: NONE, unmonitored: NONE };

function measuredOf({ values }: AqiInput, monitored: readonly Pollutant[]): Measured {
  const used: Pollutant[] = [];
  const missing: Pollutant[] = [];
  const unmonitored: Pollutant[] = [];
  for (const pollutant of POLLUTANTS) {
    if (values[pollutant] !== null) used.push(pollutant);
    else (monitored.includes(pollutant) ? missing : unmonitored).push(pollutant);
  }
  return { used, missing, unmonitored };
}

/** 首要污染物 are named above 50. */
const HIGHEST_EXCELLENT = 50;
/** Above it an AQI stands whatever is missing. */
const HIGHEST_GOOD = 100;

const primaryOf = (iaqi: Readonly<Partial<Record<Pollutant, number>>>, highest: number): readonly Pollutant[] =>
  highest > HIGHEST_EXCELLENT ? POLLUTANTS.filter((pollutant) => iaqi[pollutant] === highest) : NONE;

/** Only a day whose 8-hour mean is above 800 asks for it. The highest hour is never below that mean: a lower one beside it is not believed. */
const oneHourIndex = (oneHour: Fraction | null, eightHours: Fraction, standard: AqiStandard): number | null =>
  oneHour === null || roundToWhole(oneHour) < roundToWhole(eightHours) ? null : hourlyIaqi('o3', oneHour, standard);

/**
 * O3 8h above 800 whose 1-hour value is not known: the highest hour of a day is not below its 8-hour mean, so its IAQI is above 300 (HJ 633-2012
 * 表1) and the level is known. The number is known only where another pollutant is at the end of the scale.
 */
function beyond(highest: number, iaqi: DailyAqi['iaqi']): Pick<DailyAqi, 'aqi' | 'partialAqi' | 'category' | 'primary' | 'status'> {
  const atEnd = highest === HIGHEST_AQI;
  return {
    aqi: atEnd ? HIGHEST_AQI : null,
    partialAqi: null,
    category: categoryOf(HIGHEST_AQI),
    primary: atEnd ? primaryOf(iaqi, highest) : ['o3'],
    status: 'published',
  };
}
