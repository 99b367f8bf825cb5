import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leversOf } from '../../../../../../shared/domain/air/outlook/levers.ts';
import type { OutlookTarget } from '../../../../../../shared/domain/air/outlook/types.ts';
import { LEAST_YEARS, usualRests } from '../../../../../../shared/domain/air/outlook/usual.ts';
import type { EvaluationSettings } from '../../../../../../shared/domain/air/statistics/types.ts';
import { daysOfYear } from '../../../../../../shared/domain/calendar.ts';
import { type BothDays, fractionOf, ordinaryDays, placeDay } from './arbitraries.ts';
import { ALL, dailyAqiOf, type Edition } from './oracle.ts';
import {
  compare,
  fromText,
  halfEven,
  meanOf,
  minus,
  over,
  percentileOf,
  plus,
  printed,
  type Rational,
  rational,
  standsFor,
  times,
} from './rational.ts';

const SETTINGS: EvaluationSettings = {
  standard: 'byDate',
  dust: { concentrations: false, days: 'kept' },
  index: { rounding: 'stages', weights: { so2: '1', no2: '1', co: '1', o3: '1', pm10: '1', pm25: '1' } },
};
const TARGETS: readonly OutlookTarget[] = [
  { measure: 'pm25', operator: 'le', value: '80', decimals: 0 },
  { measure: 'goodDayRatio', operator: 'ge', value: '60.5', decimals: 1 },
  { measure: 'heavyDayRatio', operator: 'le', value: '5', decimals: 1 },
];
/** The rest of the year is December, of which 27 days are enough. */
const AS_OF = '2026-11-30';
const REQUIRED = 27;

/** Some days of November 2026, and up to six Decembers, of which some days may be missing. */
const decembers = fc.array(fc.array(fc.option(ordinaryDays, { freq: 25 }), { minLength: 31, maxLength: 31 }), { maxLength: 6 });
const novembers = fc.array(ordinaryDays, { minLength: 1, maxLength: 30 });

const seriesOf = (year: number, month: string, days: readonly (BothDays | null)[]) => ({
  placeId: 'oracle',
  days: daysOfYear(year)
    .filter((date) => date.slice(5, 7) === month)
    .flatMap((date, index) => {
      const day = days[index] ?? null;
      return day === null ? [] : [placeDay(date, day)];
    }),
  dustDates: new Set<string>(),
  monitored: [{ from: '', items: ALL }],
});

interface Amount {
  readonly sum: Rational;
  readonly days: number;
}

/** The sum of PM2.5, or a hundred for each good or heavy day among those that count; all by the standard of December 2026. */
function amountOf(days: readonly (BothDays | null)[], measure: OutlookTarget['measure']): Amount {
  const own = days.flatMap((day) => day ?? []);
  if (measure === 'pm25') {
    const values = own.flatMap(({ values: { pm25 } }) => pm25 ?? []);
    return { sum: values.reduce(plus, rational(0)), days: values.length };
  }
  const levels = own.flatMap((day) => {
    const { aqi } = dailyAqiOf(day.values, day.oneHour, '2026' satisfies Edition, ALL);
    const complete = ALL.every((pollutant) => day.values[pollutant] !== null);
    return aqi === null || (!complete && aqi <= 100) ? [] : [aqi];
  });
  const met = levels.filter((aqi) => (measure === 'goodDayRatio' ? aqi <= 100 : aqi > 200)).length;
  return { sum: rational(met * 100), days: levels.length };
}

