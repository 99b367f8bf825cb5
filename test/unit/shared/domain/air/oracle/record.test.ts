import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftDate } from '../../../../../../shared/domain/air/period.ts';
import { evaluatedDays } from '../../../../../../shared/domain/air/record/by-day.ts';
import { captureByMonth } from '../../../../../../shared/domain/air/record/capture.ts';
import { exceedances, type Over } from '../../../../../../shared/domain/air/record/exceedance.ts';
import { percentilesOf } from '../../../../../../shared/domain/air/record/percentiles.ts';
import { primaryDays } from '../../../../../../shared/domain/air/record/primary-days.ts';
import type { RecordHours } from '../../../../../../shared/domain/air/record/record-hours.ts';
import { evaluatePeriod } from '../../../../../../shared/domain/air/statistics/evaluate-period.ts';
import type { EvaluationSettings } from '../../../../../../shared/domain/air/statistics/types.ts';
import type { Pollutant } from '../../../../../../shared/domain/air/standards/pollutants.ts';
import { type BothDays, concentrations, days as arbitraryDays, fractionOf, placeDay } from './arbitraries.ts';
import { ALL, breakpointsOf, dailyAqiOf, type Edition, hourlyBreakpointsOf } from './oracle.ts';
import { compare, halfEven, minus, over, percentileOf, printed, type Rational, rational, standsFor } from './rational.ts';

/** The last of the old standard and the first of the new. */
const PERIOD = { from: '2026-02-15', to: '2026-03-16' };
const DATES = Array.from({ length: 30 }, (_, index) => shiftDate(PERIOD.from, index));
const SETTINGS: EvaluationSettings = {
  standard: 'byDate',
  dust: { concentrations: false, days: 'kept' },
  index: { rounding: 'stages', weights: { so2: '1', no2: '1', co: '1', o3: '1', pm10: '1', pm25: '1' } },
};
const editionOf = (date: string): Edition => (date < '2026-03-01' ? '2012' : '2026');

/** Each of the thirty days may be missing altogether. */
const months = fc.array(fc.option(arbitraryDays, { freq: 6 }), { minLength: DATES.length, maxLength: DATES.length });

type Month = readonly (BothDays | null)[];

const seriesOf = (month: Month) => ({
  placeId: 'oracle',
  days: month.flatMap((day, index) => (day === null ? [] : [placeDay(DATES[index] ?? '', day)])),
  dustDates: new Set<string>(),
  monitored: [{ from: '', items: ALL }],
});

const known = (month: Month): { readonly date: string; readonly day: BothDays }[] =>
  month.flatMap((day, index) => (day === null ? [] : [{ date: DATES[index] ?? '', day }]));

