import type { Pollutant } from './pollutants.ts';

/**
 * 空气质量指数技术规定 (HJ 633) as data. A rule that changes gets a new entry in a file of its own; no entry is ever edited to mean something
 * else. Breakpoints (浓度限值) stand at IAQI_LEVELS: µg/m³, CO mg/m³; a shorter list has no limits at the higher levels.
 */
export interface AqiStandard {
  readonly id: 'HJ 633-2012' | 'HJ 633-2026';
  readonly title: string;
  /** 日报: 24小时平均, O3 日最大8小时滑动平均. */
  readonly daily: Readonly<Record<Pollutant, readonly number[]>>;
  /** 实时报: 1小时平均; PM10 and PM2.5 by their daily limits. */
  readonly hourly: Readonly<Record<Pollutant, readonly number[]>>;
  /** O3 8h above 800: `oneHour` = no 8-hour IAQI, the 1-hour one is used; a number = that IAQI. */
  readonly ozoneAboveLast: 'oneHour' | number;
  /** SO2 1h above 800: `daily` = no 1-hour IAQI, the 24-hour one is used; a number = that IAQI. */
  readonly sulphurHourAboveLast: 'daily' | number;
  /**
   * A monitored pollutant is missing: `publish` = the AQI of the others stands, the missing one is marked NA; `na` = it stands only above
   * 100, else AQI, level and primary pollutant are NA.
   */
  readonly missingPollutant: 'publish' | 'na';
  /** Clauses, as documents cite them. */
  readonly clauses: Readonly<
    Record<'daily' | 'hourly' | 'roundUp' | 'primary' | 'missing' | 'ozoneAboveLast' | 'sulphurHourAboveLast', string>
  >;
}
