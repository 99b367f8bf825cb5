import { describe, expect, it } from 'vitest';
import { changeOf, type PeriodChange, rateOf } from '../../../../../../shared/domain/air/statistics/change.ts';
import { evaluatePeriod } from '../../../../../../shared/domain/air/statistics/evaluate-period.ts';
import { CLEAN, dayOf, type DayValues, daysWith, periodOf, SETTINGS, seriesOf } from '../place-days.ts';

const month = (text: string, values: DayValues): ReturnType<typeof evaluatePeriod> =>
  evaluatePeriod(seriesOf(daysWith(values, text)), periodOf(text), SETTINGS);
const change = (current: DayValues, earlier: DayValues): PeriodChange => changeOf(month('2024-07', current), month('2023-07', earlier));

describe('a change rate', () => {
  it('is (this − last) ÷ last in %, one decimal, worse when it rises', () => {
    expect(rateOf('32', '37.3')).toMatchObject({ published: '-14.2', course: 'better' });
    expect(rateOf('40', '32')).toEqual({ exact: '25', published: '25.0', course: 'worse' });
    expect(rateOf('32', '32')).toEqual({ exact: '0', published: '0.0', course: 'same' });
  });

  it('is reckoned from the unrounded figures, once', () => {
    // 30.04 and 30.05 are both published as 30.0; 30 → 30.15 is 0.5 %
    expect(rateOf('30.15', '30')?.published).toBe('0.5');
    expect(rateOf('30.075', '30')?.published).toBe('0.2');
    expect(rateOf('30.105', '30')?.published).toBe('0.4');
  });

  it('is the same when it prints 0.0', () => {
    expect(rateOf('30.01', '30')).toMatchObject({ published: '0.0', course: 'same' });
    expect(rateOf('29.99', '30')).toMatchObject({ published: '0.0', course: 'same' });
  });

  it('is none from 0 and none without a figure', () => {
    expect([rateOf('3', '0'), rateOf(undefined, '3'), rateOf('3', undefined)]).toEqual([null, null, null]);
  });
});

describe('the change of a period', () => {
  it('gives rates of concentrations and index, and differences of ratios and days', () => {
    const result = change({ ...CLEAN, pm25: '36' }, { ...CLEAN, pm25: '80' });
    expect(result).toMatchObject({
      concentrations: { pm25: { published: '-55.0', course: 'better' }, no2: { published: '0.0', course: 'same' } },
      compositeIndex: { course: 'better' },
      goodRatio: { exact: '100', published: '100.0', course: 'better' },
      heavyRatio: { published: '0.0', course: 'same' },
      goodDays: { days: 31, course: 'better' },
      heavyDays: { days: 0, course: 'same' },
      acrossStandards: false,
    });
  });

  it('calls more heavily polluted days worse', () => {
    expect(change({ ...CLEAN, pm25: '160' }, CLEAN)).toMatchObject({
      heavyDays: { days: 31, course: 'worse' },
      heavyRatio: { published: '100.0', course: 'worse' },
      goodDays: { days: -31, course: 'worse' },
    });
  });

  it('takes the percentile of CO and O3', () => {
    const days = (base: number): ReturnType<typeof dayOf>[] =>
      daysWith(CLEAN, '2024-07').map((day, index) => dayOf(day.date, { ...CLEAN, o3: String(base + index) }));
    const [low, high] = [100, 200].map((base) => evaluatePeriod(seriesOf(days(base)), periodOf('2024-07'), SETTINGS));
    if (low === undefined || high === undefined) throw new Error('two periods');
    // 90th percentiles 127 and 227
    expect(changeOf(high, low).concentrations.o3?.published).toBe('78.7');
  });

  it('does not compare indices of different pollutants, nor what one period lacks', () => {
    const result = change({ pm25: '30' }, CLEAN);
    expect(result).toMatchObject({ compositeIndex: null, concentrations: { o3: null, pm25: { published: '0.0' } } });
    expect(change({ pm25: '30', pm10: '40' }, { pm25: '60', pm10: '80' }).compositeIndex?.published).toBe('-50.0');
    expect(change({}, CLEAN)).toMatchObject({ goodDays: null, goodRatio: null, compositeIndex: null });
  });

  it('says when the two periods are judged by different standards', () => {
    expect(changeOf(month('2026-07', CLEAN), month('2025-07', CLEAN)).acrossStandards).toBe(true);
    expect(changeOf(month('2026-02', CLEAN), month('2025-02', CLEAN)).acrossStandards).toBe(false);
  });
});