describe('the oracle agrees on the statistics of a place', () => {
  it('with the days over their limits, the highest of them and their dates, by standard', () => {
    fc.assert(
      fc.property(months, (month) => {
        const found = exceedances(evaluatedDays(seriesOf(month), PERIOD, SETTINGS), [], 'byDate');
        const evaluation = evaluatePeriod(seriesOf(month), PERIOD, SETTINGS);
        for (const pollutant of ALL) {
          const own = found.filter((row) => row.pollutant === pollutant);
          expect(own.reduce((sum, { daily }) => sum + daily.over, 0)).toBe(evaluation.concentrations[pollutant]?.daysOver ?? 0);
          for (const edition of ['2012', '2026'] as const) {
            const values = known(month).flatMap(({ date, day }) => {
              const value = day.values[pollutant];
              return value === null || editionOf(date) !== edition ? [] : [{ at: date, value }];
            });
            const limit = breakpointsOf(pollutant, edition)[2] ?? 0;
            expectOver(own.find(({ standard }) => standard === edition)?.daily, values, pollutant, limit);
          }
        }
      }),
      { numRuns: 80 },
    );
  });

  it('with the hours over theirs, particles without any', () => {
    const hours = fc.constantFrom(...ALL).chain((pollutant) =>
      fc.record({
        pollutant: fc.constant(pollutant),
        values: fc.array(fc.option(concentrations(pollutant), { freq: 4 }), { minLength: 24, maxLength: 24 }),
        date: fc.constantFrom(...DATES),
      }),
    );
    fc.assert(
      fc.property(hours, ({ pollutant, values, date }) => {
        const means = values.map((value) => (value === null ? null : fractionOf(value)));
        const found = exceedances([], [{ date, means: { [pollutant]: means }, valid: {} }], 'byDate');
        const valid = values.flatMap((value, index) =>
          value === null ? [] : [{ at: `${date} ${String(index + 1).padStart(2, '0')}`, value }],
        );
        const limit = pollutant === 'pm10' || pollutant === 'pm25' ? undefined : hourlyBreakpointsOf(pollutant, editionOf(date))[2];
        expect(found.length).toBe(limit === undefined || valid.length === 0 ? 0 : 1);
        if (limit !== undefined) expectOver(found[0]?.hourly ?? undefined, valid, pollutant, limit);
      }),
      { numRuns: 300 },
    );
  });

  it('with the days of each primary pollutant', () => {
    fc.assert(
      fc.property(months, (month) => {
        const expected = new Map<Pollutant, { dates: string[]; polluted: string[] }>();
        for (const { date, day } of known(month)) {
          const { aqi, primary } = dailyAqiOf(day.values, day.oneHour, editionOf(date), ALL);
          const complete = ALL.every((pollutant) => day.values[pollutant] !== null);
          // Without a number it is known to be above 300.
          if (!complete && aqi !== null && aqi <= 100) continue;
          for (const pollutant of primary) {
            const own = expected.get(pollutant) ?? { dates: [], polluted: [] };
            expected.set(pollutant, own);
            own.dates.push(date);
            if (aqi === null || aqi > 100) own.polluted.push(date);
          }
        }
        const found = primaryDays(evaluatedDays(seriesOf(month), PERIOD, SETTINGS));
        expect(new Map(found.map(({ pollutant, dates, polluted }) => [pollutant, { dates, polluted }]))).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  it('with any percentile of the daily values', () => {
    fc.assert(
      fc.property(months, fc.integer({ min: 0, max: 10_000 }), (month, hundredths) => {
        const p = (hundredths / 100).toFixed(2);
        for (const { pollutant, days, values } of percentilesOf(seriesOf(month), PERIOD, [p], SETTINGS)) {
          const own = known(month).flatMap(({ day }) => day.values[pollutant] ?? []);
          const expected = percentileOf(own, rational(hundredths, 100));
          expect([days, expected !== null && standsFor(values[0]?.exact ?? '', expected)]).toEqual([own.length, true]);
          if (expected !== null) expect(values[0]?.judged).toBe(printed(expected, pollutant === 'co' ? 1 : 0));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('with what was captured of the days and hours of each month', () => {
    const hoursOf = fc.array(fc.option(fc.integer({ min: 0, max: 24 }), { freq: 2 }), { minLength: DATES.length, maxLength: DATES.length });
    fc.assert(
      fc.property(months, hoursOf, hoursOf, fc.constantFrom(...DATES), (month, first, second, until) => {
        const hours: RecordHours[] = DATES.map((date, index) => ({
          date,
          means: {},
          valid: {
            pm25: [
              { station: '一', hours: first[index] ?? null },
              { station: '二', hours: second[index] ?? null },
            ].flatMap(({ station, hours: count }) => (count === null ? [] : [{ station, hours: count }])),
          },
        }));
        const found = captureByMonth(seriesOf(month), { period: PERIOD, until, hours, settings: SETTINGS });
        for (const { month: name, days, pollutants } of found) {
          const own = DATES.filter((date) => date.startsWith(name) && date <= until);
          expect(days).toBe(own.length);
          for (const pollutant of ALL) {
            const valid = known(month).filter(({ date, day }) => own.includes(date) && day.values[pollutant] !== null).length;
            expect(pollutants[pollutant]).toMatchObject({ valid, due: own.length });
          }
          const counts = [first, second].map((list) => DATES.flatMap((date, index) => (date.startsWith(name) ? (list[index] ?? []) : [])));
          const stations = counts.filter((list) => list.length > 0);
          const sum = stations.flat().reduce((all, count) => all + count, 0);
          const expected = stations.length === 0 ? null : { valid: sum, due: stations.length * own.length * 24 };
          if (expected === null) expect(pollutants.pm25?.hours).toBeNull();
          else expect(pollutants.pm25?.hours).toMatchObject(expected);
        }
      }),
      { numRuns: 80 },
    );
  });
});

function expectOver(
  found: Over | undefined,
  values: readonly { readonly at: string; readonly value: Rational }[],
  pollutant: Pollutant,
  limit: number,
): void {
  const decimals = pollutant === 'co' ? 1 : 0;
  const above = values.filter(({ value }) => compare(halfEven(value, decimals), rational(limit)) > 0);
  expect(found?.values ?? 0).toBe(values.length);
  if (found === undefined) return;
  expect([found.limit, found.over]).toEqual([limit, above.length]);
  expect(found.rate?.published).toBe(printed(over(rational(above.length * 100), rational(values.length)), 1));
  expect(found.days.map(({ date }) => date)).toEqual([...new Set(above.map(({ at }) => at.slice(0, 10)))]);
  const highest = above
    .map(({ value }) => halfEven(value, decimals))
    .reduce<Rational | null>((most, value) => (most === null || compare(value, most) > 0 ? value : most), null);
  if (highest === null) {
    expect(found.peak).toBeNull();
    return;
  }
  expect(found.peak).toEqual({
    value: printed(highest, decimals),
    multiple: printed(over(minus(highest, rational(limit)), rational(limit)), 2),
    at: above.filter(({ value }) => compare(halfEven(value, decimals), highest) === 0).map(({ at }) => at),
  });
}
