import { describe, expect, it } from 'vitest';
import {
  forecastWords,
  levelName,
  missedWords,
  observedWords,
} from '../../../../../../renderer/features/monitoring/forecast/forecast-words.ts';

describe('a forecast in words', () => {
  it('gives interval, levels and primary pollutant, as far as it says them', () => {
    expect(forecastWords({ low: 85, high: 115, levels: [2, 3], primary: ['pm25'] })).toBe('AQI 85—115，良、轻度污染，PM2.5');
    expect(forecastWords({ low: null, high: 90, levels: [], primary: null })).toBe('AQI 90');
  });

  it('gives the observation, and says when it is the forecaster’s own', () => {
    const observed = { aqi: 120, level: 3, primary: ['o3' as const], standard: '2012' as const, source: 'monitoring' as const };
    expect(observedWords({ observed })).toBe('AQI 120，轻度污染，O3');
    expect(observedWords({ observed: { ...observed, aqi: null, primary: [], source: 'stated' } })).toBe('轻度污染（预报表自带）');
  });

  it('names what was missed only', () => {
    expect(
      missedWords({ outcome: { level: false, range25: true, interval: null, primary: false, primaryStrict: true, heavy: null } }),
    ).toBe('级别准确率、首要污染物准确率');
    expect(levelName(9)).toBe('—');
  });
});
