import { dayNumber } from '../../calendar.ts';
import { share } from '../statistics/rounded.ts';
import { itemsOn } from '../statistics/monitored.ts';
import type { MonitoredSpan, PlaceDay } from '../types.ts';
import { forecastLevels, outcomeOf } from './forecast-outcome.ts';
import { forecastSkill, type ObservedOn } from './forecast-skill.ts';
import { observationOf } from './observation.ts';
import {
  FORECAST_METRICS,
  type Forecast,
  type ForecastAccuracy,
  type ForecastDay,
  type ForecastLeftOut,
  type ForecastSettings,
  type LeadAccuracy,
  type MetricResult,
} from './types.ts';

/** What the place's AQI is made from. */
export interface Observed {
  readonly days: readonly PlaceDay[];
  readonly monitored: readonly MonitoredSpan[];
}

/**
 * 空气质量预报准确率. The plan gives no definition, so the usual ones stand side by side. Denominator: days with a forecast published before
 * the day and a valid observation. The observation is judged by the standard in force on the day of publication: a forecast of before
 * 2026-03-01 was made with the levels of HJ 633-2012.
 */
export function forecastAccuracy(forecasts: readonly Forecast[], observed: Observed, settings: ForecastSettings): ForecastAccuracy {
  const byDate = new Map(observed.days.map((day) => [day.date, day]));
  const { chosen, leftOut } = chooseForecasts(forecasts);
  const days: ForecastDay[] = [];
  for (const { forecast, leadDays } of chosen) {
    const observation = observationOf(forecast, byDate.get(forecast.date), itemsOn(observed.monitored, forecast.date));
    const levels = forecastLevels(forecast);
    if (typeof observation === 'string') leftOut.push(leftOutOf(forecast, leadDays, observation));
    else if (levels.length === 0 && forecast.primary === null) leftOut.push(leftOutOf(forecast, leadDays, 'empty'));
    else {
      const { date, published, source, low, high, primary } = forecast;
      days.push({
        date,
        published,
        source,
        leadDays,
        low,
        high,
        levels,
        primary,
        observed: observation,
        outcome: outcomeOf(forecast, observation, settings),
      });
    }
  }
  const ordered = days.toSorted(byDateAndLead);
  const observedOn: ObservedOn = (date, { published }) => {
    const seen = observationOf({ published, stated: null }, byDate.get(date), itemsOn(observed.monitored, date));
    return typeof seen === 'string' ? null : seen;
  };
  return {
    settings,
    all: accuracyOf(null, ordered, observedOn),
    leads: [...Map.groupBy(ordered, (day) => day.leadDays)]
      .toSorted(([left], [right]) => left - right)
      .map(([lead, own]) => accuracyOf(lead, own, observedOn)),
    months: [...Map.groupBy(ordered, (day) => day.date.slice(0, MONTH_LENGTH))].map(([month, own]) => ({
      month,
      ...accuracyOf(null, own, observedOn),
    })),
    days: ordered,
    wrong: ordered.filter((day) => Object.values(day.outcome).includes(false)),
    leftOut: leftOut.toSorted(byDateAndLead),
  };
}

interface Chosen {
  readonly forecast: Forecast;
  readonly leadDays: number;
}

/** Of the forecasts of one day with the same lead the latest counts; one published on the day itself is no forecast of it. */
function chooseForecasts(forecasts: readonly Forecast[]): { chosen: Chosen[]; leftOut: ForecastLeftOut[] } {
  const latest = new Map<string, Chosen>();
  const leftOut: ForecastLeftOut[] = [];
  for (const forecast of forecasts) {
    const leadDays = forecast.leadDays ?? daysBetween(forecast.published, forecast.date);
    if (daysBetween(forecast.published, forecast.date) < 1) {
      leftOut.push(leftOutOf(forecast, leadDays, 'notBefore'));
      continue;
    }
    const key = `${forecast.date} ${leadDays}`;
    const other = latest.get(key);
    const [kept, dropped] =
      other === undefined || isLater(forecast, other.forecast) ? [{ forecast, leadDays }, other] : [other, { forecast, leadDays }];
    latest.set(key, kept);
    if (dropped !== undefined) leftOut.push(leftOutOf(dropped.forecast, leadDays, 'superseded'));
  }
  return { chosen: [...latest.values()], leftOut };
}

/** By time of publication; of two at the same time by where they stand, so that the order of rows does not decide. */
const isLater = (left: Forecast, right: Forecast): boolean =>
  left.published === right.published ? left.source > right.source : left.published > right.published;

function daysBetween(from: string, to: string): number {
  const number = (date: string): number =>
    dayNumber({ year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) });
  return number(to) - number(from);
}

const leftOutOf = ({ date, published, source }: Forecast, leadDays: number, reason: ForecastLeftOut['reason']): ForecastLeftOut => ({
  date,
  published,
  source,
  leadDays,
  reason,
});

interface Dated {
  readonly date: string;
  readonly leadDays: number;
  readonly source: string;
}

function byDateAndLead(left: Dated, right: Dated): number {
  if (left.date !== right.date) return left.date < right.date ? -1 : 1;
  if (left.leadDays !== right.leadDays) return left.leadDays - right.leadDays;
  if (left.source === right.source) return 0;
  return left.source < right.source ? -1 : 1;
}

const MONTH_LENGTH = 7;

function accuracyOf(leadDays: number | null, days: readonly ForecastDay[], observedOn: ObservedOn): LeadAccuracy {
  return {
    leadDays,
    days: days.length,
    metrics: metricsOf(days),
    byLevel: [1, 2, 3, 4, 5, 6].flatMap((level) => {
      const own = days.filter((day) => day.observed.level === level);
      return own.length === 0 ? [] : [{ level, days: own.length, metrics: metricsOf(own) }];
    }),
    falseAlarms: days.filter(
      (day) => day.observed.level < HEAVY_LEVEL && day.levels.length > 0 && day.levels.every((level) => level >= HEAVY_LEVEL),
    ).length,
    skill: forecastSkill(days, observedOn),
  };
}

/** 重度污染. */
const HEAVY_LEVEL = 5;

function metricsOf(days: readonly ForecastDay[]): MetricResult[] {
  return FORECAST_METRICS.map((metric) => {
    const judged = days.filter((day) => day.outcome[metric] !== null);
    const right = judged.filter((day) => day.outcome[metric] === true).length;
    const rate = share(right, judged.length);
    return { metric, judged: judged.length, right, rateExact: rate?.exact ?? null, rate: rate?.published ?? null };
  });
}
