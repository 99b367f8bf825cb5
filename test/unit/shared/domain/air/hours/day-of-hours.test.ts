import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { dayOfHours } from '../../../../../../shared/domain/air/hours/day-of-hours.ts';
import { HOUR_INVALID, HOUR_MISSING, isValidHour } from '../../../../../../shared/domain/air/hours/hours-of-day.ts';
import type { Pollutant } from '../../../../../../shared/domain/air/standards/pollutants.ts';
import { fractionValue } from '../../../../../../shared/domain/numbers/fraction.ts';

const DATE = '2024-07-15';
const hoursOf = (value: (hour: number) => number | null): Int32Array =>
  Int32Array.from({ length: 24 }, (_, hour) => {
    const own = value(hour);
    return own === null ? HOUR_MISSING : own * 1000;
  });
const dayOf = (pollutant: Pollutant, value: (hour: number) => number | null) =>
  dayOfHours({ date: DATE, values: { [pollutant]: hoursOf(value) } });
const printed = (found: ReturnType<typeof dayOfHours>, pollutant: Pollutant): string | null => {
  const value = found.day.values[pollutant];
  return value === null ? null : fractionValue(value).toFixed();
};

describe('a daily mean', () => {
  it('is the mean of at least 20 valid hours', () => {
    expect(
      printed(
        dayOf('pm25', (hour) => (hour < 20 ? hour : null)),
        'pm25',
      ),
    ).toBe('9.5');
    const short = dayOf('pm25', (hour) => (hour < 19 ? hour : null));
    expect(printed(short, 'pm25')).toBeNull();
    expect(short.notes).toEqual([{ code: 'FEW_HOURS', pollutant: 'pm25', hours: 19, required: 20 }]);
  });

  it('leaves invalid hours out', () => {
    const values = hoursOf(() => 30);
    values.set([HOUR_INVALID, HOUR_INVALID, 999_000], 0);
    const found = dayOfHours({ date: DATE, values: { pm25: values } });
    expect([found.hours.pm25, found.day.values.pm25]).toEqual([22, { num: 30_000 * 21 + 999_000, den: 22_000 }]);
  });

  it('is not asked of a pollutant that was not reported', () => {
    expect(dayOf('pm25', () => 20).notes).toEqual([]);
    expect(dayOf('pm25', () => 20).day.values.no2).toBeNull();
  });
});

describe('the highest 8-hour mean of ozone', () => {
  it('is that of the hours 8 to 24, the first of them from 00:00 to 08:00', () => {
    expect(
      printed(
        dayOf('o3', (hour) => (hour < 8 ? 160 : 40)),
        'o3',
      ),
    ).toBe('160');
    expect(
      printed(
        dayOf('o3', (hour) => (hour >= 16 ? 200 : 40)),
        'o3',
      ),
    ).toBe('200');
    expect(dayOf('o3', () => 50).ozoneWindows).toBe(17);
  });

  it('takes 8-hour means of at least 6 hours', () => {
    const two = dayOf('o3', (hour) => (hour === 3 || hour === 5 ? null : 60));
    expect([two.ozoneWindows, printed(two, 'o3')]).toEqual([17, '60']);
    const three = dayOf('o3', (hour) => (hour === 3 || hour === 4 || hour === 5 ? null : 60));
    expect(three.ozoneWindows).toBe(13);
  });

  it('needs 14 of them unless it is above the limit', () => {
    // The three hours 10–12 are missing: every window that holds all of them is short.
    const gap = (value: number) => dayOf('o3', (hour) => (hour >= 0 && hour < 3 ? null : value));
    expect(gap(100).ozoneWindows).toBe(16);
    expect(printed(gap(100), 'o3')).toBe('100');
    const long = (value: number) => dayOf('o3', (hour) => (hour < 12 ? null : value));
    expect(long(100).ozoneWindows).toBe(7);
    expect([printed(long(160), 'o3'), printed(long(161), 'o3')]).toEqual([null, '161']);
    expect(long(160).notes).toEqual([{ code: 'FEW_WINDOWS', windows: 7, required: 14 }]);
    expect(long(161).notes).toEqual([{ code: 'OZONE_ABOVE_LIMIT_WITH_FEW_WINDOWS', windows: 7, required: 14 }]);
  });

  it.each([
    [13, null],
    [14, '90'],
  ] as const)('with %i windows', (windows, expected) => {
    // The first hours are missing: the window ending at hour h has h − missing hours.
    const missing = 17 - windows + 2;
    const found = dayOf('o3', (hour) => (hour < missing ? null : 90));
    expect([found.ozoneWindows, printed(found, 'o3')]).toEqual([windows, expected]);
  });

  it('stands beside the highest hour', () => {
    expect(dayOf('o3', (hour) => (hour === 14 ? 300 : 100)).day.o3OneHour).toEqual({ num: 300_000, den: 1000 });
  });
});

/** The rule written down as it reads, with nothing carried from hour to hour. */
function bruteForceOzone(values: Int32Array): number | null {
  const means = Array.from({ length: 17 }, (_, window) => Array.from(values.subarray(window, window + 8)).filter(isValidHour))
    .filter((valid) => valid.length >= 6)
    .map((valid) => valid.reduce((sum, value) => sum + value, 0) / valid.length / 1000);
  const highest = Math.max(...means);
  return means.length >= 14 || highest > 160 ? (means.length === 0 ? null : highest) : null;
}

test('hours to days agree with a brute-force version', () => {
  const hour = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 400_000 }) },
    { weight: 1, arbitrary: fc.constantFrom(HOUR_MISSING, HOUR_INVALID) },
  );
  fc.assert(
    fc.property(fc.array(hour, { minLength: 24, maxLength: 24 }), (list) => {
      const values = Int32Array.from(list);
      const found = dayOfHours({ date: DATE, values: { o3: values, pm10: values } }).day;
      const valid = list.filter(isValidHour);
      const mean = valid.length < 20 ? null : valid.reduce((sum, value) => sum + value, 0) / valid.length / 1000;
      const [pm10, o3] = [found.values.pm10, found.values.o3].map((value) => (value === null ? null : value.num / value.den));
      if (mean === null) expect(pm10).toBeNull();
      else expect(pm10).toBeCloseTo(mean, 9);
      const expected = bruteForceOzone(values);
      if (expected === null) expect(o3).toBeNull();
      else expect(o3).toBeCloseTo(expected, 9);
    }),
    { numRuns: 1000 },
  );
});
