/**
 * 空气质量标准 as dated data: which breakpoints and which data minimum hold on which day. A rule that changes gets a new entry with its
 * dates; no entry is ever edited to mean something else.
 */

/** 评价项目 of the daily report (日报), O3 as 日最大8小时滑动平均, in the order of HJ 633-2026 表4. */
export const POLLUTANTS = ['so2', 'no2', 'co', 'o3', 'pm10', 'pm25'] as const;
export type Pollutant = (typeof POLLUTANTS)[number];

/** 分指数 levels that belong to the breakpoints, first to last (HJ 633-2026 表3, HJ 633-2012 表1). */
export const IAQI_LEVELS = [0, 50, 100, 150, 200, 300, 400, 500] as const;

export interface AqiStandard {
  readonly id: 'HJ 633-2012' | 'HJ 633-2026';
  /** The quality standard (环境空气质量标准) it belongs to. */
  readonly qualityStandard: 'GB 3095-2012' | 'GB 3095-2026';
  /** First day on which it holds; null: for every day the product can meet. */
  readonly from: string | null;
  /** Last day on which it holds; null: still in force. */
  readonly to: string | null;
  /** Daily concentration limits (浓度限值) at IAQI_LEVELS: µg/m³, CO mg/m³. O3 8h has none beyond 800. */
  readonly breakpoints: Readonly<Record<Pollutant, readonly number[]>>;
  /**
   * O3 8h above 800: `oneHour` = no 8-hour IAQI, the 1-hour one is to be used (HJ 633-2012 表1 注3); a number = that IAQI
   * (HJ 633-2026 表3 注c).
   */
  readonly ozoneAboveLast: 'oneHour' | number;
}

const SHARED_BREAKPOINTS = {
  so2: [0, 50, 150, 475, 800, 1600, 2100, 2620],
  no2: [0, 40, 80, 180, 280, 565, 750, 940],
  co: [0, 2, 4, 14, 24, 36, 48, 60],
  o3: [0, 100, 160, 215, 265, 800],
} as const;

/** Oldest first; every day belongs to exactly one. The two sets differ in PM10 and PM2.5 at IAQI 100 and in O3 above 800. */
export const AQI_STANDARDS: readonly AqiStandard[] = [
  {
    id: 'HJ 633-2012',
    qualityStandard: 'GB 3095-2012',
    from: null,
    to: '2026-02-28',
    breakpoints: { ...SHARED_BREAKPOINTS, pm10: [0, 50, 150, 250, 350, 420, 500, 600], pm25: [0, 35, 75, 115, 150, 250, 350, 500] },
    ozoneAboveLast: 'oneHour',
  },
  {
    id: 'HJ 633-2026',
    qualityStandard: 'GB 3095-2026',
    from: '2026-03-01',
    to: null,
    breakpoints: { ...SHARED_BREAKPOINTS, pm10: [0, 50, 120, 250, 350, 420, 500, 600], pm25: [0, 35, 60, 115, 150, 250, 350, 500] },
    ozoneAboveLast: 300,
  },
];

/** The standard in force on a day (ISO date). */
export function standardFor(date: string): AqiStandard {
  const standard = AQI_STANDARDS.find((entry) => (entry.from === null || entry.from <= date) && (entry.to === null || date <= entry.to));
  if (standard === undefined) throw new RangeError(`no AQI standard for ${date}`);
  return standard;
}

/** 数据有效性 (GB 3095-2026 表4, the same numbers as GB 3095-2012 表4): days with a valid daily mean that a mean needs. */
export const DATA_MINIMUM = { year: 324, month: 27, february: 25 } as const;

/** 空气质量指数级别 (HJ 633-2026 表1, HJ 633-2012 表2): `upTo` is the last AQI of the level. */
export interface AqiCategory {
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  readonly name: string;
  readonly colour: string;
  readonly rgb: readonly [number, number, number];
  readonly upTo: number;
}

export const AQI_CATEGORIES: readonly AqiCategory[] = [
  { level: 1, name: '优', colour: '绿色', rgb: [0, 228, 0], upTo: 50 },
  { level: 2, name: '良', colour: '黄色', rgb: [255, 255, 0], upTo: 100 },
  { level: 3, name: '轻度污染', colour: '橙色', rgb: [255, 126, 0], upTo: 150 },
  { level: 4, name: '中度污染', colour: '红色', rgb: [255, 0, 0], upTo: 200 },
  { level: 5, name: '重度污染', colour: '紫色', rgb: [153, 0, 76], upTo: 300 },
  { level: 6, name: '严重污染', colour: '褐红色', rgb: [126, 0, 35], upTo: 500 },
];
