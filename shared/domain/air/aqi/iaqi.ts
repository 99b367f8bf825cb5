import { type DecimalText, roundHalfEven, toText, exact } from '../../numbers/decimal.ts';
import { type Fraction, fractionValue, roundToSteps } from '../../numbers/fraction.ts';
import type { AqiStandard } from '../standards/aqi-standard.ts';
import { IAQI_LEVELS } from '../standards/levels.ts';
import type { Pollutant } from '../standards/pollutants.ts';

/** Places of a concentration that goes into an IAQI: whole µg/m³, CO one decimal (HJ 633-2026 4.2.2). */
export const concentrationDecimals = (pollutant: Pollutant): number => (pollutant === 'co' ? 1 : 0);

/** The concentration as it goes into formula (1), rounded by GB/T 8170. */
export const roundedConcentration = (pollutant: Pollutant, value: Fraction): DecimalText =>
  roundHalfEven(fractionValue(value), concentrationDecimals(pollutant));

/**
 * 空气质量分指数 of a daily value, exact and rounded up (HJ 633-2026 4.2.4 公式(1), 4.2.6; HJ 633-2012 6.2). O3 is 日最大8小时; null: above 800
 * HJ 633-2012 has no 8-hour IAQI. Beyond the last breakpoint the index stays at 500.
 */
export function dailyIaqi(pollutant: Pollutant, concentration: Fraction, standard: AqiStandard): number | null {
  const index = iaqiOf(pollutant, concentration, standard.daily[pollutant]);
  if (index !== null) return index;
  return standard.ozoneAboveLast === 'oneHour' ? null : standard.ozoneAboveLast;
}

/** The same of an hourly mean, for the real-time report; null: SO2 above 800 has no 1-hour IAQI under HJ 633-2012. */
export function hourlyIaqi(pollutant: Pollutant, concentration: Fraction, standard: AqiStandard): number | null {
  const index = iaqiOf(pollutant, concentration, standard.hourly[pollutant]);
  if (index !== null) return index;
  return standard.sulphurHourAboveLast === 'daily' ? null : standard.sulphurHourAboveLast;
}

/** Null beyond a list that ends below IAQI 500. Whole numbers all through: a concentration is a count of its last place. */
export function iaqiOf(pollutant: Pollutant, concentration: Fraction, breakpoints: readonly number[]): number | null {
  const scale = scaleOf(pollutant);
  const steps = stepsOf(pollutant, concentration);
  const upper = upperOf(steps, scale, breakpoints);
  if (upper === null) return breakpoints.length === IAQI_LEVELS.length ? LAST_LEVEL : null;
  const [low, high] = [(breakpoints[upper - 1] ?? 0) * scale, (breakpoints[upper] ?? 0) * scale];
  const [iaqiLow, iaqiHigh] = [IAQI_LEVELS[upper - 1] ?? 0, IAQI_LEVELS[upper] ?? 0];
  return iaqiLow + divideUp((steps - low) * (iaqiHigh - iaqiLow), high - low);
}

/** One calculation by formula (1), as it can be checked with a pencil. */
export interface IaqiCalculation {
  readonly rounded: DecimalText;
  /** Breakpoints below and above; null beyond the last one. */
  readonly low: DecimalText | null;
  readonly high: DecimalText | null;
  readonly iaqiLow: number | null;
  readonly iaqiHigh: number | null;
  /** Before it is rounded up. */
  readonly exact: DecimalText | null;
  readonly iaqi: number | null;
  readonly clause: string;
}

export function iaqiSteps(pollutant: Pollutant, concentration: Fraction, standard: AqiStandard, kind: 'daily' | 'hourly'): IaqiCalculation {
  const breakpoints = standard[kind][pollutant];
  const iaqi = kind === 'daily' ? dailyIaqi(pollutant, concentration, standard) : hourlyIaqi(pollutant, concentration, standard);
  const rounded = roundedConcentration(pollutant, concentration);
  const segment = segmentOf(pollutant, concentration, breakpoints);
  if (segment === null) {
    const clause =
      breakpoints.length === IAQI_LEVELS.length
        ? standard.clauses[kind]
        : kind === 'daily'
          ? standard.clauses.ozoneAboveLast
          : standard.clauses.sulphurHourAboveLast;
    return { rounded, low: null, high: null, iaqiLow: null, iaqiHigh: null, exact: null, iaqi, clause };
  }
  const { steps, low, high, iaqiLow, iaqiHigh, scale } = segment;
  const unrounded = exact((steps - low) * (iaqiHigh - iaqiLow))
    .div(high - low)
    .plus(iaqiLow);
  const plain = (value: number): DecimalText => toText(exact(value).div(scale));
  return { rounded, low: plain(low), high: plain(high), iaqiLow, iaqiHigh, exact: toText(unrounded), iaqi, clause: standard.clauses[kind] };
}

const LAST_LEVEL = IAQI_LEVELS[IAQI_LEVELS.length - 1] ?? 500;

interface Segment {
  /** Concentration and breakpoints as counts of 1/scale. */
  readonly steps: number;
  readonly low: number;
  readonly high: number;
  readonly iaqiLow: number;
  readonly iaqiHigh: number;
  readonly scale: number;
}

/** The two breakpoints the rounded concentration lies between; null beyond the last. */
function segmentOf(pollutant: Pollutant, concentration: Fraction, breakpoints: readonly number[]): Segment | null {
  const scale = scaleOf(pollutant);
  const steps = stepsOf(pollutant, concentration);
  const upper = upperOf(steps, scale, breakpoints);
  if (upper === null) return null;
  return {
    steps,
    low: (breakpoints[upper - 1] ?? 0) * scale,
    high: (breakpoints[upper] ?? 0) * scale,
    iaqiLow: IAQI_LEVELS[upper - 1] ?? 0,
    iaqiHigh: IAQI_LEVELS[upper] ?? 0,
    scale,
  };
}

/** Steps of a concentration in one of its unit. */
const scaleOf = (pollutant: Pollutant): number => (concentrationDecimals(pollutant) === 0 ? 1 : 10);

function stepsOf(pollutant: Pollutant, concentration: Fraction): number {
  const steps = roundToSteps(concentration, concentrationDecimals(pollutant));
  if (steps < 0) throw new RangeError(`negative concentration of ${pollutant}: ${steps}`);
  return steps;
}

/** Which breakpoint ends the segment. */
function upperOf(steps: number, scale: number, breakpoints: readonly number[]): number | null {
  for (let upper = 1; upper < breakpoints.length; upper += 1) if (steps <= (breakpoints[upper] ?? 0) * scale) return upper;
  return null;
}

/** Quotient of two whole numbers, at least 0 and at least 1, rounded up (HJ 633-2012 6.2 全部进位取整数; HJ 633-2026 4.2.6). */
const divideUp = (dividend: number, divisor: number): number => {
  const rest = dividend % divisor;
  return (dividend - rest) / divisor + (rest === 0 ? 0 : 1);
};
