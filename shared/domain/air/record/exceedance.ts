import type { DecimalText } from '../../numbers/decimal.ts';
import { type Fraction, roundFraction, roundToSteps } from '../../numbers/fraction.ts';
import { type StandardChoice, type StandardId, EVALUATION_STANDARDS, standardOf } from '../standards/evaluation-standard.ts';
import { exceedanceMultiple } from '../standards/exceedance-multiple.ts';
import { DECIMALS } from '../standards/hj663.ts';
import { type Pollutant, POLLUTANTS } from '../standards/pollutants.ts';
import { share } from '../statistics/rounded.ts';
import type { RoundedNumber } from '../statistics/types.ts';
import type { EvaluatedDay } from './by-day.ts';
import type { RecordHours } from './record-hours.ts';

/** 最大超标: the highest value over the limit as it is judged, its 超标倍数 (C − S)/S and when it was; several days or hours may share it. */
export interface Peak {
  readonly value: DecimalText;
  readonly multiple: DecimalText;
  /** 2024-07-15, of an hour 2024-07-15 16 (its end). */
  readonly at: readonly string[];
}

/** Values over a limit. */
export interface Over {
  readonly limit: number;
  /** Values held against it. */
  readonly values: number;
  readonly over: number;
  readonly rate: RoundedNumber | null;
  /** Days on which it was exceeded, with how often. */
  readonly days: readonly { readonly date: string; readonly count: number }[];
  readonly peak: Peak | null;
}

/** 超标 of a pollutant by one standard, on the days that it judges. */
export interface Exceedance {
  readonly standard: StandardId;
  readonly pollutant: Pollutant;
  /** 日均值, of O3 日最大8小时. */
  readonly daily: Over;
  /** 小时值; null of PM10 and PM2.5, which have no hourly limit, and where there are no hours. */
  readonly hourly: Over | null;
}

/** Every pollutant with values against its limits, oldest standard first. A value is rounded as for the AQI before it is held against a limit. */
export function exceedances(days: readonly EvaluatedDay[], hours: readonly RecordHours[], choice: StandardChoice): Exceedance[] {
  return EVALUATION_STANDARDS.flatMap(({ id, quality }) => {
    const own = days.filter(({ day }) => standardOf(day.date, choice).id === id);
    const ownHours = hours.filter(({ date }) => standardOf(date, choice).id === id);
    return POLLUTANTS.flatMap((pollutant): Exceedance[] => {
      const hourLimit = quality.second.hourly[pollutant];
      const daily = overOf(dailyValues(own, pollutant), pollutant, quality.second.daily[pollutant]);
      const hourly = hourLimit === undefined ? null : overOf(hourlyValues(ownHours, pollutant), pollutant, hourLimit);
      if (daily.values === 0 && (hourly?.values ?? 0) === 0) return [];
      return [{ standard: id, pollutant, daily, hourly: (hourly?.values ?? 0) === 0 ? null : hourly }];
    });
  });
}

interface Judged {
  readonly date: string;
  readonly at: string;
  readonly value: Fraction;
  readonly over: boolean | null;
}

/** Days whose value counts, and whether it is over, as the evaluation of the day says. */
const dailyValues = (days: readonly EvaluatedDay[], pollutant: Pollutant): Judged[] =>
  days.flatMap(({ day: { date, values }, evaluation: { concentrations } }) => {
    const [value, evaluated] = [values[pollutant], concentrations[pollutant]];
    return value === null || evaluated === null || evaluated.usedDays === 0
      ? []
      : [{ date, at: date, value, over: evaluated.daysOver > 0 }];
  });

const hourlyValues = (hours: readonly RecordHours[], pollutant: Pollutant): Judged[] =>
  hours.flatMap(({ date, means }) =>
    (means[pollutant] ?? []).flatMap((value, index) =>
      value === null ? [] : [{ date, at: `${date} ${String(index + 1).padStart(2, '0')}`, value, over: null }],
    ),
  );

function overOf(values: readonly Judged[], pollutant: Pollutant, limit: number): Over {
  const decimals = DECIMALS.judged[pollutant];
  const over = values.filter((one) => one.over ?? roundToSteps(one.value, decimals) > limit * 10 ** decimals);
  return {
    limit,
    values: values.length,
    over: over.length,
    rate: share(over.length, values.length),
    days: [...Map.groupBy(over, ({ date }) => date)].map(([date, own]) => ({ date, count: own.length })),
    peak: peakOf(over, decimals, limit),
  };
}

function peakOf(over: readonly Judged[], decimals: number, limit: number): Peak | null {
  const steps = over.map(({ value }) => roundToSteps(value, decimals));
  const highest = Math.max(...steps);
  const at = over.filter((_, index) => steps[index] === highest);
  const [first] = at;
  if (first === undefined) return null;
  const value = roundFraction(first.value, decimals);
  return { value, multiple: exceedanceMultiple(value, limit), at: at.map((one) => one.at) };
}
