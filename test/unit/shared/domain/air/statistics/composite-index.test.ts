import { describe, expect, it } from 'vitest';
import { compositeIndex } from '../../../../../../shared/domain/air/statistics/composite-index.ts';
import type { CompositeIndex } from '../../../../../../shared/domain/air/statistics/types.ts';
import {
  GB_3095_2012,
  GB_3095_2026_FINAL,
  GB_3095_2026_TRANSITION,
  type QualityStandard,
} from '../../../../../../shared/domain/air/standards/gb3095.ts';
import type { IndexSettings } from '../../../../../../shared/domain/air/types.ts';
import { exact } from '../../../../../../shared/domain/numbers/decimal.ts';
import { type DayValues, SETTINGS } from '../place-days.ts';

const index = (values: DayValues, standard: QualityStandard = GB_3095_2012, settings: Partial<IndexSettings> = {}): CompositeIndex | null =>
  compositeIndex(Object.fromEntries(Object.entries(values).map(([pollutant, value]) => [pollutant, exact(value)])), standard.second, {
    ...SETTINGS.index,
    ...settings,
  });

const LIMITS: DayValues = { so2: '60', no2: '40', co: '4', o3: '160', pm10: '70', pm25: '35' };
const CITY: DayValues = { so2: '9', no2: '27', co: '1.1', o3: '151', pm10: '53', pm25: '32' };

