import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaDays } from '../../../../../../shared/domain/air/area/area-mean.ts';
import { requiredStations } from '../../../../../../shared/domain/air/area/area-share.ts';
import type { PlaceDay } from '../../../../../../shared/domain/air/types.ts';
import { fraction } from '../../../../../../shared/domain/numbers/fraction.ts';
import { AREA_SHARE, areaMeanOf, requiredOf } from '../oracle/area.ts';
import { rational } from '../oracle/rational.ts';

const HJ_663 = { share: 75, few: 4, fewShare: 50 };

test('three quarters of the stations, of fewer than four a half; one is always needed', () => {
  const needed = [0, 1, 2, 3, 4, 5, 8, 31].map((expected) => requiredStations(expected, HJ_663));
  expect(needed).toEqual([1, 1, 1, 2, 3, 4, 6, 24]);
  expect([0, 1, 31].map((expected) => requiredStations(expected, { share: 0, few: 4, fewShare: 0 }))).toEqual([1, 1, 1]);
  expect(requiredStations(100, { share: 29, few: 0, fewShare: 0 })).toBe(29);
});

const day = (pm25: number | null): PlaceDay => ({
  date: '2024-07-01',
  values: { so2: null, no2: null, co: null, o3: null, pm10: null, pm25: pm25 === null ? null : fraction(pm25, 1000) },
  o3OneHour: null,
});

test('a value of an area is the mean of those that have one, or nothing, as reckoned a second time', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.integer({ min: 0, max: 500_000 })), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 0, max: 10 }),
      (values, silent) => {
        const expected = values.length + silent;
        const rule = { expected: () => expected, share: () => HJ_663 };
        const [found] = areaDays(
          values.map((value) => [day(value)]),
          [],
          rule,
        );
        const valid = values.filter((value) => value !== null);
        const mean = areaMeanOf(
          valid.map((value) => rational(value, 1000)),
          expected,
          AREA_SHARE,
        );
        expect(found?.stations.pm25).toBe(valid.length);
        expect(found?.expected.pm25).toBe(expected);
        expect(requiredStations(expected, HJ_663)).toBe(requiredOf(expected, AREA_SHARE));
        const own = found?.values.pm25 ?? null;
        expect(own === null).toBe(mean === null);
        if (own !== null && mean !== null) expect(BigInt(own.num) * mean.d).toBe(BigInt(own.den) * mean.n);
      },
    ),
  );
});
