import { describe, expect, it } from 'vitest';
import {
  dayBeside,
  type IaqiStep,
  isMaximum,
  shortened,
  stepWords,
} from '../../../../../../renderer/features/monitoring/day/iaqi-words.ts';

const step: IaqiStep = {
  pollutant: 'pm25',
  exact: '47.291666666',
  rounded: '47',
  low: '35',
  high: '75',
  iaqiLow: 50,
  iaqiHigh: 100,
  iaqiExact: '65',
  iaqi: 65,
  clause: 'HJ 633-2012 4.2.1',
  state: 'present',
  stations: null,
  validHours: 24,
};

describe('calculation of a 分指数', () => {
  it('puts the numbers into formula (1)', () => {
    expect(stepWords(step).calculation).toBe('(100 − 50) ÷ (75 − 35) × (47 − 35) ＋ 50 ＝ 65');
    expect(stepWords(step)).toMatchObject({
      name: 'PM2.5',
      exact: '47.2916…',
      rounded: '47',
      breakpoints: '35～75',
      iaqiRange: '50～100',
      iaqi: '65',
      valid: '24',
    });
  });

  it('says why there is none', () => {
    const missing: IaqiStep = {
      ...step,
      exact: null,
      rounded: null,
      low: null,
      high: null,
      iaqiLow: null,
      iaqiHigh: null,
      iaqiExact: null,
      iaqi: null,
      state: 'missing',
      validHours: 12,
    };
    expect(stepWords(missing)).toMatchObject({ calculation: '缺测', iaqi: '—', breakpoints: '—' });
    expect(stepWords({ ...missing, state: 'unmonitored', validHours: null })).toMatchObject({ calculation: '未监测', valid: '—' });
  });

  it('marks every pollutant that has the largest one', () => {
    const steps = [
      step,
      { ...step, pollutant: 'o3' as const },
      { ...step, pollutant: 'co' as const, iaqi: 30 },
      { ...step, pollutant: 'so2' as const, iaqi: null },
    ];
    expect(steps.map((one) => isMaximum(one, steps))).toEqual([true, true, false, false]);
  });

  it('shows four decimals and that there are more', () => {
    expect([shortened('12'), shortened('12.3456'), shortened('12.34567')]).toEqual(['12', '12.3456', '12.3456…']);
  });
});

describe('day beside', () => {
  it('crosses the ends of month and year', () => {
    expect([dayBeside('2024-12-31', 1), dayBeside('2024-03-01', -1), dayBeside('2023-03-01', -1)]).toEqual([
      '2025-01-01',
      '2024-02-29',
      '2023-02-28',
    ]);
  });
});
