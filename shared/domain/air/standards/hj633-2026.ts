import type { AqiStandard } from './aqi-standard.ts';

const PM10 = [0, 50, 120, 250, 350, 420, 500, 600] as const;
const PM25 = [0, 35, 60, 115, 150, 250, 350, 500] as const;

/** 《环境空气质量指数（AQI）技术规定》, in force since 2026-03-01. It has one table; none for the final limits of 2031 has been issued. */
export const HJ_633_2026: AqiStandard = {
  id: 'HJ 633-2026',
  title: '环境空气质量指数（AQI）技术规定',
  daily: {
    so2: [0, 50, 150, 475, 800, 1600, 2100, 2620],
    no2: [0, 40, 80, 180, 280, 565, 750, 940],
    co: [0, 2, 4, 14, 24, 36, 48, 60],
    o3: [0, 100, 160, 215, 265, 800],
    pm10: PM10,
    pm25: PM25,
  },
  hourly: {
    so2: [0, 150, 500, 650, 800],
    no2: [0, 100, 200, 700, 1200, 2340, 3090, 3840],
    co: [0, 5, 10, 35, 60, 90, 120, 150],
    o3: [0, 160, 200, 300, 400, 800, 1000, 1200],
    pm10: PM10,
    pm25: PM25,
  },
  ozoneAboveLast: 300,
  sulphurHourAboveLast: 200,
  missingPollutant: 'na',
  clauses: {
    daily: '4.2.2、表3',
    hourly: '表3 注a',
    roundUp: '4.2.6',
    primary: '4.3.1',
    missing: '5.3.1、5.3.2',
    ozoneAboveLast: '表3 注c',
    sulphurHourAboveLast: '表3 注b',
  },
};
