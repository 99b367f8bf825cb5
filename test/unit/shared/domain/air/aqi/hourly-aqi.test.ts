import { expect, test } from 'vitest';
import { hourlyAqi } from '../../../../../../shared/domain/air/aqi/hourly-aqi.ts';
import { HOUR_INVALID, HOUR_MISSING } from '../../../../../../shared/domain/air/hours/hours-of-day.ts';
import { HJ_633_2012 } from '../../../../../../shared/domain/air/standards/hj633-2012.ts';
import { HJ_633_2026 } from '../../../../../../shared/domain/air/standards/hj633-2026.ts';
import { POLLUTANTS } from '../../../../../../shared/domain/air/standards/pollutants.ts';
import { fraction } from '../../../../../../shared/domain/numbers/fraction.ts';

const HOUR = { so2: 10_000, no2: 20_000, co: 800, o3: 200_000, pm10: 60_000, pm25: 30_000 };

test('an hour is judged by the hourly limits, particles by the daily ones', () => {
  expect(hourlyAqi(HOUR, HJ_633_2026, POLLUTANTS)).toMatchObject({ aqi: 100, primary: ['o3'], status: 'published' });
  expect(hourlyAqi({ ...HOUR, o3: 100_000, pm25: 75_000 }, HJ_633_2012, POLLUTANTS)).toMatchObject({ aqi: 100, primary: ['pm25'] });
  expect(hourlyAqi({ ...HOUR, o3: 100_000, pm25: 75_000 }, HJ_633_2026, POLLUTANTS)).toMatchObject({ aqi: 114, primary: ['pm25'] });
});

test('an invalid or missing hour is no value: NA up to 100 under the 2026 rules', () => {
  expect(hourlyAqi({ ...HOUR, o3: HOUR_INVALID }, HJ_633_2026, POLLUTANTS)).toMatchObject({ aqi: null, partialAqi: 58, status: 'na', missing: ['o3'] });
  expect(hourlyAqi({ ...HOUR, o3: HOUR_INVALID }, HJ_633_2012, POLLUTANTS)).toMatchObject({ aqi: 55, primary: ['pm10'], status: 'published' });
  expect(hourlyAqi({ pm25: HOUR_MISSING }, HJ_633_2012, POLLUTANTS)).toMatchObject({ aqi: null, status: 'none' });
});

test('SO2 above 800 is 200 under the 2026 rules and goes by the 24-hour mean under those of 2012', () => {
  expect(hourlyAqi({ ...HOUR, so2: 900_000 }, HJ_633_2026, POLLUTANTS).iaqi.so2).toBe(200);
  expect(hourlyAqi({ ...HOUR, so2: 900_000 }, HJ_633_2012, POLLUTANTS, fraction(475)).iaqi.so2).toBe(150);
  expect(hourlyAqi({ ...HOUR, so2: 900_000 }, HJ_633_2012, POLLUTANTS).missing).toEqual(['so2']);
});
