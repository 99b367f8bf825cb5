import { describe, expect, it } from 'vitest';
import { evaluatePeriod } from '../../../../../../shared/domain/air/statistics/evaluate-period.ts';
import { createSummaryCache } from '../../../../../../shared/domain/air/statistics/summary-cache.ts';
import type { PlaceSeries } from '../../../../../../shared/domain/air/types.ts';
import { CLEAN, dayOf, daysWith, periodOf, SETTINGS, seriesOf } from '../place-days.ts';

const YEAR = periodOf('2024');
const TOWNS = ['a', 'b', 'c'];
const towns = (): PlaceSeries[] => TOWNS.map((id) => seriesOf(daysWith(CLEAN, '2024'), [], id));
const changed = (series: PlaceSeries, date: string, pm25: string): PlaceSeries => ({
  ...series,
  days: series.days.map((day) => (day.date === date ? dayOf(date, { ...CLEAN, pm25 }) : day)),
});

describe('the cache of month summaries', () => {
  it('summarises exactly one month and evaluates one place after one day has changed', () => {
    const cache = createSummaryCache();
    for (const series of towns()) evaluatePeriod(series, YEAR, SETTINGS, cache);
    expect(cache.computed()).toEqual({ values: 36, days: 36, evaluations: 3 });
    // read anew: other objects, the same values
    const again = towns().map((series) => (series.placeId === 'b' ? changed(series, '2024-05-17', '90') : series));
    const results = again.map((series) => evaluatePeriod(series, YEAR, SETTINGS, cache));
    expect(cache.computed()).toEqual({ values: 37, days: 37, evaluations: 4 });
    expect(results).toEqual(again.map((series) => evaluatePeriod(series, YEAR, SETTINGS)));
    expect(results.map((result) => result.days.good)).toEqual([366, 365, 366]);
  });

  it('serves month, quarter and year from the same summaries, under any settings of dust and index', () => {
    const cache = createSummaryCache();
    const [series] = towns();
    if (series === undefined) throw new Error('no town');
    evaluatePeriod(series, YEAR, SETTINGS, cache);
    for (const text of ['2024-07', '2024-Q3', '2024-H1', '2024-01..2024-07']) evaluatePeriod(series, periodOf(text), SETTINGS, cache);
    evaluatePeriod(
      series,
      YEAR,
      { ...SETTINGS, dust: { concentrations: false, days: 'left-out' }, index: { ...SETTINGS.index, rounding: 'each' } },
      cache,
    );
    expect(cache.computed()).toEqual({ values: 12, days: 12, evaluations: 6 });
    evaluatePeriod(series, YEAR, { ...SETTINGS, standard: '2026' }, cache);
    expect(cache.computed()).toEqual({ values: 12, days: 24, evaluations: 7 });
  });

  it('notices a new dust day, a day more, a day less and a newly monitored pollutant', () => {
    const cache = createSummaryCache();
    const series = seriesOf(daysWith({ pm25: '30' }, '2026-04'));
    const april = periodOf('2026-04');
    const evaluate = (other: PlaceSeries): unknown => {
      const result = evaluatePeriod(other, april, SETTINGS, cache);
      expect(result).toEqual(evaluatePeriod(other, april, SETTINGS));
      return [result.concentrations.pm25?.usedDays, result.days.valid];
    };
    expect(evaluate(series)).toEqual([30, 30]);
    expect(evaluate({ ...series, dustDates: new Set(['2026-04-03']) })).toEqual([29, 30]);
    expect(evaluate({ ...series, days: series.days.slice(1) })).toEqual([29, 29]);
    expect(evaluate({ ...series, days: [...series.days, dayOf('2026-05-01', { no2: '20' })] })).toEqual([30, 0]);
    expect(evaluate(series)).toEqual([30, 30]);
  });

  it('gives the same for days in another order', () => {
    const cache = createSummaryCache();
    const [series] = towns();
    if (series === undefined) throw new Error('no town');
    const first = evaluatePeriod(series, YEAR, SETTINGS, cache);
    expect(evaluatePeriod({ ...series, days: series.days.toReversed() }, YEAR, SETTINGS, cache)).toEqual(first);
    expect(cache.computed().values).toBe(12);
  });
});
