import { expect, test } from 'vitest';
import { hourlyAqi } from '../../../../../../shared/domain/air/aqi/hourly-aqi.ts';
import { HJ_633_2012 } from '../../../../../../shared/domain/air/standards/hj633-2012.ts';
import { HJ_633_2026 } from '../../../../../../shared/domain/air/standards/hj633-2026.ts';
import { POLLUTANTS } from '../../../../../../shared/domain/air/standards/pollutants.ts';
import { fraction } from '../../../../../../shared/domain/numbers/fraction.ts';

const HOUR = { so2: fraction(10), no2: fraction(20), co: fraction(8, 10), o3: fraction(200), pm10: fraction(60), pm25: fraction(30) };

test('an hour is judged by the hourly limits, particles by the daily ones', () => {
  expect(hourlyAqi(HOUR, HJ_633_2026, POLLUTANTS)).toMatchObject({ aqi: 100, primary: ['o3'], status: 'published' });
  expect(hourlyAqi({ ...HOUR, o3: fraction(100), pm25: fraction(75) }, HJ_633_2012, POLLUTANTS)).toMatchObject({
    aqi: 100,
    primary: ['pm25'],
  });
  expect(hourlyAqi({ ...HOUR, o3: fraction(100), pm25: fraction(75) }, HJ_633_2026, POLLUTANTS)).toMatchObject({
    aqi: 114,
    primary: ['pm25'],
  });
});

test('without a valid hour there is no value: NA up to 100 under the 2026 rules', () => {
  expect(hourlyAqi({ ...HOUR, o3: null }, HJ_633_2026, POLLUTANTS)).toMatchObject({
    aqi: null,
    partialAqi: 58,
    status: 'na',
    missing: ['o3'],
  });
  expect(hourlyAqi({ ...HOUR, o3: null }, HJ_633_2012, POLLUTANTS)).toMatchObject({ aqi: 55, primary: ['pm10'], status: 'published' });
  expect(hourlyAqi({ pm25: null }, HJ_633_2012, POLLUTANTS)).toMatchObject({ aqi: null, status: 'none' });
});

test('SO2 above 800 is 200 under the 2026 rules and goes by the 24-hour mean under those of 2012', () => {
  expect(hourlyAqi({ ...HOUR, so2: fraction(900) }, HJ_633_2026, POLLUTANTS).iaqi.so2).toBe(200);
  expect(hourlyAqi({ ...HOUR, so2: fraction(900) }, HJ_633_2012, POLLUTANTS, fraction(475)).iaqi.so2).toBe(150);
  expect(hourlyAqi({ ...HOUR, so2: fraction(900) }, HJ_633_2012, POLLUTANTS).missing).toEqual(['so2']);
});

test('the unrounded mean is rounded once: 35.4996 is 35, and not 35.500 and then 36', () => {
  expect(hourlyAqi({ pm25: fraction(354_996, 10_000) }, HJ_633_2026, ['pm25'])).toMatchObject({ aqi: 50, primary: [] });
});
