import * as fc from 'fast-check';
import type { Pollutant } from '../../../../../../shared/domain/air/standards/pollutants.ts';
import type { DayConcentrations, PlaceDay } from '../../../../../../shared/domain/air/types.ts';
import type { Fraction } from '../../../../../../shared/domain/numbers/fraction.ts';
import { ALL, breakpointsOf, type Edition, type Hours, type Values } from './oracle.ts';
import { type Rational, rational } from './rational.ts';

/** What one day is to both: the oracle's numbers and the product's. */
export interface BothDays {
  readonly values: Values;
  readonly oneHour: Rational | null;
}

/**
 * A concentration: often on a breakpoint, half a step beside it or a rounding tie, else anything a mean of up to 24 hours can be, also beyond
 * the last breakpoint.
 */
export function concentrations(pollutant: Pollutant): fc.Arbitrary<Rational> {
  const step = pollutant === 'co' ? 10 : 1;
  const limits = [...new Set([...breakpointsOf(pollutant, '2012'), ...breakpointsOf(pollutant, '2026')])];
  const highest = limits.reduce((most, limit) => Math.max(most, limit), 0);
  const beside = fc
    .tuple(fc.constantFrom(...limits), fc.integer({ min: -4, max: 4 }))
    .map(([limit, halves]) => rational(Math.max(0, limit * step * 2 + halves), step * 2));
  const tie = fc.integer({ min: 0, max: Math.ceil(highest * 1.1 * step) }).map((whole) => rational(whole * 2 + 1, step * 2));
  const everyday = fc
    .tuple(fc.integer({ min: 0, max: highest * 300 }), fc.integer({ min: 20, max: 24 }))
    .map(([sum, hours]) => rational(sum * 20, 1000 * hours));
  const any = fc
    .tuple(fc.integer({ min: 0, max: highest * 1100 * 24 }), fc.integer({ min: 20, max: 24 }))
    .map(([sum, hours]) => rational(sum, 1000 * hours));
  return fc.oneof(beside, tie, everyday, everyday, any);
}

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 6 });

/** O3 日最大1小时 is never below the largest 8-hour mean. */
export const days: fc.Arbitrary<BothDays> = fc
  .record({
    values: fc.record({
      so2: maybe(concentrations('so2')),
      no2: maybe(concentrations('no2')),
      co: maybe(concentrations('co')),
      o3: maybe(concentrations('o3')),
      pm10: maybe(concentrations('pm10')),
      pm25: maybe(concentrations('pm25')),
    }),
    more: fc.option(fc.integer({ min: 0, max: 400 }), { freq: 2 }),
  })
  .map(({ values, more }) => ({
    values,
    oneHour: values.o3 === null || more === null ? null : rational(values.o3.n + BigInt(more) * values.o3.d, values.o3.d),
  }));

/** An ordinary day, without values far beyond the scale: what a year of them looks like. */
export const ordinaryDays: fc.Arbitrary<BothDays> = fc
  .record({
    so2: ordinary(40),
    no2: ordinary(120),
    co: ordinary(3),
    o3: ordinary(240),
    pm10: ordinary(260),
    pm25: ordinary(180),
  })
  .map((values) => ({ values, oneHour: null }));

function ordinary(highest: number): fc.Arbitrary<Rational | null> {
  const mean = fc
    .tuple(fc.integer({ min: 0, max: highest * 24 }), fc.integer({ min: 20, max: 24 }))
    .map(([sum, hours]) => rational(sum, hours));
  return fc.option(
    fc.oneof(
      mean,
      fc.integer({ min: 0, max: highest * 10 }).map((tenths) => rational(tenths, 10)),
    ),
    { freq: 20 },
  );
}

/** Hours in a hundred that are missing: around what a daily mean and the 8-hour means need, and far from it. */
const scarce = fc.constantFrom(0, 5, 17, 25, 45);

/** Hours with more or fewer gaps; `high` in µg/m³ decides whether a day of few windows is over the limit. */
export const hours: fc.Arbitrary<Hours> = fc.tuple(scarce, fc.constantFrom(60, 170, 400)).chain(([gaps, high]) => {
  const value = fc.oneof(
    fc.integer({ min: 0, max: high }).map((whole) => whole * 1000),
    fc.integer({ min: 0, max: high * 1000 }),
  );
  const hour = fc.tuple(fc.integer({ min: 0, max: 99 }), value).map(([chance, thousandths]) => (chance < gaps ? null : thousandths));
  return fc.array(hour, { minLength: 24, maxLength: 24 });
});

export const monitoredSets: fc.Arbitrary<readonly Pollutant[]> = fc.oneof(
  fc.constant(ALL),
  fc.constant<readonly Pollutant[]>(['pm10', 'pm25']),
  fc.subarray([...ALL]),
);

export const editions: fc.Arbitrary<Edition> = fc.constantFrom('2012', '2026');

export function placeDay(date: string, { values, oneHour }: BothDays): PlaceDay {
  const converted = {
    so2: fractionOrNull(values.so2),
    no2: fractionOrNull(values.no2),
    co: fractionOrNull(values.co),
    o3: fractionOrNull(values.o3),
    pm10: fractionOrNull(values.pm10),
    pm25: fractionOrNull(values.pm25),
  } satisfies DayConcentrations;
  return { date, values: converted, o3OneHour: fractionOrNull(oneHour) };
}

export const fractionOf = ({ n, d }: Rational): Fraction => ({ num: Number(n), den: Number(d) });

const fractionOrNull = (value: Rational | null): Fraction | null => (value === null ? null : fractionOf(value));
