import type { Pollutant } from './pollutants.ts';

/** 数据有效性 (GB 3095-2026 表4, the same numbers as GB 3095-2012 表4): what a mean needs. */
export const DATA_MINIMUM = {
  /** Days with a valid daily mean. */
  year: 324,
  month: 27,
  february: 25,
  /** Hours of a daily mean. */
  day: 20,
  /** Hours of an 8-hour mean. */
  eightHours: 6,
  /** Valid 8-hour means among those ending 08:00–24:00 (HJ 663-2013 6.1.2, HJ 663-2026 6.1.2). */
  ozoneWindows: 14,
} as const;

/** 年评价、时段评价的特定百分位数 (HJ 663-2013 表1, HJ 663-2026): of daily means, of O3 日最大8小时. */
export const PERCENTILES: Readonly<Record<Pollutant, number>> = { so2: 98, no2: 98, co: 95, o3: 90, pm10: 95, pm25: 95 };

/** Pollutants whose value of a period is the percentile and not the mean (综合指数, 时段评价): CO and O3. */
export const PERCENTILE_VALUED: ReadonlySet<Pollutant> = new Set<Pollutant>(['co', 'o3']);

/** 保留小数位数 (HJ 663-2026 表3): statistics as published, and the value that is held against a limit. */
export const DECIMALS: Readonly<Record<'published' | 'judged', Readonly<Record<Pollutant, number>>>> = {
  published: { so2: 0, no2: 0, co: 1, o3: 0, pm10: 0, pm25: 1 },
  judged: { so2: 0, no2: 0, co: 1, o3: 0, pm10: 0, pm25: 0 },
};

/** 达标率 and 优良天数比率 in %, 超标倍数 (HJ 663-2026 表3); 综合指数 as it is published everywhere. */
export const RATE_DECIMALS = 1;
export const EXCEEDANCE_DECIMALS = 2;
export const INDEX_DECIMALS = 2;
/** 变化率 in % and differences in 百分点, as published rankings print them. */
export const CHANGE_DECIMALS = 1;
