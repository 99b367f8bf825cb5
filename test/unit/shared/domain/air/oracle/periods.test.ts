import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePeriod, type Period } from '../../../../../../shared/domain/air/period.ts';
import type { StandardChoice } from '../../../../../../shared/domain/air/standards/evaluation-standard.ts';
import { PERCENTILES } from '../../../../../../shared/domain/air/standards/hj663.ts';
import { GB_3095_2012, GB_3095_2026_TRANSITION } from '../../../../../../shared/domain/air/standards/gb3095.ts';
import type { Pollutant } from '../../../../../../shared/domain/air/standards/pollutants.ts';
import { compositeIndex } from '../../../../../../shared/domain/air/statistics/composite-index.ts';
import { evaluatePeriod } from '../../../../../../shared/domain/air/statistics/evaluate-period.ts';
import { percentile } from '../../../../../../shared/domain/air/statistics/percentile.ts';
import { daysOfYear } from '../../../../../../shared/domain/calendar.ts';
import { fractionValue } from '../../../../../../shared/domain/numbers/fraction.ts';
import { type BothDays, concentrations, fractionOf, ordinaryDays, placeDay } from './arbitraries.ts';
import { ALL, compositeIndexOf, dailyAqiOf, type Edition, INDEX_LIMITS, PERCENT, type Rounding, type Values } from './oracle.ts';
import { fromText, meanOf, over, percentileOf, printed, type Rational, rational, standsFor } from './rational.ts';

const WEIGHTS = { so2: '1', no2: '1', co: '1', o3: '1', pm10: '1', pm25: '1' };