describe('the composite index', () => {
  it('is 6 at the limits, annual ones and of CO and O3 daily ones', () => {
    expect(index(LIMITS)).toMatchObject({ exact: '6', published: '6.00', complete: true });
    expect(index({ ...LIMITS, pm10: '60', pm25: '30' }, GB_3095_2026_TRANSITION)?.exact).toBe('6');
    expect(index({ so2: '20', no2: '30', co: '4', o3: '160', pm10: '50', pm25: '25' }, GB_3095_2026_FINAL)?.exact).toBe('6');
  });

  it('adds the single indices, here reckoned by hand', () => {
    // 9/60 0.15 + 27/40 0.675 + 1.1/4 0.275 + 151/160 0.94375 + 53/70 0.757142857 + 32/35 0.914285714
    expect(index(CITY)).toMatchObject({
      published: '3.72',
      singles: {
        so2: { published: '0.15' },
        no2: { published: '0.68' },
        co: { published: '0.28' },
        o3: { published: '0.94' },
        pm10: { published: '0.76' },
        pm25: { published: '0.91' },
      },
      primary: ['o3'],
      missing: [],
    });
    expect(index(CITY)?.exact.startsWith('3.715178571428571428571428571428571')).toBe(true);
  });

  it('rounds the sum once, or each single index first', () => {
    // 0.675 and 0.275 are ties: 0.68 and 0.28; 0.15 + 0.68 + 0.28 + 0.94 + 0.76 + 0.91
    expect(index(CITY, GB_3095_2012, { rounding: 'each' })).toMatchObject({ exact: '3.72', published: '3.72' });
    const values = { so2: '8.7', no2: '17.8' };
    // 0.145 + 0.445 = 0.59, rounded first 0.14 + 0.44
    expect([index(values)?.published, index(values, GB_3095_2012, { rounding: 'each' })?.published]).toEqual(['0.59', '0.58']);
  });

  /** PM2.5, PM10, SO2, NO2, CO, O3, and the index in stages, with the single indices rounded only, with the sum rounded only. */
  it.each<[string, QualityStandard, string, string, string]>([
    // Published for a town, 2025-01: 4.04.
    ['54, 74, 4, 22, 1.9, 54', GB_3095_2012, '4.04', '4.04', '4.03'],
    // 34.5 → 34, 70.5 → 70, 9.5 → 10, 30.5 → 30, 0.85 → 0.8, 150.5 → 150
    ['34.5, 70.5, 9.5, 30.5, 0.85, 150.5', GB_3095_2012, '4.03', '4.07', '4.07'],
    ['35, 70, 6, 13, 0.7, 142', GB_3095_2012, '3.49', '3.49', '3.49'],
    ['54, 74, 4, 22, 1.9, 54', GB_3095_2026_TRANSITION, '4.47', '4.47', '4.46'],
  ])('of %s differs with where it is rounded', (text, standard, stages, each, sum) => {
    const [pm25, pm10, so2, no2, co, o3] = text.split(', ') as [string, string, string, string, string, string];
    const of = (rounding: IndexSettings['rounding']) => index({ pm25, pm10, so2, no2, co, o3 }, standard, { rounding })?.published;
    expect([of('stages'), of('each'), of('sum')]).toEqual([stages, each, sum]);
  });

  it('in stages is made of single indices that can be added up from what is printed', () => {
    // 54/35 1.542857 → 1.54, 74/70 1.057143 → 1.06, 4/60 0.066667 → 0.07, 22/40 0.55, 1.9/4 0.475 → 0.48, 54/160 0.3375 → 0.34
    const found = index({ pm25: '54.4', pm10: '73.6', so2: '3.5', no2: '22.5', co: '1.94', o3: '54.5' }, GB_3095_2012, {
      rounding: 'stages',
    });
    expect(found).toMatchObject({ exact: '4.04', published: '4.04', primary: ['pm25'] });
    expect(Object.values(found?.singles ?? {}).map(({ published }) => published)).toEqual(['0.07', '0.55', '0.48', '0.34', '1.06', '1.54']);
  });

  it('in stages takes PM2.5 with one decimal where that is decided, and weights on the rounded single indices', () => {
    // 32.4/35 = 0.925714 → 0.93; whole: 32/35 = 0.914286 → 0.91
    const stages = { rounding: 'stages', pm25Decimals: '1' } as const;
    expect([
      index({ pm25: '32.4' }, GB_3095_2012, stages)?.exact,
      index({ pm25: '32.4' }, GB_3095_2012, { rounding: 'stages' })?.exact,
    ]).toEqual(['0.93', '0.91']);
    const weights = { so2: '1', no2: '2', co: '1', o3: '2', pm10: '1', pm25: '3' };
    // 3 × 0.93 + 2 × 0.05
    expect(index({ pm25: '32.4', no2: '2.4' }, GB_3095_2012, { ...stages, weights })?.exact).toBe('2.89');
  });

  it('rounds a sum that is a tie half to even, although its parts do not end', () => {
    // 10/70 + 2.1/35 + … : 1/7 + 6/7 + 0.225 = 1.225 → 1.22, although 1/7 and 6/7 are cut at the fortieth digit
    expect(index({ pm10: '10', pm25: '30', no2: '9' })).toMatchObject({ exact: '1.225', published: '1.22' });
  });

  it('names the largest single index, all of them when equal', () => {
    expect(index(LIMITS)?.primary).toEqual(['so2', 'no2', 'co', 'o3', 'pm10', 'pm25']);
    expect(index({ ...CITY, pm10: '70', pm25: '35' })?.primary).toEqual(['pm10', 'pm25']);
    // 0.9425 and 0.94375: one is larger, and as printed both are 0.94
    expect(index({ ...CITY, no2: '37.7' })?.primary).toEqual(['o3']);
    expect(index({ ...CITY, no2: '37.7' }, GB_3095_2012, { rounding: 'each' })?.primary).toEqual(['no2', 'o3']);
  });

  it('takes weights, which do not decide the largest single index', () => {
    const weights = { so2: '1', no2: '2', co: '1', o3: '2', pm10: '1', pm25: '3' };
    expect(index(LIMITS, GB_3095_2012, { weights })?.exact).toBe('10');
    expect(index({ pm10: '70', pm25: '17.5' }, GB_3095_2012, { weights })).toMatchObject({ exact: '2.5', primary: ['pm10'] });
  });

  it('says what is missing, and is none without any pollutant', () => {
    expect(index({ pm25: '35', pm10: '70' })).toMatchObject({ exact: '2', complete: false, missing: ['so2', 'no2', 'co', 'o3'] });
    expect(index({})).toBeNull();
  });
});
