import { describe, expect, it } from 'vitest';
import { forecastAccuracy } from '../../../../../../shared/domain/air/forecast/forecast-accuracy.ts';
import type { Forecast } from '../../../../../../shared/domain/air/forecast/types.ts';
import { dayOf } from '../place-days.ts';

const forecast = (day: number, low: number | null, high = low, given: Partial<Forecast> = {}): Forecast => ({
  source: `B${day}`,
  published: `2024-07-${String(day - 1).padStart(2, '0')}`,
  date: `2024-07-${String(day).padStart(2, '0')}`,
  leadDays: null,
  low,
  high,
  levels: [],
  primary: null,
  stated: null,
  ...given,
});

/** PM2.5 that gives the AQI under HJ 633-2012: 45 → 63, 75 → 100, 115 → 150, 150 → 200. */
const days = [45, 115, 75, 150, 45].map((pm25, index) => dayOf(`2024-07-0${index + 1}`, { pm25: String(pm25) }));

const skillOf = (...forecasts: readonly Forecast[]) =>
  forecastAccuracy(forecasts, { days, monitored: [{ from: '', items: ['pm25'] }] }, { range: 'middle' }).all.skill;

describe('scores of forecasts', () => {
  it('are those of hand: bias, root mean square, within half and twice', () => {
    // Errors: 120 − 150, 130 − 100, 90 − 200: mean −110/3, squares 900 + 900 + 12100.
    const { forecast: scores } = skillOf(forecast(2, 110, 130), forecast(3, 130), forecast(4, 90));
    expect(scores).toMatchObject({ pairs: 3, days: 3 });
    expect(scores.bias?.published).toBe('-36.7');
    expect(scores.rmse?.published).toBe('68.1');
    // 90 is less than half of 200.
    expect(scores.factor2?.published).toBe('66.7');
  });

  it('count polluted days that were met, missed and announced in vain', () => {
    const { forecast: scores } = skillOf(forecast(2, 120), forecast(3, 130), forecast(4, 90), forecast(5, 60));
    expect([scores.hits, scores.misses, scores.falseAlarms]).toEqual([1, 1, 1]);
    expect([scores.hitRate?.published, scores.falseAlarmRatio?.published]).toEqual(['50.0', '50.0']);
  });

  it('stand beside those of whoever says that the day will be as the day of publication', () => {
    // 63 → 150, 150 → 100, 100 → 200, 200 → 63.
    const { persistence } = skillOf(forecast(2, 120), forecast(3, 130), forecast(4, 90), forecast(5, 60));
    expect([persistence.hits, persistence.misses, persistence.falseAlarms]).toEqual([0, 2, 2]);
    expect(persistence.bias?.published).toBe('0.0');
    // 87² + 50² + 100² + 137² = 38838; divided by 4 and its root.
    expect(persistence.rmse?.published).toBe('98.5');
  });

  it('look as far back as the forecast was ahead, and leave out what was not observed', () => {
    const ahead = skillOf(forecast(4, 90, 90, { leadDays: 3, published: '2024-07-01' }));
    expect(ahead.persistence).toMatchObject({ pairs: 1, bias: { published: '-137.0' } });
    expect(skillOf(forecast(1, 60, 60, { published: '2024-06-30' })).persistence).toMatchObject({ pairs: 0, bias: null, hitRate: null });
  });

  it('take levels where no AQI is said, and say nothing of an error then', () => {
    const { forecast: scores } = skillOf(forecast(2, null, null, { levels: [3] }), forecast(3, null, null, { levels: [2, 3] }));
    expect([scores.days, scores.hits, scores.falseAlarms, scores.pairs, scores.rmse]).toEqual([2, 1, 0, 0, null]);
  });

  it('are given by month as well', () => {
    const { months } = forecastAccuracy(
      [forecast(2, 120), forecast(3, 130)],
      { days, monitored: [{ from: '', items: ['pm25'] }] },
      { range: 'middle' },
    );
    expect(months.map(({ month, days: counted }) => [month, counted])).toEqual([['2024-07', 2]]);
  });
});
