import { type DecimalText, roundHalfEven } from '../numbers/decimal.ts';
import { AQI_CATEGORIES, type AqiCategory, type AqiStandard, IAQI_LEVELS, type Pollutant, POLLUTANTS } from './standards.ts';

/** 浓度 of one day: µg/m³, CO mg/m³; absent or null where nothing valid was measured. */
export type DailyConcentrations = Readonly<Partial<Record<Pollutant, DecimalText | null>>>;

export interface DailyAqi {
  /** 空气质量指数; null where nothing was measured, or where the standard wants the 1-hour ozone value instead. */
  readonly aqi: number | null;
  /** 级别; known even without an AQI when O3 8h exceeds 800 under HJ 633-2012. Null when nothing was measured. */
  readonly category: AqiCategory | null;
  /** 首要污染物: highest IAQI, all of them when equal; none at AQI ≤ 50 (HJ 633-2026 §4.3.1). */
  readonly primary: readonly Pollutant[];
  readonly iaqi: Readonly<Partial<Record<Pollutant, number>>>;
  /** Pollutants the AQI was made from, and those that are missing. */
  readonly used: readonly Pollutant[];
  readonly missing: readonly Pollutant[];
  /** False = publish as NA: a pollutant is missing and the others stay at or below 100 (HJ 633-2026 §5.3.1). */
  readonly publishable: boolean;
  readonly standard: AqiStandard['id'];
}

/** AQI of one day from the pollutants that are there (HJ 633-2026 §4.2, §5.3.1; HJ 633-2012 §4.3, §6.2). */
export function dailyAqi(values: DailyConcentrations, standard: AqiStandard): DailyAqi {
  const used = POLLUTANTS.filter((pollutant) => typeof values[pollutant] === 'string');
  const missing = POLLUTANTS.filter((pollutant) => !used.includes(pollutant));
  const iaqi: Partial<Record<Pollutant, number>> = {};
  let beyondScale = false;
  for (const pollutant of used) {
    const index = dailyIaqi(pollutant, values[pollutant] ?? '0', standard);
    if (index === null) beyondScale = true;
    else iaqi[pollutant] = index;
  }
  const highest = Math.max(-1, ...Object.values(iaqi));
  // The highest hour of a day is not below its 8-hour mean, so O3 above 800 makes a 1-hour IAQI above 300 (HJ 633-2012 表1).
  if (beyondScale) return { aqi: null, category: categoryOf(500), primary: ['o3'], iaqi, used, missing, publishable: true, standard: standard.id };
  if (highest < 0) return { aqi: null, category: null, primary: [], iaqi, used, missing, publishable: false, standard: standard.id };
  const primary = highest > 50 ? used.filter((pollutant) => iaqi[pollutant] === highest) : [];
  return { aqi: highest, category: categoryOf(highest), primary, iaqi, used, missing, publishable: missing.length === 0 || highest > 100, standard: standard.id };
}

/**
 * 空气质量分指数 of a daily concentration, exact and rounded up (HJ 633-2026 §4.2.4 公式(1), §4.2.6). The concentration is rounded first
 * by GB/T 8170, to whole µg/m³, CO to one decimal (§4.2.2). Null: O3 8h above 800 under HJ 633-2012 has no 8-hour IAQI. Beyond the last
 * breakpoint the index stays at its last level.
 */
export function dailyIaqi(pollutant: Pollutant, concentration: DecimalText, standard: AqiStandard): number | null {
  const decimals = pollutant === 'co' ? 1 : 0;
  const steps = wholeSteps(concentration, decimals);
  if (steps < 0) throw new RangeError(`negative concentration of ${pollutant}: ${concentration}`);
  const breakpoints = standard.breakpoints[pollutant];
  const scale = 10 ** decimals;
  const upper = breakpoints.findIndex((limit, index) => index > 0 && steps <= limit * scale);
  if (upper === -1) return beyondLast(pollutant, standard);
  const [low, high] = [(breakpoints[upper - 1] ?? 0) * scale, (breakpoints[upper] ?? 0) * scale];
  const [levelLow, levelHigh] = [IAQI_LEVELS[upper - 1] ?? 0, IAQI_LEVELS[upper] ?? 0];
  return levelLow + divideUp((steps - low) * (levelHigh - levelLow), high - low);
}

/**
 * The rounded concentration as a count of its last place. A year of all towns is 68,000 of them, so from here on whole numbers are reckoned
 * with, which are exact too and far quicker than decimals; a breakpoint times its scale is whole.
 */
const wholeSteps = (concentration: DecimalText, decimals: number): number => {
  const rounded = decimals === 0 && WHOLE.test(concentration) ? concentration : roundHalfEven(concentration, decimals);
  return Number(rounded.replace('.', ''));
};

/** As most daily means are reported; there is nothing to round. */
const WHOLE = /^\d+$/;

/** Quotient of two whole numbers, at least 0 and at least 1, rounded up (HJ 633-2012 §6.2 全部进位取整数; HJ 633-2026 §4.2.6). */
const divideUp = (dividend: number, divisor: number): number => {
  const rest = dividend % divisor;
  return (dividend - rest) / divisor + (rest === 0 ? 0 : 1);
};

export function categoryOf(aqi: number): AqiCategory {
  const category = AQI_CATEGORIES.find((entry) => aqi <= entry.upTo);
  if (category === undefined) throw new RangeError(`AQI beyond 500: ${aqi}`);
  return category;
}

function beyondLast(pollutant: Pollutant, standard: AqiStandard): number | null {
  if (pollutant !== 'o3') return IAQI_LEVELS[IAQI_LEVELS.length - 1] ?? 500;
  return standard.ozoneAboveLast === 'oneHour' ? null : standard.ozoneAboveLast;
}
