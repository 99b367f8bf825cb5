import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { timePattern, weekdayOf } from '../../../../../../shared/domain/air/pattern/time-pattern.ts';
import { type Pollutant, POLLUTANTS } from '../../../../../../shared/domain/air/standards/pollutants.ts';
import type { PlaceDay } from '../../../../../../shared/domain/air/types.ts';
import { daysOfYear } from '../../../../../../shared/domain/calendar.ts';
import { fraction, type Fraction } from '../../../../../../shared/domain/numbers/fraction.ts';
import { meanOf, printed, rational, standsFor } from '../oracle/rational.ts';

const dayOf = (date: string, pollutant: Pollutant, value: Fraction | null): PlaceDay => ({
  date,
  values: { so2: null, no2: null, co: null, o3: null, pm10: null, pm25: null, [pollutant]: value },
  o3OneHour: null,
});

test('the day of the week is that of the calendar, over leap years and centuries', () => {
  expect([weekdayOf('2024-07-15'), weekdayOf('2026-11-29'), weekdayOf('2000-02-29')]).toEqual([1, 7, 2]);
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 40_000 }), (day) => {
      const date = new Date(day * 86_400_000);
      expect(weekdayOf(date.toISOString().slice(0, 10))).toBe(((date.getUTCDay() + 6) % 7) + 1);
    }),
  );
});

test('a tie of unrounded values is rounded to the even number, once, at the end', () => {
  // 2024-07-01 and 2024-07-08 are Mondays: (30.1 + 30.2) ÷ 2 = 30.15 → 30.2; 30 and 31 → 30.5 → 30 without decimals.
  const days = [dayOf('2024-07-01', 'pm25', fraction(301, 10)), dayOf('2024-07-08', 'pm25', fraction(302, 10))];
  const { weekdays, months } = timePattern('pm25', { days, hours: [], out: new Set() });
  expect(weekdays[0]).toEqual({ at: 1, mean: { exact: '30.15', published: '30.2' }, count: 2 });
  expect(months[6]?.count).toBe(2);
  const whole = [dayOf('2024-07-01', 'no2', fraction(30)), dayOf('2024-07-08', 'no2', fraction(31))];
  expect(timePattern('no2', { days: whole, hours: [], out: new Set() }).weekdays[0]?.mean?.published).toBe('30');
});

test('days are taken out of the pollutant that they are out for', () => {
  const taken = new Set(['2024-07-01']);
  const counts = POLLUTANTS.map((pollutant) => {
    const days = [dayOf('2024-07-01', pollutant, fraction(30)), dayOf('2024-07-02', pollutant, fraction(40))];
    const hours = days.map(({ date }) => ({ date, means: Array.from({ length: 24 }, () => fraction(1000, 1000)) }));
    const made = timePattern(pollutant, { days, hours, out: pollutant.startsWith('pm') ? taken : new Set() });
    return [pollutant, made.days, made.hourDays, made.hours[0]?.count];
  });
  expect(counts).toEqual(POLLUTANTS.map((pollutant) => (pollutant.startsWith('pm') ? [pollutant, 1, 1, 1] : [pollutant, 2, 2, 2])));
});

const DATES = [...daysOfYear(2024), ...daysOfYear(2025)];
const concentration = fc.option(
  fc.record({ num: fc.integer({ min: 0, max: 900_000 }), den: fc.constantFrom(1, 10, 1000, 24_000, 23_000, 21_000) }),
  {
    freq: 4,
  },
);
const oneDay = fc.record({
  date: fc.constantFrom(...DATES),
  value: concentration,
  means: fc.array(concentration, { minLength: 24, maxLength: 24 }),
});

test('every point is the mean of exactly the values that fall on it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...POLLUTANTS),
      fc.uniqueArray(oneDay, { selector: ({ date }) => date, maxLength: 60 }),
      fc.uniqueArray(fc.constantFrom(...DATES), { maxLength: 40 }),
      (pollutant, all, dust) => {
        const made = timePattern(pollutant, {
          days: all.map(({ date, value }) => dayOf(date, pollutant, value)),
          hours: all.map(({ date, means }) => ({ date, means })),
          out: new Set(dust),
        });
        const kept = all.filter(({ date }) => !dust.includes(date));
        const naive = (values: readonly (Fraction | null)[]) =>
          values.flatMap((value) => (value === null ? [] : [rational(value.num, value.den)]));
        const weekday = (date: string) => ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
        const expected = {
          hours: (at: number) => naive(kept.map(({ means }) => means[at - 1] ?? null)),
          weekdays: (at: number) => naive(kept.filter(({ date }) => weekday(date) === at).map(({ value }) => value)),
          months: (at: number) => naive(kept.filter(({ date }) => Number(date.slice(5, 7)) === at).map(({ value }) => value)),
        };
        for (const part of ['hours', 'weekdays', 'months'] as const) {
          for (const { at, mean, count } of made[part]) {
            const values = expected[part](at);
            expect(count).toBe(values.length);
            const wanted = meanOf(values);
            if (wanted === null) expect(mean).toBeNull();
            else {
              const decimals = pollutant === 'pm25' || pollutant === 'co' ? 1 : 0;
              expect(mean?.published).toBe(printed(wanted, decimals));
              expect(standsFor(mean?.exact ?? '', wanted)).toBe(true);
            }
          }
        }
      },
    ),
  );
});
