import { monthsOf, type Period, shiftDate } from '../period.ts';
import { HOURS_OF_DAY } from '../hours/hours-of-day.ts';
import type { Pollutant } from '../standards/pollutants.ts';
import { evaluatePeriod } from '../statistics/evaluate-period.ts';
import { itemsOn } from '../statistics/monitored.ts';
import { eachPollutant } from '../statistics/pollutant-record.ts';
import { share } from '../statistics/rounded.ts';
import type { EvaluationSettings, RoundedNumber } from '../statistics/types.ts';
import { requiredDays } from '../statistics/validity.ts';
import type { RecordSeries } from './by-day.ts';
import type { RecordHours } from './record-hours.ts';

/** So many of so many, and the share in %; null of none. */
export interface Captured {
  readonly valid: number;
  readonly due: number;
  readonly rate: RoundedNumber | null;
}

export interface PollutantCapture extends Captured {
  /** 有效天数要求 of the month (GB 3095-2026 表4): 27 days, February 25; of a part of a month that many fewer as are left out. */
  readonly required: number;
  /** Station hours, of the stations that have hours in the month; null without any. */
  readonly hours: Captured | null;
}

/** 数据获取 of a month. */
export interface MonthCapture {
  /** 2024-07 */
  readonly month: string;
  /** Days of the month inside the period and not after the last day with data. */
  readonly days: number;
  /** 有效天 of the day counts. */
  readonly counted: number;
  /** Null: not monitored in the month, and without a value. */
  readonly pollutants: Readonly<Record<Pollutant, PollutantCapture | null>>;
}

export interface CaptureInput {
  readonly period: Period;
  /** The last day on which any place has data: what comes after is not missing yet. */
  readonly until: string;
  readonly hours: readonly RecordHours[];
  readonly settings: EvaluationSettings;
}

/** Valid days against the days on which the place ought to have measured, month by month, dust days among them: they were measured. */
export function captureByMonth(series: RecordSeries, { period, until, hours, settings }: CaptureInput): MonthCapture[] {
  const last = until < period.to ? until : period.to;
  if (last < period.from) return [];
  const hoursByMonth = Map.groupBy(hours, ({ date }) => date.slice(0, 7));
  return monthsOf({ from: period.from, to: last }).map(({ month, days }) => {
    const from = month === period.from.slice(0, 7) ? period.from : `${month}-01`;
    const span = { from, to: shiftDate(from, days - 1) };
    const dates = Array.from({ length: days }, (_, index) => shiftDate(from, index));
    const own = series.days.filter(({ date }) => span.from <= date && date <= span.to);
    return {
      month,
      days,
      counted: evaluatePeriod({ ...series, days: own }, span, settings).days.valid,
      pollutants: eachPollutant((pollutant) => {
        const valid = own.filter(({ values }) => values[pollutant] !== null).length;
        const due = dates.filter((date) => itemsOn(series.monitored, date).includes(pollutant)).length;
        if (valid + due === 0) return null;
        const required = requiredDays(span);
        return { ...captured(valid, due), required, hours: capturedHours(hoursByMonth.get(month) ?? [], pollutant, due) };
      }),
    };
  });
}

const captured = (valid: number, due: number): Captured => ({ valid, due, rate: share(valid, due) });

/** Every station that has an hour in the month ought to have all hours of its days. */
function capturedHours(days: readonly RecordHours[], pollutant: Pollutant, due: number): Captured | null {
  const all = days.flatMap(({ valid }) => valid[pollutant] ?? []);
  const stations = new Set(all.map(({ station }) => station));
  return stations.size === 0
    ? null
    : captured(
        all.reduce((sum, { hours }) => sum + hours, 0),
        stations.size * due * HOURS_OF_DAY,
      );
}
