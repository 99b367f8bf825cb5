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

/** How far the text of a clause is known: from a transcription of it, or not at all. */
export type ClauseEvidence = 'transcribed' | 'unseen';

/**
 * 统计值的保留小数位数 of means and percentiles, by the edition that judges the last day of a period. The table of HJ 663-2013 was not to be had
 * when this was written: its numbers are those of 2026 until somebody has read it, and the setting of the work says otherwise where it must.
 * Published tables of 2017–2025 print PM2.5 as a whole number or with one decimal.
 */
export const PUBLISHED_DECIMALS = {
  'HJ 663-2013': { decimals: DECIMALS.published, clause: 'HJ 663-2013', evidence: 'unseen' },
  'HJ 663-2026': { decimals: DECIMALS.published, clause: 'HJ 663-2026 表3', evidence: 'transcribed' },
} as const satisfies Record<
  string,
  { readonly decimals: Readonly<Record<Pollutant, number>>; readonly clause: string; readonly evidence: ClauseEvidence }
>;

export type EvaluationEdition = keyof typeof PUBLISHED_DECIMALS;

/** Decimals of PM2.5 as somebody has decided them for the work: as the standard has it, or so many. */
export const PM25_PUBLISHED = ['standard', '0', '1'] as const;
export type Pm25Published = (typeof PM25_PUBLISHED)[number];

/** Decimals with which a mean or percentile is printed. */
export const publishedDecimals = (pollutant: Pollutant, edition: EvaluationEdition, pm25: Pm25Published = 'standard'): number =>
  pollutant === 'pm25' && pm25 !== 'standard' ? Number(pm25) : PUBLISHED_DECIMALS[edition].decimals[pollutant];

/** 达标率 and 优良天数比率 in %, 超标倍数 (HJ 663-2026 表3); 综合指数 as it is published everywhere. */
export const RATE_DECIMALS = 1;
export const EXCEEDANCE_DECIMALS = 2;
export const INDEX_DECIMALS = 2;
/** 变化率 in % and differences in 百分点, as published rankings print them. */
export const CHANGE_DECIMALS = 1;
