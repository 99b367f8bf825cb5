import type { Pollutant } from './pollutants.ts';

/** 浓度限值 of one class: µg/m³, CO mg/m³. `daily` of O3 is 日最大8小时平均. CO and O3 have no annual limit. */
export interface QualityLimits {
  readonly annual: Readonly<Partial<Record<Pollutant, number>>>;
  readonly daily: Readonly<Record<Pollutant, number>>;
  readonly hourly: Readonly<Partial<Record<Pollutant, number>>>;
}

/** 《环境空气质量标准》 (GB 3095) as data, one entry for each set of limits. */
export interface QualityStandard {
  readonly id: 'GB 3095-2012' | 'GB 3095-2026';
  /** What stands behind the number where a standard has two sets of limits. */
  readonly stage: '' | '过渡阶段限值' | '正式限值';
  readonly clause: string;
  /** 二级: the limits everything here is judged by. */
  readonly second: QualityLimits;
}

const HOURLY = { so2: 500, no2: 200, co: 10, o3: 200 } as const;

/** 表1 二级 (the annual values as used by every published 综合指数). */
export const GB_3095_2012: QualityStandard = {
  id: 'GB 3095-2012',
  stage: '',
  clause: '表1、表2 二级',
  second: {
    annual: { so2: 60, no2: 40, pm10: 70, pm25: 35 },
    daily: { so2: 150, no2: 80, co: 4, o3: 160, pm10: 150, pm25: 75 },
    hourly: HOURLY,
  },
};

/** 过渡阶段限值, 2026-03-01 to 2030-12-31 (GB 3095-2026 表1). */
export const GB_3095_2026_TRANSITION: QualityStandard = {
  id: 'GB 3095-2026',
  stage: '过渡阶段限值',
  clause: '表1 二级',
  second: {
    annual: { so2: 60, no2: 40, pm10: 60, pm25: 30 },
    daily: { so2: 150, no2: 80, co: 4, o3: 160, pm10: 120, pm25: 60 },
    hourly: HOURLY,
  },
};

/** From 2031-01-01 (GB 3095-2026 表1). */
export const GB_3095_2026_FINAL: QualityStandard = {
  id: 'GB 3095-2026',
  stage: '正式限值',
  clause: '表1 二级',
  second: {
    annual: { so2: 20, no2: 30, pm10: 50, pm25: 25 },
    daily: { so2: 50, no2: 50, co: 4, o3: 160, pm10: 100, pm25: 50 },
    hourly: { so2: 150, no2: 200, co: 10, o3: 200 },
  },
};
