import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packHours } from '../../../../../../main/db/queries/packed-hours.ts';
import { effectiveDays, type SaidOfDay } from '../../../../../../main/services/monitoring/gathering/effective-days.ts';
import { reckonedDays } from '../../../../../../main/services/monitoring/gathering/reckoned-day.ts';
import { HOUR_INVALID, HOUR_MISSING, HOURS_OF_DAY } from '../../../../../../shared/domain/air/hours/hours-of-day.ts';
import { POLLUTANTS } from '../../../../../../shared/domain/air/standards/pollutants.ts';

const FIELDS = [...POLLUTANTS, 'o3OneHour'] as const;

const hour = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 900_000 }) },
  { weight: 1, arbitrary: fc.constantFrom(HOUR_MISSING, HOUR_INVALID) },
);
const hoursOfDay = fc.oneof(
  { weight: 5, arbitrary: fc.array(hour, { minLength: HOURS_OF_DAY, maxLength: HOURS_OF_DAY }) },
  { weight: 1, arbitrary: fc.constant(Array.from({ length: HOURS_OF_DAY }, () => HOUR_MISSING)) },
);
const text = fc.option(
  fc.integer({ min: 0, max: 9000 }).map((tenths) => String(tenths / 10)),
  { nil: null },
);
const six = fc.tuple(hoursOfDay, hoursOfDay, hoursOfDay, hoursOfDay, hoursOfDay, hoursOfDay);
const packed = six.map((all) =>
  packHours(Object.fromEntries(POLLUTANTS.map((pollutant, index) => [pollutant, Int32Array.from(all[index] ?? [])])), HOUR_MISSING),
);

const row: fc.Arbitrary<SaidOfDay> = fc
  .record({
    day: fc.integer({ min: 1, max: 4 }),
    covers: fc.subarray([...FIELDS]),
    part: fc.boolean(),
    values: fc.record({ so2: text, no2: text, co: text, o3: text, pm10: text, pm25: text, o3OneHour: text }),
    hours: fc.option(packed, { nil: null }),
  })
  .map(({ day, covers, part, values, hours }) => ({
    date: `2024-07-0${day}`,
    covers,
    partly: part && hours !== null ? covers.slice(0, 2) : [],
    values,
    hours,
  }));

describe('days as they are reckoned', () => {
  test('are the effective days, whatever the rows of a station say', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const ordered = rows.toSorted((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)));
        const reckoned = reckonedDays(ordered);
        const effective = effectiveDays(ordered);
        expect(reckoned.map(({ day, spoken }) => ({ day, spoken }))).toEqual(effective.map(({ day, spoken }) => ({ day, spoken })));
        expect(reckoned.map(({ source }) => source)).toEqual(
          effective.map(({ sources }) => {
            const kinds = [...new Set(Object.values(sources))];
            return kinds.length > 1 ? 'mixed' : (kinds[0] ?? null);
          }),
        );
      }),
      { numRuns: 500 },
    );
  });
});
