import { roundToSteps } from '../../numbers/fraction.ts';
import { countedDay, LAST_GOOD_LEVEL } from '../aqi/counted-day.ts';
import { type DailyAqi, dailyAqi } from '../aqi/daily-aqi.ts';
import { isExceptional, isOut, treatedDay, treatmentOf } from '../aqi/treated-day.ts';
import { type EvaluationStandard, type StandardChoice, type StandardId, standardOf } from '../standards/evaluation-standard.ts';
import { DECIMALS } from '../standards/hj663.ts';
import { type Pollutant, POLLUTANTS } from '../standards/pollutants.ts';
import { DAY_VERSIONS, DUST_DAY_MODES, type MonitoredSpan, type PlaceDay, type PlaceSeries } from '../types.ts';
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

/** Dust in each of its three ways, other events as the work has them. */
export interface DaySummary {
  readonly withDust: DayCounts;
  /** Dust days count with the AQI of what is left without their PM10 and PM2.5. */
  readonly withoutPm: DayCounts;
  /** Dust days left out altogether; `over` of the gases keeps them, as their concentrations do. */
  readonly withoutDust: DayCounts;
  /** Every day as it was measured, other events too; where none took part the same object as `withDust`. */
  readonly measured: DayCounts;
  readonly standards: ReadonlySet<StandardId>;
}

interface DayRules extends Pick<PlaceSeries, 'dustDates' | 'takenOut'> {
  readonly standard: StandardChoice;
  readonly monitored: readonly MonitoredSpan[];
}

/** AQI of each day under its standard, counted. */
export function summariseDays(days: readonly PlaceDay[], rules: DayRules): DaySummary {
  const counts = { withDust: emptyCounts(), withoutPm: emptyCounts(), withoutDust: emptyCounts() };
  const others = days.some(({ date }) => rules.takenOut?.has(date) === true);
  const measured = others ? emptyCounts() : counts.withDust;
  const standards = new Set<StandardId>();
  for (const day of days) {
    const standard = standardOf(day.date, rules.standard);
    const items = itemsOn(rules.monitored, day.date);
    const aqi = dailyAqi(day, standard.aqi, items);
    if (aqi.used.length === 0) continue;
    standards.add(standard.id);
    if (others) countDay(measured, aqi, countedDay(aqi, standard).counted);
    if (isExceptional(rules, day.date)) countTreated(counts, day, { rules, standard, items });
    else {
      const { counted } = countedDay(aqi, standard);
      for (const one of Object.values(counts)) countDay(one, aqi, counted);
    }
    countOver(day, standard, { ...counts, measured: others ? measured : null }, rules);
  }
  return { ...counts, measured, standards };
}

type Versions = Readonly<Record<(typeof DAY_VERSIONS)[keyof typeof DAY_VERSIONS], Writable<DayCounts>>>;

interface TreatedRules {
  readonly rules: DayRules;
  readonly standard: EvaluationStandard;
  readonly items: readonly Pollutant[];
}

/** A day with dust or another event as each way of counting has it; where nothing else was measured it is no day. */
function countTreated(counts: Versions, day: PlaceDay, { rules, standard, items }: TreatedRules): void {
  for (const mode of DUST_DAY_MODES) {
    const { aqi, count } = treatedDay(day, standard, { items, treatment: treatmentOf(rules, day.date, mode) });
    if (count.count !== 'dust') countDay(counts[DAY_VERSIONS[mode]], aqi, count.counted);
  }
}

export function mergeDays(parts: readonly DaySummary[]): DaySummary {
  const withDust = addCounts(parts.map((part) => part.withDust));
  return {
    withDust,
    withoutPm: addCounts(parts.map((part) => part.withoutPm)),
    withoutDust: addCounts(parts.map((part) => part.withoutDust)),
    measured: parts.every((part) => part.measured === part.withDust) ? withDust : addCounts(parts.map((part) => part.measured)),
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
  { withDust, withoutPm, withoutDust, measured }: Versions & { readonly measured: Writable<DayCounts> | null },
  rules: DayRules,
): void {
  for (const pollutant of POLLUTANTS) {
    const value = day.values[pollutant];
    if (value === null) continue;
    const decimals = DECIMALS.judged[pollutant];
    if (roundToSteps(value, decimals) <= standard.quality.second.daily[pollutant] * 10 ** decimals) continue;
    if (measured !== null) measured.over[pollutant] += 1;
    if (!isOut(rules, day.date, pollutant, false)) withDust.over[pollutant] += 1;
    if (!isOut(rules, day.date, pollutant, true)) for (const counts of [withoutPm, withoutDust]) counts.over[pollutant] += 1;
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