describe('the oracle agrees on 往年同期', () => {
  it('with what each year brought, the range of all, and the whole year when it comes so again', () => {
    fc.assert(
      fc.property(novembers, decembers, (now, past) => {
        const years = past.map((days, index) => ({ year: 2025 - index, days }));
        const found = usualRests(
          seriesOf(2026, '11', now),
          years.map(({ year, days }) => ({ year, series: seriesOf(year, '12', days) })),
          { year: 2026, asOf: AS_OF, targets: TARGETS, settings: SETTINGS },
        );
        for (const [index, target] of TARGETS.entries()) {
          const usual = found[index];
          if (usual === undefined) throw new Error('one for each target');
          const all = years.map(({ year, days }) => ({ year, ...amountOf(days, target.measure) })).filter(({ days }) => days > 0);
          const enough = all.filter(({ days }) => days >= REQUIRED);
          expect(usual.short).toEqual(all.filter(({ days }) => days < REQUIRED).map(({ year }) => year));
          expect(usual.past.map(({ year, days }) => [year, days])).toEqual(enough.map(({ year, days }) => [year, days]));
          expect(usual.few).toBe(enough.length < LEAST_YEARS);
          const known = amountOf(now, target.measure);
          for (const [at, { sum, days }] of enough.entries()) {
            const value = over(sum, rational(days));
            const whole = over(plus(known.sum, times(value, rational(31))), rational(known.days + 31));
            const one = usual.past[at];
            expect([standsFor(one?.value.exact ?? '', value), standsFor(one?.wholeYear.exact ?? '', whole)]).toEqual([true, true]);
            expect(one?.wholeYear.published).toBe(printed(whole, 1));
            const order = compare(halfEven(whole, target.decimals), fromText(target.value));
            expect(one?.met).toBe(target.operator === 'le' ? order <= 0 : order >= 0);
          }
          expectRange(
            usual.range,
            enough.map(({ sum, days }) => over(sum, rational(days))),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});

function expectRange(range: ReturnType<typeof usualRests>[number]['range'], values: readonly Rational[]): void {
  expect(range === null).toBe(values.length === 0);
  if (range === null) return;
  const at = (percent: number): Rational => percentileOf(values, rational(percent)) ?? rational(-1);
  expect([
    standsFor(range.least.exact, at(0)),
    standsFor(range.median.exact, at(50)),
    standsFor(range.most.exact, at(100)),
    range.lower === null ? values.length < 4 : standsFor(range.lower.exact, at(25)),
    range.upper === null ? values.length < 4 : standsFor(range.upper.exact, at(75)),
  ]).toEqual([true, true, true, true, true]);
}

describe('the oracle agrees on what towns do to the mean', () => {
  const NAMES = ['甲镇', '乙镇', '丙镇'];
  const values = fc.option(fc.tuple(fc.integer({ min: 0, max: 200_000 }), fc.integer({ min: 20, max: 24 })), { freq: 3 });
  const sides = fc.array(
    fc.array(values, { minLength: 3, maxLength: 3 }).filter((day) => day.some((value) => value !== null)),
    {
      minLength: 1,
      maxLength: 20,
    },
  );

  it('shares are 1 together, pulls 0, and one less in a town lowers the mean by its share', () => {
    fc.assert(
      fc.property(sides, sides, fc.integer({ min: 0, max: 300 }), (days, last, remainingDays) => {
        const found = leversOf({ now: sideOf(days), lastYear: sideOf(last), remainingDays, target: '35', decimals: 1 });
        if (found === null) throw new Error('there are days');
        const mean = meanOfDays(days, null);
        expect(standsFor(found.mean.exact, mean)).toBe(true);
        expect(found.levers.reduce((sum, { weight }) => sum + Number(weight.exact), 0)).toBeCloseTo(1, 10);
        expect(found.levers.reduce((sum, { pull }) => sum + Number(pull.exact), 0)).toBeCloseTo(0, 8);
        for (const { name, weight, rest, overTarget, mean: own, above } of found.levers) {
          const lower = minus(mean, meanOfDays(days, NAMES.indexOf(name)));
          expect(standsFor(weight.exact, lower)).toBe(true);
          expect(standsFor(rest.exact, over(times(lower, rational(remainingDays)), rational(days.length + remainingDays)))).toBe(true);
          expect(standsFor(overTarget?.exact ?? '', minus(fromText(own.exact), rational(35)))).toBe(true);
          expect(standsFor(above.exact, minus(fromText(own.exact), mean))).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  type Side = readonly (readonly (readonly [number, number] | null)[])[];

  const sideOf = (side: Side) => ({
    dates: side.map((_, index) => String(index)),
    monthOf: () => '',
    parts: NAMES.map((name, index) => ({
      name,
      values: new Map(
        side.flatMap((day, date) => {
          const value = day[index] ?? null;
          return value === null ? [] : [[String(date), fractionOf(rational(value[0], value[1] * 1000))] as const];
        }),
      ),
    })),
  });

  /** The mean when the town at `less` had 1 less on each of its days. */
  function meanOfDays(side: Side, less: number | null): Rational {
    const means = side.flatMap(
      (day) =>
        meanOf(
          day.flatMap((value, index) =>
            value === null ? [] : [minus(rational(value[0], value[1] * 1000), rational(index === less ? 1 : 0))],
          ),
        ) ?? [],
    );
    return meanOf(means) ?? rational(0);
  }
});
