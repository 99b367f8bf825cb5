/** 评价项目 of the daily report (日报), O3 as 日最大8小时滑动平均, in the order of HJ 633-2026 表4. */
export const POLLUTANTS = ['so2', 'no2', 'co', 'o3', 'pm10', 'pm25'] as const;
/** The same ids name hourly means, where `o3` is O3 1小时平均. */
export type Pollutant = (typeof POLLUTANTS)[number];

/** A dust day loses its PM10 and PM2.5; gases are not affected by dust and stay (环办监测〔2016〕120号). */
export const DUST_POLLUTANTS: ReadonlySet<Pollutant> = new Set<Pollutant>(['pm10', 'pm25']);
