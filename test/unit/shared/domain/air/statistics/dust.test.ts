import { describe, expect, it } from 'vitest';
import { evaluatePeriod } from '../../../../../../shared/domain/air/statistics/evaluate-period.ts';
import type { PeriodEvaluation } from '../../../../../../shared/domain/air/statistics/types.ts';
import type { DustDayMode } from '../../../../../../shared/domain/air/types.ts';
import { CLEAN, dayOf, daysWith, firstDates, periodOf, SETTINGS, seriesOf } from '../place-days.ts';

// the first five days of April are dusty: PM10 600 and PM2.5 180, ozone as everywhere
const DUST = firstDates('2024-04', 5);
const DAYS = [...DUST.map((date) => dayOf(date, { ...CLEAN, pm10: '600', pm25: '180', o3: '170' })), ...daysWith(CLEAN, '2024-04', DUST)];
const evaluate = (concentrations: boolean, days: DustDayMode): PeriodEvaluation =>
  evaluatePeriod(seriesOf(DAYS, [...DUST, '2024-05-01']), periodOf('2024-04'), { ...SETTINGS, dust: { concentrations, days } });

describe('dust days', () => {
  it('have two switches, for concentrations and for day counts', () => {
    const figures = ([concentrations, days]: readonly [boolean, DustDayMode]): unknown[] => {
      const result = evaluate(concentrations, days);
      return [result.concentrations.pm25?.mean.exact, result.days.valid, result.days.good, result.days.heavy];
    };
    // (5 × 180 + 25 × 30) ÷ 30
    expect(figures([false, 'kept'])).toEqual(['55', 30, 25, 5]);
    expect(figures([true, 'kept'])).toEqual(['30', 30, 25, 5]);
    expect(figures([false, 'left-out'])).toEqual(['55', 25, 25, 0]);
    expect(figures([true, 'left-out'])).toEqual(['30', 25, 25, 0]);
    // What is left of the day is ozone of 170, IAQI 109: no good day, and no heavy one.
    expect(figures([false, 'without-pm'])).toEqual(['55', 30, 25, 0]);
    expect(figures([true, 'without-pm'])).toEqual(['30', 30, 25, 0]);
  });

  it('lose their PM10 and PM2.5 only; gases stay', () => {
    const [kept, removed] = [evaluate(false, 'kept'), evaluate(true, 'kept')];
    expect(removed.concentrations.pm10).toMatchObject({ usedDays: 25, daysOver: 0, mean: { exact: '40' } });
    expect(kept.concentrations.pm10).toMatchObject({ usedDays: 30, daysOver: 5 });
    expect(removed.concentrations.o3).toMatchObject({ usedDays: 30, daysOver: 5 });
    expect(removed.concentrations.o3?.value).toEqual(kept.concentrations.o3?.value);
  });

  it('are shown in all versions whatever the switches say', () => {
    const both = evaluate(false, 'kept').dust;
    for (const [concentrations, days] of [
      [true, 'kept'],
      [false, 'left-out'],
      [true, 'left-out'],
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
    expect(evaluate(true, 'kept').compositeIndex?.exact).toBe(both.withoutDust.compositeIndex?.exact);
    expect(evaluate(false, 'kept').compositeIndex?.exact).toBe(both.withDust.compositeIndex?.exact);
  });

  it('are counted in three ways: of 27 good days and 3 of dust, one of them with ozone over its limit too', () => {
    const dates = firstDates('2024-04', 3);
    const dusty = dates.map((date, index) => dayOf(date, { ...CLEAN, pm10: '600', pm25: '180', o3: index === 0 ? '170' : '100' }));
    const ratio = (days: DustDayMode) => {
      const series = seriesOf([...dusty, ...daysWith(CLEAN, '2024-04', dates)], dates);
      const figures = evaluatePeriod(series, periodOf('2024-04'), { ...SETTINGS, dust: { concentrations: true, days } }).days;
      return [figures.good, figures.valid, figures.ratio];
    };
    expect(ratio('kept')).toEqual([27, 30, '90.0']);
    expect(ratio('without-pm')).toEqual([29, 30, '96.7']);
    expect(ratio('left-out')).toEqual([27, 27, '100.0']);
  });

  it('are no days at all without PM where nothing else was measured, and name another primary pollutant where something was', () => {
    const only = firstDates('2024-04', 2).map((date) => dayOf(date, { pm10: '600', pm25: '180' }));
    const dusty = (days: readonly ReturnType<typeof dayOf>[]) =>
      evaluatePeriod(seriesOf(days, firstDates('2024-04', 2)), periodOf('2024-04'), {
        ...SETTINGS,
        dust: { concentrations: true, days: 'without-pm' },
      }).days;
    expect(dusty(only)).toMatchObject({ measured: 0, valid: 0 });
    const ozone = firstDates('2024-04', 2).map((date) => dayOf(date, { ...CLEAN, pm10: '600', pm25: '180', o3: '170' }));
    expect(dusty(ozone)).toMatchObject({ valid: 2, good: 0, byPrimary: { o3: 2, pm10: 0, pm25: 0 } });
  });

  it('do not make a month invalid: it was measured, and then taken out', () => {
    expect(evaluate(true, 'left-out')).toMatchObject({ gaps: [], concentrations: { pm25: { validDays: 30, usedDays: 25, gaps: [] } } });
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
