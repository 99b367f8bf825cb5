/** 分指数 levels that belong to the breakpoints, first to last (HJ 633-2026 表3, HJ 633-2012 表1). */
export const IAQI_LEVELS = [0, 50, 100, 150, 200, 300, 400, 500] as const;

/** Beyond the last breakpoint the index stays at its last level: both tables end there. */
export const HIGHEST_AQI = 500;

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

export function categoryOf(aqi: number): AqiCategory {
  const category = AQI_CATEGORIES.find((entry) => aqi <= entry.upTo);
  if (category === undefined) throw new RangeError(`AQI beyond ${HIGHEST_AQI}: ${aqi}`);
  return category;
}
