import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaDays } from '../../../../../../shared/domain/air/area/area-mean.ts';
import { meanOf } from '../../../../../../shared/domain/air/area/mean-of.ts';
import type { PlaceDay } from '../../../../../../shared/domain/air/types.ts';
import { fraction, type Fraction, fractionOf, fractionValue } from '../../../../../../shared/domain/numbers/fraction.ts';

const day = (date: string, pm25: Fraction | null, o3: Fraction | null = null): PlaceDay => ({
  date,
  values: { so2: null, no2: null, co: null, o3, pm10: null, pm25 },
  o3OneHour: null,
});

test('an area has the mean of the stations that have a valid value, by pollutant', () => {
  const [first, second] = areaDays([
    [day('2024-07-01', fraction(30), fraction(100)), day('2024-07-02', fraction(50))],
    [day('2024-07-01', fraction(41)), day('2024-07-02', null)],
  ]);
  expect(first).toMatchObject({
    date: '2024-07-01',
    values: { pm25: { num: 71, den: 2 }, o3: { num: 100, den: 1 } },
    stations: { pm25: 2, o3: 1, no2: 0 },
  });
  expect(second).toMatchObject({ date: '2024-07-02', values: { pm25: { num: 50, den: 1 } }, stations: { pm25: 1 } });
});

test('one station keeps its values as they are', () => {
  const own = day('2024-07-01', fraction(711, 20_000));
  expect(areaDays([[own]])[0]?.values.pm25).toBe(own.values.pm25);
});

test('the mean of stations with different numbers of hours is exact', () => {
  expect(meanOf([fraction(100_000, 20_000), fraction(230_000, 23_000)])).toEqual({ num: 15 * 460_000, den: 920_000 });
});

test('of a thousand stations it is exact to twelve decimals, and the order does not matter', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 12_000_000 }), fc.integer({ min: 20, max: 24 })), { minLength: 1, maxLength: 1000 }),
      (pairs) => {
        const values = pairs.map(([sum, hours]) => fraction(sum, hours * 1000));
        const mean = meanOf(values);
        const exactMean = values.reduce((total, value) => total.plus(fractionValue(value)), fractionValue(fraction(0))).div(values.length);
        expect(mean === null ? null : fractionValue(mean).minus(exactMean).abs().lte('5e-13')).toBe(true);
        expect(meanOf(values.toReversed())).toEqual(mean);
      },
    ),
    { numRuns: 60 },
  );
});

test('days come in order of their dates', () => {
  expect(areaDays([[day('2024-07-02', fraction(1))], [day('2024-07-01', fraction(2))]]).map(({ date }) => date)).toEqual([
    '2024-07-01',
    '2024-07-02',
  ]);
});

test('typed decimals stay exact', () => {
  expect(meanOf([fractionOf('35.45'), fractionOf('35.55')])).toEqual({ num: 7100, den: 200 });
});

test('a mean of large values of many decimals is kept and not refused', () => {
  const mean = meanOf([fractionOf('9500.123456789'), fraction(213_900_001, 23_000), fraction(195_300_001, 21_000)]);
  expect(mean === null ? null : fractionValue(mean).toFixed(6)).toBe('9366.707849');
});

test('neither the order of the stations nor that of their days matters', () => {
  const dates = ['2024-07-01', '2024-07-02', '2024-07-03'];
  const station = fc
    .subarray(dates)
    .chain((own) =>
      fc.tuple(
        ...own.map((date) =>
          fc.option(fc.integer({ min: 0, max: 9_000_000 })).map((sum) => day(date, sum === null ? null : fraction(sum, 23_000))),
        ),
      ),
    );
  fc.assert(
    fc.property(fc.array(station, { minLength: 1, maxLength: 6 }), (stations) => {
      expect(areaDays(stations.toReversed().map((days) => days.toReversed()))).toEqual(areaDays(stations));
    }),
    { numRuns: 300 },
  );
});
