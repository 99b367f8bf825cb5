import type { AqiStandard } from './aqi-standard.ts';

const PM10 = [0, 50, 150, 250, 350, 420, 500, 600] as const;
const PM25 = [0, 35, 75, 115, 150, 250, 350, 500] as const;

/** 《环境空气质量指数（AQI）技术规定（试行）》, from 2012 (with GB 3095-2012) to 2026-02-28. */
export const HJ_633_2012: AqiStandard = {
  id: 'HJ 633-2012',
  title: '环境空气质量指数（AQI）技术规定（试行）',
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
  ozoneAboveLast: 'oneHour',
  sulphurHourAboveLast: 'daily',
  missingPollutant: 'publish',
  clauses: {
    daily: '表1',
    hourly: '表1 注（1）',
    roundUp: '6.2',
    primary: '4.4',
    missing: '表3 注',
    ozoneAboveLast: '表1 注（3）',
    sulphurHourAboveLast: '表1 注（2）',
  },
};
