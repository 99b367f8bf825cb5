import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dailyAqi, type DailyAqi } from '../../../../../../shared/domain/air/aqi/daily-aqi.ts';
import type { AqiStandard } from '../../../../../../shared/domain/air/standards/aqi-standard.ts';
import { HJ_633_2012 } from '../../../../../../shared/domain/air/standards/hj633-2012.ts';
import { HJ_633_2026 } from '../../../../../../shared/domain/air/standards/hj633-2026.ts';
import { categoryOf } from '../../../../../../shared/domain/air/standards/levels.ts';
import { POLLUTANTS, type Pollutant } from '../../../../../../shared/domain/air/standards/pollutants.ts';
import { fraction, fractionOf } from '../../../../../../shared/domain/numbers/fraction.ts';

type Texts = Readonly<Partial<Record<Pollutant, string>>>;

function aqiOf(texts: Texts, standard: AqiStandard, monitored: readonly Pollutant[] = POLLUTANTS, oneHour: string | null = null): DailyAqi {
  const value = (pollutant: Pollutant) => {
    const text = texts[pollutant];
    return text === undefined ? null : fractionOf(text);
  };
  return dailyAqi(
    {
      values: { so2: value('so2'), no2: value('no2'), co: value('co'), o3: value('o3'), pm10: value('pm10'), pm25: value('pm25') },
      o3OneHour: oneHour === null ? null : fractionOf(oneHour),
    },
    standard,
    monitored,
  );
}

const COMPLETE = { so2: '10', no2: '20', co: '0.8', o3: '90', pm10: '120', pm25: '60' } as const;

describe('the AQI of a day', () => {
  it('is the highest sub-index and names all pollutants that share it', () => {
    const day = aqiOf(COMPLETE, HJ_633_2026);
    expect(day).toMatchObject({ aqi: 100, primary: ['pm10', 'pm25'], status: 'published', missing: [] });
    expect(day.category?.name).toBe('良');
  });

  it('has no primary pollutant up to 50', () => {
    const both: readonly Pollutant[] = ['pm25', 'pm10'];
    expect(aqiOf({ pm25: '35', pm10: '50' }, HJ_633_2026, both)).toMatchObject({ aqi: 50, primary: [] });
    expect(aqiOf({ pm25: '36', pm10: '50' }, HJ_633_2026, both)).toMatchObject({ aqi: 52, primary: ['pm25'] });
  });

  it('with a pollutant missing is NA up to 100 under the 2026 rules, and stands under those of 2012', () => {
    const { pm10: _missing, ...rest } = COMPLETE;
    expect(aqiOf(rest, HJ_633_2026)).toMatchObject({
      aqi: null,
      partialAqi: 100,
      category: null,
      primary: [],
      status: 'na',
      missing: ['pm10'],
    });
    expect(aqiOf(rest, HJ_633_2012)).toMatchObject({
      aqi: 82,
      partialAqi: null,
      status: 'published',
      missing: ['pm10'],
      primary: ['pm25'],
    });
  });

  it('above 100 stands whatever is missing', () => {
    expect(aqiOf({ pm25: '61' }, HJ_633_2026)).toMatchObject({ aqi: 101, status: 'published', primary: ['pm25'] });
    expect(aqiOf({ pm25: '60' }, HJ_633_2026)).toMatchObject({ aqi: null, partialAqi: 100, status: 'na' });
  });

  it('of 60 and of 120 with a pollutant missing is NA and published', () => {
    expect(aqiOf({ pm10: '66', so2: '10' }, HJ_633_2026)).toMatchObject({ aqi: null, partialAqi: 62, status: 'na' });
    expect(aqiOf({ no2: '48' }, HJ_633_2026)).toMatchObject({ aqi: null, partialAqi: 60, status: 'na' });
    expect(aqiOf({ no2: '120' }, HJ_633_2026)).toMatchObject({ aqi: 120, status: 'published', primary: ['no2'] });
  });

  it('is not affected by a pollutant that is not monitored', () => {
    expect(aqiOf({ pm25: '40', pm10: '60' }, HJ_633_2026, ['pm25', 'pm10'])).toMatchObject({
      aqi: 60,
      status: 'published',
      missing: [],
      unmonitored: ['so2', 'no2', 'co', 'o3'],
    });
  });

  it('is not there when nothing was measured', () => {
    expect(aqiOf({}, HJ_633_2012)).toMatchObject({ aqi: null, category: null, status: 'none', used: [] });
  });

  it('falls into the printed categories', () => {
    expect([0, 50, 51, 100, 101, 150, 151, 200, 201, 300, 301, 500].map((aqi) => categoryOf(aqi).name)).toEqual([
      '优',
      '优',
      '良',
      '良',
      '轻度污染',
      '轻度污染',
      '中度污染',
      '中度污染',
      '重度污染',
      '重度污染',
      '严重污染',
      '严重污染',
    ]);
  });
});

