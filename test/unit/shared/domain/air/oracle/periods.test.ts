import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StandardChoice } from '../../../../../../shared/domain/air/standards/evaluation-standard.ts';
import { PERCENTILES } from '../../../../../../shared/domain/air/standards/hj663.ts';
import { GB_3095_2012, GB_3095_2026_TRANSITION } from '../../../../../../shared/domain/air/standards/gb3095.ts';
import type { Pollutant } from '../../../../../../shared/domain/air/standards/pollutants.ts';
import { compositeIndex } from '../../../../../../shared/domain/air/statistics/composite-index.ts';
import { percentile } from '../../../../../../shared/domain/air/statistics/percentile.ts';
import { fractionValue } from '../../../../../../shared/domain/numbers/fraction.ts';
import { concentrations, fractionOf, ordinaryDays } from './arbitraries.ts';
import { holdAgainst } from './hold-against.ts';
import { ALL, compositeIndexOf, type Edition, INDEX_LIMITS, PERCENT, type Rounding } from './oracle.ts';
import { fromText, percentileOf, printed, type Rational, rational, standsFor } from './rational.ts';

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
          holdAgainst(days, text, { choice, rounding });
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
      fc.property(fc.array(ordinaryDays, { minLength: 40, maxLength: 365 }), (days) =>
        holdAgainst(days, '2026', { choice: 'byDate', rounding: 'stages' }),
      ),
      { numRuns: 12 },
    );
    fc.assert(
      fc.property(fc.array(ordinaryDays, { minLength: 40, maxLength: 365 }), (days) =>
        holdAgainst(days, '2026', { choice: '2012', rounding: 'each' }),
      ),
      { numRuns: 6 },
    );
  });
});

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
