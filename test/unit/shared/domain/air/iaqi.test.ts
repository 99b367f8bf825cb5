import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryOf, dailyAqi, dailyIaqi } from '../../../../../shared/domain/air/iaqi.ts';
import { AQI_STANDARDS, POLLUTANTS, type Pollutant, standardFor } from '../../../../../shared/domain/air/standards.ts';

const former = standardFor('2024-07-01');
const current = standardFor('2026-07-01');

const tenthsText = (tenths: number): string => `${Math.trunc(tenths / 10)}.${tenths % 10}`;

/** AQI as a number that can be compared; 501 where only the worst category is known, -1 where nothing is. */
function comparableAqi(values: Record<string, number | null>, date: string): number {
  const texts = Object.entries(values).map(([key, value]) => [key, value === null ? null : tenthsText(value)]);
  const result = dailyAqi(Object.fromEntries(texts), standardFor(date));
  return result.aqi ?? (result.category?.level === 6 ? 501 : -1);
}

describe('the standard of a day', () => {
  it('changes on 2026-03-01', () => {
    expect(standardFor('2026-02-28').id).toBe('HJ 633-2012');
    expect(standardFor('2026-03-01').id).toBe('HJ 633-2026');
    expect([former.qualityStandard, current.qualityStandard]).toEqual(['GB 3095-2012', 'GB 3095-2026']);
  });

  it('has breakpoints for every pollutant that rise from zero', () => {
    for (const standard of AQI_STANDARDS) {
      for (const pollutant of POLLUTANTS) {
        const limits = standard.breakpoints[pollutant];
        expect(limits[0]).toBe(0);
        expect(limits).toEqual(limits.toSorted((left, right) => left - right));
        expect(limits).toHaveLength(pollutant === 'o3' ? 6 : 8);
      }
    }
  });
});

describe('the daily sub-index', () => {
  // concentration, IAQI by HJ 633-2012, IAQI by HJ 633-2026
  const vectors: Record<Pollutant, [string, number | null, number][]> = {
    pm25: [
      ['0', 0, 0], ['12', 18, 18], ['35', 50, 50], ['36', 52, 52], ['50', 69, 80], ['60', 82, 100], ['61', 83, 101], ['75', 100, 114], ['76', 102, 115],
      ['100', 132, 137], ['115', 150, 150], ['116', 152, 152], ['150', 200, 200], ['151', 201, 201], ['251', 301, 301], ['500', 500, 500], ['600', 500, 500],
    ],
    pm10: [['51', 51, 51], ['100', 75, 86], ['120', 85, 100], ['121', 86, 101], ['150', 100, 112], ['151', 101, 112], ['251', 151, 151], ['420', 300, 300]],
    o3: [['101', 51, 51], ['161', 101, 101], ['186', 124, 124], ['216', 151, 151], ['266', 201, 201], ['800', 300, 300], ['801', null, 300]],
    no2: [['41', 52, 52], ['81', 101, 101]],
    so2: [['51', 51, 51], ['151', 101, 101]],
    co: [['0.9', 23, 23], ['2.1', 53, 53], ['2.2', 55, 55], ['4.1', 101, 101]],
  };

  for (const [pollutant, rows] of Object.entries(vectors) as [Pollutant, [string, number | null, number][]][]) {
    it.each(rows)(`of ${pollutant} %s is %s by the 2012 rules and %s by the 2026 rules`, (concentration, by2012, by2026) => {
      expect(dailyIaqi(pollutant, concentration, former)).toBe(by2012);
      expect(dailyIaqi(pollutant, concentration, current)).toBe(by2026);
    });
  }

  it('rounds the concentration half to even before the index is made', () => {
    expect(dailyIaqi('pm25', '35.5', former)).toBe(52);
    expect(dailyIaqi('pm25', '34.5', former)).toBe(dailyIaqi('pm25', '34', former));
    expect(dailyIaqi('co', '2.25', former)).toBe(55);
  });

  it('refuses a negative concentration', () => {
    expect(() => dailyIaqi('pm25', '-3', former)).toThrow(RangeError);
    expect(dailyIaqi('pm25', '-0.4', former)).toBe(0);
  });
});

describe('the AQI of a day', () => {
  it('is the highest sub-index and names all pollutants that share it', () => {
    const day = dailyAqi({ so2: '10', no2: '20', co: '0.8', o3: '90', pm10: '120', pm25: '60' }, current);
    expect(day).toMatchObject({ aqi: 100, primary: ['pm10', 'pm25'], publishable: true, missing: [] });
    expect(day.category?.name).toBe('良');
  });

  it('has no primary pollutant up to 50', () => {
    expect(dailyAqi({ pm25: '35', pm10: '50' }, current)).toMatchObject({ aqi: 50, primary: [] });
    expect(dailyAqi({ pm25: '36', pm10: '50' }, current)).toMatchObject({ aqi: 52, primary: ['pm25'] });
  });

  it('is made from the pollutants that are there, and is NA up to 100 when one is missing', () => {
    expect(dailyAqi({ pm25: '60', pm10: null }, former)).toMatchObject({ aqi: 82, used: ['pm25'], missing: ['so2', 'no2', 'co', 'o3', 'pm10'], publishable: false });
    expect(dailyAqi({ pm25: '100' }, former)).toMatchObject({ aqi: 132, publishable: true });
    expect(dailyAqi({}, former)).toMatchObject({ aqi: null, category: null, publishable: false });
  });

  it('is severe without a number when ozone leaves the 8-hour scale of 2012', () => {
    const day = dailyAqi({ pm25: '20', o3: '801' }, former);
    expect(day).toMatchObject({ aqi: null, primary: ['o3'] });
    expect(day.category?.level).toBe(6);
    expect(dailyAqi({ pm25: '20', o3: '801' }, current).aqi).toBe(300);
  });

  it('falls into the printed categories', () => {
    expect([0, 50, 51, 100, 101, 150, 151, 200, 201, 300, 301, 500].map((aqi) => categoryOf(aqi).name)).toEqual(
      ['优', '优', '良', '良', '轻度污染', '轻度污染', '中度污染', '中度污染', '重度污染', '重度污染', '严重污染', '严重污染']);
  });

  it('never falls when one concentration rises', () => {
    const concentration = fc.option(fc.integer({ min: 0, max: 7000 }), { nil: null });
    const day = fc.record(Object.fromEntries(POLLUTANTS.map((pollutant) => [pollutant, concentration])));
    fc.assert(fc.property(day, fc.constantFrom(...POLLUTANTS), fc.integer({ min: 0, max: 2000 }), fc.constantFrom('2024-01-01', '2026-03-01'), (values, pollutant, rise, date) => {
      const higher = { ...values, [pollutant]: (values[pollutant] ?? 0) + rise };
      expect(comparableAqi(higher, date)).toBeGreaterThanOrEqual(comparableAqi(values, date));
    }), { numRuns: 400 });
  });
});