describe('ozone beyond the 8-hour scale', () => {
  it('is 300 under the 2026 rules', () => {
    expect(aqiOf({ ...COMPLETE, o3: '801' }, HJ_633_2026)).toMatchObject({ aqi: 300, primary: ['o3'] });
    expect(aqiOf({ ...COMPLETE, o3: '801' }, HJ_633_2026).category?.level).toBe(5);
  });

  it('takes the 1-hour value under those of 2012', () => {
    expect(aqiOf({ ...COMPLETE, o3: '801' }, HJ_633_2012, POLLUTANTS, '1000')).toMatchObject({ aqi: 400, primary: ['o3'] });
    expect(aqiOf({ ...COMPLETE, o3: '801' }, HJ_633_2012, POLLUTANTS, '1300')).toMatchObject({ aqi: 500, primary: ['o3'] });
  });

  it('without it, or with one that cannot be, has a level and no number', () => {
    for (const oneHour of [null, '700', '849']) {
      const day = aqiOf({ ...COMPLETE, o3: '850' }, HJ_633_2012, POLLUTANTS, oneHour);
      expect(day).toMatchObject({ aqi: null, primary: ['o3'], status: 'published' });
      expect(day.category?.level).toBe(6);
    }
  });

  it('is 500 when another pollutant is at the end of the scale', () => {
    expect(aqiOf({ ...COMPLETE, o3: '801', pm25: '600' }, HJ_633_2012)).toMatchObject({ aqi: 500, primary: ['pm25'] });
  });
});

it('the AQI never falls when one concentration rises', () => {
  const concentration = fc.option(fc.integer({ min: 0, max: 7000 }), { nil: null });
  const day = fc.record({
    so2: concentration,
    no2: concentration,
    co: concentration,
    o3: concentration,
    pm10: concentration,
    pm25: concentration,
  });
  const comparable = (values: Readonly<Record<Pollutant, number | null>>, standard: AqiStandard): number => {
    const value = (pollutant: Pollutant) => {
      const tenths = values[pollutant];
      return tenths === null ? null : fraction(tenths, 10);
    };
    const { aqi, partialAqi, category } = dailyAqi(
      {
        values: { so2: value('so2'), no2: value('no2'), co: value('co'), o3: value('o3'), pm10: value('pm10'), pm25: value('pm25') },
        o3OneHour: null,
      },
      standard,
      POLLUTANTS,
    );
    return aqi ?? partialAqi ?? (category?.level === 6 ? 500 : -1);
  };
  fc.assert(
    fc.property(
      day,
      fc.constantFrom(...POLLUTANTS),
      fc.integer({ min: 0, max: 2000 }),
      fc.constantFrom(HJ_633_2012, HJ_633_2026),
      (values, pollutant, rise, standard) => {
        expect(comparable({ ...values, [pollutant]: (values[pollutant] ?? 0) + rise }, standard)).toBeGreaterThanOrEqual(
          comparable(values, standard),
        );
      },
    ),
    { numRuns: 500 },
  );
});