describe('the oracle agrees on periods', () => {
  it('with percentiles of any share', () => {
    const values = fc.constantFrom(...ALL).chain((pollutant) => fc.array(concentrations(pollutant), { minLength: 1, maxLength: 60 }));
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 1000 }), (list, tenths) => {
        const expected = percentileOf(list, rational(tenths, 10));
        const found = percentile(list.map(fractionOf), String(tenths / 10));
        expect(expected !== null && found !== null && standsFor(found.value.toFixed(), expected)).toBe(true);
      }),
      { numRuns: 1000 },
    );
    expect(PERCENTILES).toEqual(PERCENT);
  });

  it.each<[string, StandardChoice]>([
    ['2024-02', 'byDate'],
    ['2026-02', '2026'],
    ['2026-03', 'byDate'],
    ['2026-03', '2012'],
  ])('with means, percentiles, day counts and 综合指数 of %s by standard %s', (text, choice) => {
    fc.assert(
      fc.property(
        fc.array(ordinaryDays, { minLength: 1, maxLength: 28 }),
        fc.constantFrom<Rounding>('stages', 'sum', 'each'),
        (days, rounding) => {
          holdAgainst(days, text, choice, rounding);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('with the 综合指数 of any weights, and PM2.5 of one decimal', () => {
    const values = fc.record(Object.fromEntries(ALL.map((pollutant) => [pollutant, concentrations(pollutant)]))) as fc.Arbitrary<
      Record<Pollutant, Rational>
    >;
    const weights = fc.record(
      Object.fromEntries(ALL.map((pollutant) => [pollutant, fc.constantFrom('1', '2', '3', '0.5')])),
    ) as fc.Arbitrary<Record<Pollutant, string>>;
    const editions = fc.constantFrom<Edition>('2012', '2026');
    fc.assert(
      fc.property(
        values,
        weights,
        fc.constantFrom<Rounding>('stages', 'each', 'sum'),
        fc.boolean(),
        editions,
        (own, by, rounding, one, edition) => {
          const found = compositeIndex(
            Object.fromEntries(ALL.map((pollutant) => [pollutant, fractionValue(fractionOf(own[pollutant]))])),
            edition === '2012' ? GB_3095_2012.second : GB_3095_2026_TRANSITION.second,
            { rounding, weights: by, ...(one ? { pm25Decimals: '1' } : {}) },
          );
          const weighted = Object.fromEntries(ALL.map((pollutant) => [pollutant, fromText(by[pollutant])]));
          const expected = compositeIndexOf(own, INDEX_LIMITS[edition], { rounding, weights: weighted, pm25: one ? 1 : 0 });
          expect(found?.published).toBe(expected === null ? null : printed(expected, 2));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('with the mixed year 2026, whose days before March count by the old standard', () => {
    fc.assert(
      fc.property(fc.array(ordinaryDays, { minLength: 40, maxLength: 365 }), (days) => holdAgainst(days, '2026', 'byDate', 'stages')),
      { numRuns: 12 },
    );
    fc.assert(
      fc.property(fc.array(ordinaryDays, { minLength: 40, maxLength: 365 }), (days) => holdAgainst(days, '2026', '2012', 'each')),
      { numRuns: 6 },
    );
  });
});

/** The days lie at the beginning of the period, in any case in order. */
function holdAgainst(days: readonly BothDays[], text: string, choice: StandardChoice, rounding: Rounding): void {
  const period = known(parsePeriod(text));
  const dates = daysOfYear(Number(text.slice(0, 4)))
    .filter((date) => date >= period.from && date <= period.to)
    .slice(0, days.length);
  const series = {
    placeId: 'oracle',
    days: dates.map((date, index) => placeDay(date, days[index] ?? NOTHING)),
    dustDates: new Set<string>(),
  };
  const found = evaluatePeriod(series, period, {
    standard: choice,
    dust: { concentrations: false, days: 'kept' as const },
    index: { rounding, weights: WEIGHTS },
  });
  const used = days.slice(0, dates.length);
  const values = {} as Record<Pollutant, Rational | null>;
  for (const pollutant of ALL) {
    const own = used.flatMap((day) => day.values[pollutant] ?? []);
    const [mean, percent] = [meanOf(own), percentileOf(own, rational(PERCENT[pollutant]))];
    values[pollutant] = pollutant === 'co' || pollutant === 'o3' ? percent : mean;
    const figures = found.concentrations[pollutant];
    expect(figures === null).toBe(mean === null);
    if (figures === null || mean === null || percent === null) continue;
    expect([pollutant, standsFor(figures.mean.exact, mean), standsFor(figures.percentile.exact, percent)]).toEqual([pollutant, true, true]);
    expect(figures.value.published).toBe(printed(values[pollutant] ?? mean, pollutant === 'co' || pollutant === 'pm25' ? 1 : 0));
    expect(figures.value.judged).toBe(printed(values[pollutant] ?? mean, pollutant === 'co' ? 1 : 0));
  }
  expectIndex(found.compositeIndex, values, editionOf(period.to, choice), rounding);
  expect(pick(found.days)).toEqual(countsOf(used, dates, choice));
}

const NOTHING: BothDays = { values: { so2: null, no2: null, co: null, o3: null, pm10: null, pm25: null }, oneHour: null };

function expectIndex(
  found: { readonly exact: string; readonly published: string; readonly complete: boolean } | null,
  values: Values,
  edition: Edition,
  rounding: Rounding,
): void {
  const expected = compositeIndexOf(values, INDEX_LIMITS[edition], { rounding });
  expect(found === null).toBe(expected === null);
  if (found === null || expected === null) return;
  expect(standsFor(found.exact, expected)).toBe(true);
  expect(found.published).toBe(printed(expected, 2));
  expect(found.complete).toBe(ALL.every((pollutant) => values[pollutant] !== null));
}

interface Counts {
  readonly valid: number;
  readonly good: number;
  readonly heavy: number;
  readonly na: number;
  readonly ratio: string | null;
  readonly byPrimary: Readonly<Record<Pollutant, number>>;
}

const pick = ({ valid, good, heavy, na, ratio, byPrimary }: Counts): Counts => ({ valid, good, heavy, na, ratio, byPrimary });

/** A day counts above AQI 100 whatever is missing, else when nothing is missing. */
function countsOf(days: readonly BothDays[], dates: readonly string[], choice: StandardChoice): Counts {
  const monitored = ALL.filter((pollutant) => days.some((day) => day.values[pollutant] !== null));
  const byPrimary = { so2: 0, no2: 0, co: 0, o3: 0, pm10: 0, pm25: 0 };
  let [valid, good, heavy, na] = [0, 0, 0, 0];
  for (const [index, day] of days.entries()) {
    const edition = editionOf(dates[index] ?? '', choice);
    const { status, aqi, primary } = dailyAqiOf(day.values, day.oneHour, edition, monitored);
    if (status === 'none') continue;
    if (aqi === null) {
      // Above 300, whatever its number.
      valid += 1;
      heavy += 1;
      byPrimary.o3 += 1;
      continue;
    }
    const complete = monitored.every((pollutant) => day.values[pollutant] !== null);
    if (!complete && aqi <= 100) {
      na += 1;
      continue;
    }
    valid += 1;
    if (aqi <= 100) good += 1;
    if (aqi > 200) heavy += 1;
    for (const pollutant of primary) byPrimary[pollutant] += 1;
  }
  return { valid, good, heavy, na, ratio: valid === 0 ? null : printed(over(rational(good * 100), rational(valid)), 1), byPrimary };
}

const editionOf = (date: string, choice: StandardChoice): Edition =>
  choice === '2012' || (choice === 'byDate' && date < '2026-03-01') ? '2012' : '2026';

function known(period: Period | null): Period {
  if (period === null) throw new RangeError('no period');
  return period;
}

describe('the oracle itself', () => {
  it('knows the worked percentile and the rounding vectors', () => {
    expect(
      printed(
        percentileOf(
          [3, 4, 8, 2, 5, 4].map((value) => rational(value)),
          rational(90),
        ) ?? rational(0),
        1,
      ),
    ).toBe('6.5');
    const vectors = [
      ['32.5', 0, '32'],
      ['33.5', 0, '34'],
      ['31.45', 1, '31.4'],
      ['31.55', 1, '31.6'],
      ['81.25', 1, '81.2'],
      ['0.95', 1, '1.0'],
      ['0.835', 2, '0.84'],
    ] as const;
    for (const [text, decimals, expected] of vectors) expect(printed(fromText(text), decimals)).toBe(expected);
  });
});
