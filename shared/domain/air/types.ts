import type { Fraction } from '../numbers/fraction.ts';
import type { Pollutant } from './standards/pollutants.ts';

/** Concentrations of one place on one natural day (自然日): µg/m³, CO mg/m³; null where nothing valid was measured. `o3` is O3 日最大8小时滑动平均. */
export type DayConcentrations = Readonly<Record<Pollutant, Fraction | null>>;

export interface PlaceDay {
  /** ISO date. */
  readonly date: string;
  readonly values: DayConcentrations;
  /** O3 日最大1小时平均; null where it is not known. HJ 633-2012 needs it where the 8-hour mean is above 800. */
  readonly o3OneHour: Fraction | null;
}

/** A place (town, station or the district) with its days; each date at most once, in any order. */
export interface PlaceSeries {
  readonly placeId: string;
  readonly days: readonly PlaceDay[];
  /** 扣沙日 of the place. */
  readonly dustDates: ReadonlySet<string>;
  /** By date, what other 例外事件 take out of it; without it nothing. */
  readonly takenOut?: ReadonlyMap<string, TakenOut> | undefined;
  /** 监测项目 by date, where somebody has said what the place monitors; without it the data of each calendar year tell. */
  readonly monitored?: readonly MonitoredSpan[] | undefined;
}

/** What approved 例外事件 other than dust (smoke, fireworks) take out of one day of a place, as the settings of the work had it on that day. */
export interface TakenOut {
  /** Of these the daily value enters no mean, no percentile and no index. */
  readonly concentrations: readonly Pollutant[];
  /** In the day counts: the day does not count at all, or counts with the AQI of what is not in `items`. */
  readonly leftOut: boolean;
  readonly items: readonly Pollutant[];
}

/** 监测项目 from a day until the next span begins. */
export interface MonitoredSpan {
  readonly from: string;
  readonly items: readonly Pollutant[];
}

/**
 * 扣沙日 in the day counts (good, heavy, valid days): `kept` = with the AQI as measured; `without-pm` = PM10 and PM2.5 taken out, the day stays with
 * the AQI of the other pollutants (142 of 142 published rows of 2025); `left-out` = the day does not count at all.
 */
export const DUST_DAY_MODES = ['kept', 'without-pm', 'left-out'] as const;
export type DustDayMode = (typeof DUST_DAY_MODES)[number];

/** 沙尘口径: whether it is taken out of the concentrations (mean, percentile, composite index), and what becomes of its days. */
export interface DustSwitches {
  readonly concentrations: boolean;
  readonly days: DustDayMode;
}

/** 沙尘口径 on a day. */
export type DustOn = (date: string) => DustSwitches;

/** As it was set when a result was computed. Before it was one setting of the work, the annual scores took every day as it was measured. */
export interface DustThen {
  readonly figures: DustOn;
  readonly scores: DustOn;
}

/** Which of the versions of an evaluation holds the day counts of a mode. */
export const DAY_VERSIONS = { kept: 'withDust', 'without-pm': 'withoutPm', 'left-out': 'withoutDust' } as const satisfies Record<
  DustDayMode,
  string
>;

/** The mode whose counts stand beside: as measured, and beside that without the days. */
export const otherDayMode = (mode: DustDayMode): DustDayMode => (mode === 'kept' ? 'left-out' : 'kept');

/**
 * 综合指数的修约: `stages` = concentrations (µg/m³ whole, CO one decimal), then each single index (单项指数, two decimals), then the sum, as published
 * tables have it (47 of 51 rows of 2017–2025 that print all six concentrations); `each` = unrounded concentrations, each single index; `sum` = the
 * sum alone.
 */
export const INDEX_ROUNDINGS = ['stages', 'each', 'sum'] as const;
export type IndexRounding = (typeof INDEX_ROUNDINGS)[number];

/** 综合指数 settings. */
export interface IndexSettings {
  readonly rounding: IndexRounding;
  /** 权重 of the single indices: 1 unless somebody decided otherwise. */
  readonly weights: Readonly<Record<Pollutant, string>>;
  /** Decimals with which PM2.5 enters in stages; left out: none. HJ 663-2026 表3 publishes one, and whether the index takes it is not settled. */
  readonly pm25Decimals?: '0' | '1' | undefined;
}

export const EQUAL_WEIGHTS: IndexSettings['weights'] = { so2: '1', no2: '1', co: '1', o3: '1', pm10: '1', pm25: '1' };
