import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AreaRule } from '../../../../../../shared/domain/air/area/area-day.ts';
import { areaDays } from '../../../../../../shared/domain/air/area/area-mean.ts';
import { createAreaMemory } from '../../../../../../shared/domain/air/area/area-memory.ts';
import type { Fraction } from '../../../../../../shared/domain/numbers/fraction.ts';
import { meanOf } from '../../../../../../shared/domain/air/area/mean-of.ts';
import { POLLUTANTS } from '../../../../../../shared/domain/air/standards/pollutants.ts';
import type { PlaceDay } from '../../../../../../shared/domain/air/types.ts';

const value: fc.Arbitrary<Fraction | null> = fc.option(
  fc.oneof(
    fc.record({ num: fc.integer({ min: 0, max: 9_000_000 }), den: fc.constantFrom(1, 10, 20_000, 23_000, 24_000) }),
    // Some that no double holds a sum of.
    fc.record({ num: fc.constantFrom(2 ** 52, 123_456_789_012_345), den: fc.constantFrom(10 ** 12, 999_999_999_989) }),
  ),
  { nil: null },
);
const values = fc.record({ so2: value, no2: value, co: value, o3: value, pm10: value, pm25: value });

const day = (date: string): fc.Arbitrary<PlaceDay> => fc.record({ values, o3OneHour: value }).map((said) => ({ date, ...said }));

const DATES = ['2024-01-01', '2024-01-02', '2024-02-03', '2024-12-31'];
const station: fc.Arbitrary<PlaceDay[]> = fc
  .tuple(...DATES.map((date) => fc.option(day(date), { nil: null })))
  .map((days) => days.flatMap((one) => one ?? []));

const rule: fc.Arbitrary<AreaRule> = fc
  .record({ expected: fc.integer({ min: 0, max: 6 }), share: fc.constantFrom(50, 75, 100), from: fc.constantFrom(...DATES) })
  .map(({ expected, share, from }) => ({
    expected: (date) => (date < from ? 1 : expected),
    share: () => ({ share, few: 4, fewShare: 50 }),
  }));

describe('days of an area that are remembered', () => {
  test('are those reckoned from nothing, whatever changes from one time to the next', () => {
    const step = fc.record({ changed: fc.array(fc.tuple(fc.nat(4), station), { maxLength: 2 }), rule, alike: fc.boolean() });
    fc.assert(
      fc.property(fc.array(station, { minLength: 1, maxLength: 5 }), fc.array(step, { minLength: 1, maxLength: 4 }), (first, steps) => {
        const memory = createAreaMemory();
        let stations: readonly PlaceDay[][] = first;
        for (const { changed, rule: asked, alike } of steps) {
          // Read again, a station has other objects of the same values.
          if (alike) stations = stations.map((days) => structuredClone(days));
          for (const [index, days] of changed) stations = stations.with(index % stations.length, days);
          expect(memory(stations, asked)).toEqual(areaDays(stations, [], asked));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('stay the same objects where nothing has changed', () => {
    const of = (num: number): PlaceDay => ({
      date: '2024-01-01',
      values: { so2: null, no2: null, co: null, o3: null, pm10: null, pm25: { num, den: 1 } },
      o3OneHour: null,
    });
    const asked: AreaRule = { expected: () => 2, share: () => ({ share: 75, few: 4, fewShare: 50 }) };
    const memory = createAreaMemory();
    const next = { ...of(9), date: '2024-01-02' };
    const before = memory([[of(5), next], [of(6)]], asked);
    const after = memory([[of(5), next], [of(8)]], asked);
    expect(after[1]).toBe(before[1]);
    expect(after[0]?.values.pm25).toEqual({ num: 13, den: 2 });
    expect(before[0]?.values.pm25).toEqual({ num: 11, den: 2 });
  });
});

test('a mean in arrays is the mean of the values one by one', () => {
  fc.assert(
    fc.property(fc.array(station, { minLength: 1, maxLength: 6 }), (stations) => {
      for (const area of areaDays(stations)) {
        const own = stations.flatMap((days) => days.filter(({ date }) => date === area.date));
        for (const pollutant of POLLUTANTS)
          expect(area.values[pollutant]).toEqual(meanOf(own.flatMap((one) => one.values[pollutant] ?? [])));
        expect(area.o3OneHour).toEqual(meanOf(own.flatMap((one) => one.o3OneHour ?? [])));
      }
    }),
    { numRuns: 500 },
  );
});
