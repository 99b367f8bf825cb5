import { describe, expect, it } from 'vitest';
import { evaluatePeriod } from '../../../../../../shared/domain/air/statistics/evaluate-period.ts';
import type { PeriodEvaluation } from '../../../../../../shared/domain/air/statistics/types.ts';
import { CLEAN, dayOf, daysWith, firstDates, periodOf, SETTINGS, seriesOf } from '../place-days.ts';

// the first five days of April are dusty: PM10 600 and PM2.5 180, ozone as everywhere
const DUST = firstDates('2024-04', 5);
const DAYS = [...DUST.map((date) => dayOf(date, { ...CLEAN, pm10: '600', pm25: '180', o3: '170' })), ...daysWith(CLEAN, '2024-04', DUST)];
const evaluate = (concentrations: boolean, days: boolean): PeriodEvaluation =>
  evaluatePeriod(seriesOf(DAYS, [...DUST, '2024-05-01']), periodOf('2024-04'), { ...SETTINGS, dust: { concentrations, days } });

describe('dust days', () => {
  it('have two switches, for concentrations and for day counts', () => {
    const figures = ([concentrations, days]: readonly [boolean, boolean]): unknown[] => {
      const result = evaluate(concentrations, days);
      return [result.concentrations.pm25?.mean.exact, result.days.valid, result.days.good, result.days.heavy];
    };
    // (5 × 180 + 25 × 30) ÷ 30
    expect(figures([false, false])).toEqual(['55', 30, 25, 5]);
    expect(figures([true, false])).toEqual(['30', 30, 25, 5]);
    expect(figures([false, true])).toEqual(['55', 25, 25, 0]);
    expect(figures([true, true])).toEqual(['30', 25, 25, 0]);
  });

  it('lose their PM10 and PM2.5 only; gases stay', () => {
    const [kept, removed] = [evaluate(false, false), evaluate(true, false)];
    expect(removed.concentrations.pm10).toMatchObject({ usedDays: 25, daysOver: 0, mean: { exact: '40' } });
    expect(kept.concentrations.pm10).toMatchObject({ usedDays: 30, daysOver: 5 });
    expect(removed.concentrations.o3).toMatchObject({ usedDays: 30, daysOver: 5 });
    expect(removed.concentrations.o3?.value).toEqual(kept.concentrations.o3?.value);
  });

  it('are shown in both versions whatever the switches say', () => {
    const both = evaluate(false, false).dust;
    for (const [concentrations, days] of [
      [true, false],
      [false, true],
      [true, true],
    ] as const)
      expect(evaluate(concentrations, days).dust).toEqual(both);
    expect(both).toMatchObject({
      days: 5,
      withDust: { pm25: { published: '55.0' }, pm10: { published: '133' }, validDays: 30, goodDays: 25, goodRatio: '83.3', heavyDays: 5 },
      withoutDust: {
        pm25: { published: '30.0' },
        pm10: { published: '40' },
        validDays: 25,
        goodDays: 25,
        goodRatio: '100.0',
        heavyDays: 0,
      },
    });
    expect(evaluate(true, false).compositeIndex?.exact).toBe(both.withoutDust.compositeIndex?.exact);
    expect(evaluate(false, false).compositeIndex?.exact).toBe(both.withDust.compositeIndex?.exact);
  });

  it('do not make a month invalid: it was measured, and then taken out', () => {
    expect(evaluate(true, true)).toMatchObject({ gaps: [], concentrations: { pm25: { validDays: 30, usedDays: 25, gaps: [] } } });
  });

  it('leave no figure where every day was one', () => {
    const result = evaluatePeriod(seriesOf(daysWith(CLEAN, '2024-04-01..2024-04-03'), DUST), periodOf('2024-04-01..2024-04-03'), SETTINGS);
    expect(result).toMatchObject({
      concentrations: { pm25: null, pm10: null, o3: { usedDays: 3 } },
      compositeIndex: { complete: false, missing: ['pm10', 'pm25'] },
      gaps: [],
    });
  });
});
