import { expect, test } from 'vitest';
import { areaHours } from '../../../../../../shared/domain/air/area/area-hours.ts';
import { HOUR_INVALID, HOUR_MISSING } from '../../../../../../shared/domain/air/hours/hours-of-day.ts';

const hours = (first: number, second: number): Int32Array =>
  Int32Array.from({ length: 24 }, (_, hour) => (hour === 0 ? first : hour === 1 ? second : HOUR_MISSING));

test('an hour of an area is the unrounded mean of the stations with a valid one, and says how many they are', () => {
  const found = areaHours([{ pm25: hours(35_000, HOUR_INVALID) }, { pm25: hours(36_001, 20_000) }, { o3: hours(1, 1) }], 'pm25');
  expect(found).toHaveLength(24);
  expect(found.slice(0, 3)).toEqual([
    { mean: { num: 71_001, den: 2000 }, stations: 2 },
    { mean: { num: 20_000, den: 1000 }, stations: 1 },
    { mean: null, stations: 0 },
  ]);
});

test('a pollutant that no station reports has no hour', () => {
  expect(areaHours([{ pm25: hours(1000, 1000) }], 'so2').every(({ mean, stations }) => mean === null && stations === 0)).toBe(true);
});
