import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dailyAqi } from '../../../../../../shared/domain/air/aqi/daily-aqi.ts';
import { dailyIaqi, hourlyIaqi } from '../../../../../../shared/domain/air/aqi/iaqi.ts';
import { areaDays } from '../../../../../../shared/domain/air/area/area-mean.ts';
import { dayOfHours } from '../../../../../../shared/domain/air/hours/day-of-hours.ts';
import { HOUR_INVALID, HOUR_MISSING } from '../../../../../../shared/domain/air/hours/hours-of-day.ts';
import type { AqiStandard } from '../../../../../../shared/domain/air/standards/aqi-standard.ts';
import { HJ_633_2012 } from '../../../../../../shared/domain/air/standards/hj633-2012.ts';
import { HJ_633_2026 } from '../../../../../../shared/domain/air/standards/hj633-2026.ts';
import { standardOf } from '../../../../../../shared/domain/air/standards/evaluation-standard.ts';
import type { Fraction } from '../../../../../../shared/domain/numbers/fraction.ts';
import { concentrations, days, editions, fractionOf, hours, monitoredSets, placeDay } from './arbitraries.ts';
import {
  ALL,
  breakpointsOf,
  dailyAqiOf,
  dailyMean,
  type Edition,
  type Hours,
  hourlyBreakpointsOf,
  iaqiBy,
  ozoneEightHours,
} from './oracle.ts';
import { compare, meanOf, type Rational, rational } from './rational.ts';

const STANDARDS: Readonly<Record<Edition, AqiStandard>> = { '2012': HJ_633_2012, '2026': HJ_633_2026 };

describe('the oracle agrees on single days, under both standards', () => {
  it.each(ALL)('with the IAQI of %s on every step up to beyond the last breakpoint', (pollutant) => {
    const scale = pollutant === 'co' ? 10 : 1;
    for (const edition of ['2012', '2026'] as const) {
      const breakpoints = breakpointsOf(pollutant, edition);
      for (let steps = 0; steps <= (breakpoints.at(-1) ?? 0) * scale + 20; steps += 1) {
        const expected = iaqiBy(breakpoints, rational(steps, scale), pollutant === 'co' ? 1 : 0) ?? (edition === '2026' ? 300 : null);
        expect(dailyIaqi(pollutant, { num: steps, den: scale }, STANDARDS[edition])).toBe(expected);
      }
    }
  });

  it.each(ALL)('with the hourly IAQI of %s on every step up to beyond the last breakpoint', (pollutant) => {
    const scale = pollutant === 'co' ? 10 : 1;
    for (const edition of ['2012', '2026'] as const) {
      const breakpoints = hourlyBreakpointsOf(pollutant, edition);
      for (let steps = 0; steps <= (breakpoints.at(-1) ?? 0) * scale + 20; steps += 1) {
        const expected = iaqiBy(breakpoints, rational(steps, scale), pollutant === 'co' ? 1 : 0) ?? (edition === '2026' ? 200 : null);
        expect(hourlyIaqi(pollutant, { num: steps, den: scale }, STANDARDS[edition])).toBe(expected);
      }
    }
  });

  it('with the IAQI of unrounded means, ties among them', () => {
    const cases = fc
      .tuple(fc.constantFrom(...ALL), editions)
      .chain(([pollutant, edition]) => concentrations(pollutant).map((value) => ({ pollutant, edition, value })));
    fc.assert(
      fc.property(cases, ({ pollutant, edition, value }) => {
        const expected = iaqiBy(breakpointsOf(pollutant, edition), value, pollutant === 'co' ? 1 : 0) ?? (edition === '2026' ? 300 : null);
        expect(dailyIaqi(pollutant, fractionOf(value), STANDARDS[edition])).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('with AQI, status and primary pollutants, whatever is missing or not monitored', () => {
    fc.assert(
      fc.property(days, editions, monitoredSets, (both, edition, monitored) => {
        const expected = dailyAqiOf(both.values, both.oneHour, edition, monitored);
        const found = dailyAqi(placeDay('2024-01-01', both), STANDARDS[edition], monitored);
        expect(found.status).toBe(expected.status);
        expect(found.status === 'na' ? found.partialAqi : found.aqi).toBe(expected.aqi);
        if (found.status === 'published') expect(found.primary).toEqual(expected.primary);
        if (found.status === 'na') expect([found.aqi, found.category, found.primary]).toEqual([null, null, []]);
      }),
      { numRuns: 3000 },
    );
  });

  it('on the last day of the old standard and the first of the new one', () => {
    const values = { so2: null, no2: null, co: null, o3: null, pm10: null, pm25: rational(75) };
    const found = ['2026-02-28', '2026-03-01'].map(
      (date) => dailyAqi(placeDay(date, { values, oneHour: null }), standardOf(date).aqi, ['pm25']).aqi,
    );
    expect(found).toEqual([dailyAqiOf(values, null, '2012', ['pm25']).aqi, dailyAqiOf(values, null, '2026', ['pm25']).aqi]);
    expect(found).toEqual([100, 114]);
  });
});

describe('the oracle agrees on days from hours', () => {
  it('with daily means and 日最大8小时, whatever hours are missing or invalid', () => {
    fc.assert(
      fc.property(hours, hours, fc.boolean(), (particles, ozone, invalid) => {
        const found = dayOfHours({
          date: '2024-07-01',
          values: { pm25: packed(particles, invalid), co: packed(particles, !invalid), o3: packed(ozone, invalid) },
        }).day.values;
        expectEqual(found.pm25, dailyMean(particles));
        expectEqual(found.co, dailyMean(particles));
        expectEqual(found.o3, ozoneEightHours(ozone));
        expect([found.so2, found.no2, found.pm10]).toEqual([null, null, null]);
      }),
      { numRuns: 2000 },
    );
  });

  it('with the mean of an area, of all stations that have a value', () => {
    fc.assert(
      fc.property(fc.array(days, { minLength: 1, maxLength: 8 }), (stations) => {
        const [found] = areaDays(stations.map((both) => [placeDay('2024-07-01', both)]));
        for (const pollutant of ALL)
          expectNear(found?.values[pollutant] ?? null, meanOf(stations.flatMap((both) => both.values[pollutant] ?? [])));
      }),
      { numRuns: 500 },
    );
  });
});

const packed = (values: Hours, invalid: boolean): Int32Array =>
  Int32Array.from(values, (value) => value ?? (invalid ? HOUR_INVALID : HOUR_MISSING));

function expectEqual(found: Fraction | null, expected: Rational | null): void {
  if (found === null || expected === null) expect(found).toBe(expected);
  else expect(compare(rational(found.num, found.den), expected)).toBe(0);
}

/** An area's mean may be kept to twelve decimals where its whole numbers grow too large. */
function expectNear(found: Fraction | null, expected: Rational | null): void {
  if (found === null || expected === null) {
    expect(found).toBe(expected);
    return;
  }
  const difference = BigInt(found.num) * expected.d - expected.n * BigInt(found.den);
  expect((difference < 0n ? -difference : difference) * 10n ** 12n <= BigInt(found.den) * expected.d).toBe(true);
}
