import type { DecimalText } from '../../numbers/decimal.ts';
import type { StandardId } from '../standards/evaluation-standard.ts';
import type { RoundedNumber } from '../statistics/types.ts';
import type { Pollutant } from '../standards/pollutants.ts';

/** One forecast (预报) of one day. A single value has `low` = `high`. */
export interface Forecast {
  /** Where it stands, for lists of wrong days; any text. */
  readonly source: string;
  /** 发布时间: ISO date, also with a time ('2024-07-01 17:00'). */
  readonly published: string;
  /** ISO date. */
  readonly date: string;
  /** 时效 in days (24 h = 1); null: the days from publication to the date. */
  readonly leadDays: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** 预报级别 1–6, two of them when it spans levels (跨级预报); empty: those of low to high. */
  readonly levels: readonly number[];
  /** 预报首要污染物; empty: it says that there is none; null: it does not say. */
  readonly primary: readonly Pollutant[] | null;
  /** 实况 as the forecaster's own table has it: used for a day without monitoring data. */
  readonly stated: { readonly aqi: number; readonly primary: readonly Pollutant[] } | null;
}

export interface ForecastSettings {
  /** What ±25 % applies to when the forecast is an interval: its middle, or both of its ends. */
  readonly range: 'middle' | 'ends';
}

/**
 * level 级别准确率; range25 AQI 范围 ±25 %; interval inside the forecast interval; primary 首要污染物 (any of the observed), primaryStrict (the
 * same set); heavy 重污染 (days with AQI > 200 that were forecast as such).
 */
export const FORECAST_METRICS = ['level', 'range25', 'interval', 'primary', 'primaryStrict', 'heavy'] as const;
export type ForecastMetric = (typeof FORECAST_METRICS)[number];

/** Right days of judged days; the rate in %, one decimal, null of none. */
export interface MetricResult {
  readonly metric: ForecastMetric;
  readonly judged: number;
  readonly right: number;
  readonly rateExact: DecimalText | null;
  readonly rate: DecimalText | null;
}

/** A day with a forecast and a valid observation. */
export interface ForecastDay {
  readonly date: string;
  readonly published: string;
  readonly source: string;
  readonly leadDays: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly levels: readonly number[];
  readonly primary: readonly Pollutant[] | null;
  /** Observation under the standard of the day of publication; its AQI is null beyond the scale of O3 8 h (HJ 633-2012 表1 注3). */
  readonly observed: {
    readonly aqi: number | null;
    readonly level: number;
    readonly primary: readonly Pollutant[];
    readonly standard: StandardId;
    readonly source: 'monitoring' | 'stated';
  };
  /** Null where the metric does not apply to the day. */
  readonly outcome: Readonly<Record<ForecastMetric, boolean | null>>;
}

/**
 * Forecasts that are not judged. notBefore: published on the day itself or after it; superseded: a later one for the same day and lead counts;
 * noObservation: no values; observationNa: the AQI is NA or the day is not valid; empty: it says nothing that can be judged.
 */
export interface ForecastLeftOut {
  readonly date: string;
  readonly published: string;
  readonly source: string;
  readonly leadDays: number;
  readonly reason: 'notBefore' | 'superseded' | 'noObservation' | 'observationNa' | 'empty';
}

/** Results of one lead time; `leadDays` null: of all lead times together. */
export interface LeadAccuracy {
  readonly leadDays: number | null;
  readonly days: number;
  readonly metrics: readonly MetricResult[];
  /** By observed level, levels with days only. */
  readonly byLevel: readonly { readonly level: number; readonly days: number; readonly metrics: readonly MetricResult[] }[];
  /** 空报: forecast as heavily polluted and not so. */
  readonly falseAlarms: number;
  readonly skill: ForecastSkill;
}

/** Scores of forecast AQI against observed AQI, and of polluted days. */
export interface SkillScores {
  /** Days of which both AQI are numbers. */
  readonly pairs: number;
  /** 平均偏差, forecast minus observed; 均方根误差. */
  readonly bias: RoundedNumber | null;
  readonly rmse: RoundedNumber | null;
  /** FAC2: share of days within half and twice the observed AQI. */
  readonly factor2: RoundedNumber | null;
  /** Days that say whether they are polluted. */
  readonly days: number;
  readonly hits: number;
  readonly misses: number;
  readonly falseAlarms: number;
  /** 命中率 of the polluted days, and 空报率 of those forecast as such. */
  readonly hitRate: RoundedNumber | null;
  readonly falseAlarmRatio: RoundedNumber | null;
}

export interface ForecastSkill {
  readonly forecast: SkillScores;
  /** 持续性预报: as the day was that lies as many days before. */
  readonly persistence: SkillScores;
}

export interface ForecastAccuracy {
  readonly settings: ForecastSettings;
  readonly all: LeadAccuracy;
  readonly leads: readonly LeadAccuracy[];
  /** By month of the day, 2024-07. */
  readonly months: readonly (LeadAccuracy & { readonly month: string })[];
  /** Every judged day, by date and lead. */
  readonly days: readonly ForecastDay[];
  /** Those of them with at least one metric missed. */
  readonly wrong: readonly ForecastDay[];
  readonly leftOut: readonly ForecastLeftOut[];
}
