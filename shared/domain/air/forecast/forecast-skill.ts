import { exact, type ExactNumber } from '../../numbers/decimal.ts';
import { rounded, share } from '../statistics/rounded.ts';
import type { ForecastDay, ForecastSkill, SkillScores } from './types.ts';

/** Where AQI and level are known of a day; null of one without a valid observation. */
export type ObservedOn = (date: string, like: ForecastDay) => Pick<ForecastDay['observed'], 'aqi' | 'level'> | null;

/**
 * Error of the forecast AQI (of an interval its middle) and hits of polluted days (AQI above 100, level 3 and more), beside 持续性预报: whoever says that
 * the day will be as the day of publication was. A forecast that is no better than that says nothing. These are the usual scores of forecasts;
 * neither plan nor standard asks for them.
 */
export function forecastSkill(days: readonly ForecastDay[], observedOn: ObservedOn): ForecastSkill {
  const persistent = days.flatMap((day) => {
    const before = observedOn(earlier(day), day);
    return before === null ? [] : [{ forecast: before, observed: day.observed }];
  });
  return {
    forecast: scoresOf(days.flatMap((day) => pairOf(day))),
    persistence: scoresOf(persistent.map(({ forecast, observed }) => ({ ...forecast, observed, polluted: forecast.level >= POLLUTED }))),
  };
}

/** 轻度污染. */
const POLLUTED = 3;
const DAY_MS = 86_400_000;
const ISO_DATE_LENGTH = 10;

/** As many days before as the forecast was ahead: what was known when it was made. */
const earlier = ({ date, leadDays }: ForecastDay): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - leadDays * DAY_MS).toISOString().slice(0, ISO_DATE_LENGTH);

interface Pair {
  /** Null where the forecast names levels only. */
  readonly aqi: number | null;
  readonly polluted: boolean;
  readonly observed: Pick<ForecastDay['observed'], 'aqi' | 'level'>;
}

function pairOf({ low, high, levels, observed }: ForecastDay): Pair[] {
  const aqi = low === null || high === null ? null : (low + high) / 2;
  if (aqi === null && levels.length === 0) return [];
  return [{ aqi, polluted: aqi === null ? levels.every((level) => level >= POLLUTED) : aqi > GOOD, observed }];
}

/** The AQI up to which a day is good. */
const GOOD = 100;

function scoresOf(pairs: readonly Pair[]): SkillScores {
  const measured = pairs.flatMap(({ aqi, observed }) => (aqi === null || observed.aqi === null ? [] : [[aqi, observed.aqi] as const]));
  const errors = measured.map(([aqi, seen]) => exact(aqi).minus(seen));
  const hits = count(pairs, true, true);
  const [misses, falseAlarms] = [count(pairs, false, true), count(pairs, true, false)];
  return {
    pairs: measured.length,
    bias: errors.length === 0 ? null : rounded(sum(errors).div(errors.length), 1),
    rmse:
      errors.length === 0
        ? null
        : rounded(
            sum(errors.map((error) => error.times(error)))
              .div(errors.length)
              .sqrt(),
            1,
          ),
    factor2: share(measured.filter(([aqi, seen]) => aqi * 2 >= seen && aqi <= seen * 2).length, measured.length),
    days: pairs.length,
    hits,
    misses,
    falseAlarms,
    hitRate: share(hits, hits + misses),
    falseAlarmRatio: share(falseAlarms, hits + falseAlarms),
  };
}

const sum = (values: readonly ExactNumber[]): ExactNumber => values.reduce((total, value) => total.plus(value), exact(0));

const count = (pairs: readonly Pair[], forecast: boolean, seen: boolean): number =>
  pairs.filter(({ polluted, observed }) => polluted === forecast && observed.level >= POLLUTED === seen).length;
