import { roundToSteps } from '../../numbers/fraction.ts';
import { countedDay, LAST_GOOD_LEVEL } from '../aqi/counted-day.ts';
import { type DailyAqi, dailyAqi } from '../aqi/daily-aqi.ts';
import { aqiWithoutPm } from '../aqi/dust-day.ts';
import { type EvaluationStandard, type StandardChoice, type StandardId, standardOf } from '../standards/evaluation-standard.ts';
import { DECIMALS } from '../standards/hj663.ts';
import { DUST_POLLUTANTS, type Pollutant, POLLUTANTS } from '../standards/pollutants.ts';
import type { MonitoredSpan, PlaceDay } from '../types.ts';
import { itemsOn } from './monitored.ts';
import { eachPollutant } from './pollutant-record.ts';

/** Days by their AQI, as counts that add up over months. */
export interface DayCounts {
  readonly valid: number;
  readonly good: number;
  readonly heavy: number;
  readonly byLevel: readonly number[];
  readonly byPrimary: Readonly<Record<Pollutant, number>>;
  readonly na: number;
  readonly incomplete: number;
  readonly measured: number;
  /** Valid days whose AQI the pollutant entered. */
  readonly used: Readonly<Record<Pollutant, number>>;
  /** Days with a value over the daily limit. */
  readonly over: Readonly<Record<Pollutant, number>>;
}

export interface DaySummary {
  readonly withDust: DayCounts;
  /** Dust days count with the AQI of what is left without their PM10 and PM2.5. */
  readonly withoutPm: DayCounts;
  /** Dust days left out altogether; `over` of the gases keeps them, as their concentrations do. */
  readonly withoutDust: DayCounts;
  readonly standards: ReadonlySet<StandardId>;
}

interface DayRules {
  readonly standard: StandardChoice;
  readonly monitored: readonly MonitoredSpan[];
  readonly dustDates: ReadonlySet<string>;
}

/** AQI of each day under its standard, counted. */
export function summariseDays(days: readonly PlaceDay[], { standard: choice, monitored, dustDates }: DayRules): DaySummary {
  const [withDust, withoutPm, withoutDust] = [emptyCounts(), emptyCounts(), emptyCounts()];
  const standards = new Set<StandardId>();
  for (const day of days) {
    const standard = standardOf(day.date, choice);
    const aqi = dailyAqi(day, standard.aqi, itemsOn(monitored, day.date));
    if (aqi.used.length === 0) continue;
    standards.add(standard.id);
    const dusty = dustDates.has(day.date);
    const { counted } = countedDay(aqi, standard);
    countDay(withDust, aqi, counted);
    if (dusty) countGases(withoutPm, day, standard, itemsOn(monitored, day.date));
    else for (const counts of [withoutPm, withoutDust]) countDay(counts, aqi, counted);
    countOver(day, standard, dusty ? [withDust] : [withDust, withoutPm, withoutDust], dusty ? [withoutPm, withoutDust] : []);
  }
  return { withDust, withoutPm, withoutDust, standards };
}

/** A dust day as it is judged without its PM10 and PM2.5: by what else is monitored. Where nothing else was measured it is no day. */
function countGases(counts: Writable<DayCounts>, day: PlaceDay, standard: EvaluationStandard, items: readonly Pollutant[]): void {
  const aqi = aqiWithoutPm(day, standard, items);
  if (aqi.used.length > 0) countDay(counts, aqi, countedDay(aqi, standard).counted);
}

export function mergeDays(parts: readonly DaySummary[]): DaySummary {
  return {
    withDust: addCounts(parts.map((part) => part.withDust)),
    withoutPm: addCounts(parts.map((part) => part.withoutPm)),
    withoutDust: addCounts(parts.map((part) => part.withoutDust)),
    standards: new Set(parts.flatMap((part) => [...part.standards])),
  };
}

type Writable<T> = {
  -readonly [Key in keyof T]: T[Key] extends number ? number : T[Key] extends readonly number[] ? number[] : Record<Pollutant, number>;
};

const zeros = (): Record<Pollutant, number> => eachPollutant(() => 0);

function emptyCounts(): Writable<DayCounts> {
  return {
    valid: 0,
    good: 0,
    heavy: 0,
    byLevel: [0, 0, 0, 0, 0, 0],
    byPrimary: zeros(),
    na: 0,
    incomplete: 0,
    measured: 0,
    used: zeros(),
    over: zeros(),
  };
}

function countDay(counts: Writable<DayCounts>, aqi: DailyAqi, counted: boolean): void {
  counts.measured += 1;
  if (aqi.missing.length > 0) counts.incomplete += 1;
  if (!counted) counts.na += 1;
  if (!counted) return;
  const level = aqi.category?.level ?? 0;
  counts.valid += 1;
  if (level > 0 && level <= LAST_GOOD_LEVEL) counts.good += 1;
  if (level >= HEAVY_LEVEL) counts.heavy += 1;
  if (level > 0) counts.byLevel[level - 1] = (counts.byLevel[level - 1] ?? 0) + 1;
  for (const pollutant of aqi.primary) counts.byPrimary[pollutant] += 1;
  for (const pollutant of aqi.used) counts.used[pollutant] += 1;
}

/** 重度污染. */
const HEAVY_LEVEL = 5;

/** A daily value is held against the limit of its day as rounded for the AQI, so that one over the limit has an IAQI over 100. */
function countOver(
  day: PlaceDay,
  standard: EvaluationStandard,
  all: readonly Writable<DayCounts>[],
  gasesOnly: readonly Writable<DayCounts>[],
): void {
  for (const pollutant of POLLUTANTS) {
    const value = day.values[pollutant];
    if (value === null) continue;
    const decimals = DECIMALS.judged[pollutant];
    if (roundToSteps(value, decimals) <= standard.quality.second.daily[pollutant] * 10 ** decimals) continue;
    for (const counts of all) counts.over[pollutant] += 1;
    if (!DUST_POLLUTANTS.has(pollutant)) for (const counts of gasesOnly) counts.over[pollutant] += 1;
  }
}

function addCounts(parts: readonly DayCounts[]): DayCounts {
  const total = emptyCounts();
  for (const part of parts) {
    for (const key of COUNTS) total[key] += part[key];
    for (const [index, days] of part.byLevel.entries()) total.byLevel[index] = (total.byLevel[index] ?? 0) + days;
    for (const pollutant of POLLUTANTS) {
      for (const key of RECORDS) total[key][pollutant] += part[key][pollutant];
    }
  }
  return total;
}

const COUNTS = ['valid', 'good', 'heavy', 'na', 'incomplete', 'measured'] as const;
const RECORDS = ['byPrimary', 'used', 'over'] as const;
