import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastAccuracy } from '../../../../../../shared/domain/air/forecast/forecast-accuracy.ts';
import type {
  Forecast,
  ForecastAccuracy,
  ForecastMetric,
  ForecastSettings,
  LeadAccuracy,
} from '../../../../../../shared/domain/air/forecast/types.ts';
import { POLLUTANTS } from '../../../../../../shared/domain/air/standards/pollutants.ts';
import type { PlaceDay } from '../../../../../../shared/domain/air/types.ts';
import { dayOf, type DayValues } from '../place-days.ts';

const SETTINGS: ForecastSettings = { range: 'middle' };

const forecast = (given: Partial<Forecast> = {}): Forecast => ({
  source: 'B2',
  published: '2024-07-01',
  date: '2024-07-02',
  leadDays: null,
  low: null,
  high: null,
  levels: [],
  primary: null,
  stated: null,
  ...given,
});

const accuracy = (forecasts: readonly Forecast[], days: readonly PlaceDay[], settings = SETTINGS): ForecastAccuracy =>
  forecastAccuracy(forecasts, { days, monitored: [{ from: '', items: ['pm25'] }] }, settings);

/** PM2.5 that gives the AQI under HJ 633-2012: 45 → 63, 75 → 100, 115 → 150, 150 → 200, 151 → 201. */
const observed = (values: DayValues): PlaceDay[] => [dayOf('2024-07-02', values)];

const outcome = (given: Partial<Forecast>, values: DayValues, settings = SETTINGS): Record<ForecastMetric, boolean | null> | undefined =>
  accuracy([forecast(given)], observed(values), settings).days[0]?.outcome;

const metric = (lead: LeadAccuracy | undefined, name: ForecastMetric): unknown[] => {
  const found = lead?.metrics.find((entry) => entry.metric === name);
  return [found?.right, found?.judged, found?.rate];
};

describe('the level of a forecast', () => {
  it('is right when it is the observed one, of two levels when either is', () => {
    expect(outcome({ levels: [2] }, { pm25: '75' })?.level).toBe(true);
    expect(outcome({ levels: [2] }, { pm25: '76' })?.level).toBe(false);
    expect(outcome({ levels: [2, 3] }, { pm25: '76' })?.level).toBe(true);
    expect(outcome({ levels: [2, 3] }, { pm25: '35' })?.level).toBe(false);
  });

  it('is that of its AQI where it names none', () => {
    expect(outcome({ low: 90, high: 110 }, { pm25: '76' })?.level).toBe(true);
    expect(outcome({ low: 90, high: 100 }, { pm25: '76' })?.level).toBe(false);
    expect(outcome({ low: 101, high: 101 }, { pm25: '76' })?.level).toBe(true);
    expect(outcome({ low: 600, high: 600 }, { pm25: '400' })?.level).toBe(true);
    expect(outcome({ primary: ['pm25'] }, { pm25: '76' })?.level).toBeNull();
  });
});

describe('the range of a forecast', () => {
  it('is 0.75 to 1.25 times a single value, both ends included', () => {
    // AQI 75 of PM2.5 55, AQI 125 of 95, AQI 74 of 54, AQI 127 of 96
    const right = (pm25: string): unknown => outcome({ low: 100, high: 100 }, { pm25 })?.range25;
    expect(['55', '95', '54', '96'].map(right)).toEqual([true, true, false, false]);
  });

  it('of an interval is about its middle, or beyond both of its ends', () => {
    // interval 80–120: middle 75–125, ends 60–150; AQI 150 of PM2.5 115
    expect(outcome({ low: 80, high: 120 }, { pm25: '115' })?.range25).toBe(false);
    expect(outcome({ low: 80, high: 120 }, { pm25: '115' }, { range: 'ends' })?.range25).toBe(true);
    expect(outcome({ low: 80, high: 120 }, { pm25: '116' }, { range: 'ends' })?.range25).toBe(false);
  });

  it('has the interval itself as another metric, which a single value does not have', () => {
    expect(outcome({ low: 60, high: 100 }, { pm25: '75' })?.interval).toBe(true);
    expect(outcome({ low: 60, high: 99 }, { pm25: '75' })?.interval).toBe(false);
    expect(outcome({ low: 100, high: 100 }, { pm25: '75' })?.interval).toBeNull();
    expect(outcome({ levels: [2] }, { pm25: '75' })).toMatchObject({ range25: null, interval: null });
  });
});

describe('the primary pollutant of a forecast', () => {
  const tie = { pm25: '75', pm10: '150' };

  it('is right when any observed one is among those of the forecast; strictly when they are the same', () => {
    expect(outcome({ primary: ['pm25'] }, tie)).toMatchObject({ primary: true, primaryStrict: false });
    expect(outcome({ primary: ['pm10', 'pm25'] }, tie)).toMatchObject({ primary: true, primaryStrict: true });
    expect(outcome({ primary: ['o3', 'pm25'] }, { pm25: '75' })).toMatchObject({ primary: true, primaryStrict: false });
    expect(outcome({ primary: ['o3'] }, tie)).toMatchObject({ primary: false, primaryStrict: false });
  });

  it('is judged on days above 50 only, and not where the forecast does not say', () => {
    expect(outcome({ levels: [1], primary: ['pm25'] }, { pm25: '35' })).toMatchObject({ primary: null, primaryStrict: null });
    expect(outcome({ levels: [2], primary: null }, { pm25: '36' })?.primary).toBeNull();
    expect(outcome({ levels: [2], primary: [] }, { pm25: '36' })?.primary).toBe(false);
  });
});

describe('heavy pollution', () => {
  it('is judged over the days above 200, and false alarms are counted', () => {
    expect(outcome({ levels: [5] }, { pm25: '151' })?.heavy).toBe(true);
    expect(outcome({ levels: [4, 5] }, { pm25: '151' })?.heavy).toBe(true);
    expect(outcome({ levels: [4] }, { pm25: '151' })?.heavy).toBe(false);
    expect(outcome({ levels: [5] }, { pm25: '150' })?.heavy).toBeNull();
    expect(accuracy([forecast({ levels: [5] })], observed({ pm25: '150' })).all.falseAlarms).toBe(1);
    expect(accuracy([forecast({ levels: [4, 5] })], observed({ pm25: '150' })).all.falseAlarms).toBe(0);
  });

  it('by O3 8 h above 800 under HJ 633-2012 has a level and no AQI', () => {
    expect(outcome({ levels: [6], low: 300, high: 400 }, { pm25: '30', o3: '801' })).toMatchObject({
      level: true,
      heavy: true,
      range25: null,
      interval: null,
    });
  });
});

describe('accuracy', () => {
  const days = [dayOf('2024-07-02', { pm25: '30' }), dayOf('2024-07-03', { pm25: '60' }), dayOf('2024-07-04', { pm25: '100' })];

  it('is the share of right days by lead time and by observed level', () => {
    const result = accuracy(
      [
        forecast({ source: '1', published: '2024-07-01', date: '2024-07-02', levels: [1] }),
        forecast({ source: '2', published: '2024-07-02', date: '2024-07-03', levels: [1] }),
        forecast({ source: '3', published: '2024-07-03', date: '2024-07-04', levels: [3] }),
        forecast({ source: '4', published: '2024-07-01', date: '2024-07-03', levels: [2] }),
        forecast({ source: '5', published: '2024-07-01', date: '2024-07-04', levels: [2] }),
      ],
      days,
    );
    expect(result.leads.map((lead) => [lead.leadDays, lead.days, metric(lead, 'level')])).toEqual([
      [1, 3, [2, 3, '66.7']],
      [2, 1, [1, 1, '100.0']],
      [3, 1, [0, 1, '0.0']],
    ]);
    expect(metric(result.all, 'level')).toEqual([3, 5, '60.0']);
    expect(result.all.byLevel.map(({ level, days: number, metrics }) => [level, number, metrics[0]?.rate])).toEqual([
      [1, 1, '100.0'],
      [2, 2, '50.0'],
      [3, 2, '50.0'],
    ]);
    expect(result.wrong.map(({ source }) => source)).toEqual(['2', '5']);
    expect(metric(result.all, 'range25')).toEqual([0, 0, null]);
  });

  it('has only days with both a forecast and a valid observation', () => {
    const result = accuracy(
      [
        forecast({ source: '1', levels: [1] }),
        forecast({ source: '2', date: '2024-07-09', levels: [1] }),
        forecast({ source: '3', date: '2024-07-05', levels: [1] }),
        forecast({ source: '4', date: '2024-07-03' }),
      ],
      [...days, dayOf('2024-07-05', { pm10: '30' })],
    );
    expect(result.days.map(({ source }) => source)).toEqual(['1']);
    expect(result.leftOut.map(({ source, reason }) => [source, reason])).toEqual([
      ['4', 'empty'],
      ['3', 'observationNa'],
      ['2', 'noObservation'],
    ]);
  });

  it('takes the stated observation where nothing was monitored', () => {
    const stated = { aqi: 120, primary: ['o3' as const] };
    const result = accuracy(
      [forecast({ date: '2024-07-09', levels: [3], primary: ['o3'], stated }), forecast({ date: '2024-07-02', levels: [1], stated })],
      days,
    );
    expect(result.days.map(({ observed: seen }) => [seen.source, seen.level])).toEqual([
      ['monitoring', 1],
      ['stated', 3],
    ]);
    expect(result.days[1]?.outcome).toMatchObject({ level: true, primary: true });
  });

  it('counts the latest forecast published before the day, for each lead time', () => {
    const result = accuracy(
      [
        forecast({ source: 'late', published: '2024-07-02 08:00', leadDays: 1, levels: [1] }),
        forecast({ source: 'evening', published: '2024-07-01 20:00', levels: [1] }),
        forecast({ source: 'noon', published: '2024-07-01 12:00', levels: [2] }),
        forecast({ source: 'two days', published: '2024-06-30', levels: [2] }),
      ],
      days,
    );
    expect(result.days.map(({ source, leadDays }) => [source, leadDays])).toEqual([
      ['evening', 1],
      ['two days', 2],
    ]);
    expect(result.leftOut.map(({ source, reason }) => [source, reason])).toEqual([
      ['late', 'notBefore'],
      ['noon', 'superseded'],
    ]);
  });

  it('has a day without PM2.5 whose AQI is above 100, which stands whatever is missing', () => {
    const seen = (pm10: string): unknown =>
      accuracy([forecast({ levels: [3] })], observed({ pm10 })).days.map(({ observed: one }) => [one.aqi, one.level]);
    expect([seen('160'), seen('140')]).toEqual([[[105, 3]], []]);
  });

  it('chooses the same of two forecasts of one time, whichever stands first', () => {
    const [one, other] = [forecast({ source: 'B2', levels: [1] }), forecast({ source: 'B3', levels: [2] })];
    expect(
      [accuracy([one, other], days), accuracy([other, one], days)].map((result) => [result.days[0]?.source, result.leftOut[0]?.source]),
    ).toEqual([
      ['B3', 'B2'],
      ['B3', 'B2'],
    ]);
  });

  it('does not depend on the order of the rows', () => {
    const rows = [0, 1, 2, 3, 4, 5].map((number) =>
      forecast({
        source: String(number),
        published: number % 2 === 0 ? '2024-07-01' : '2024-06-30',
        date: `2024-07-0${2 + (number % 3)}`,
        levels: [1 + (number % 3)],
      }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(accuracy(shuffled, days)).toEqual(accuracy(rows, days));
      }),
    );
  });
});

describe('the date of a forecast', () => {
  it('decides the standard: published before 2026-03-01 it is judged with the levels of 2012', () => {
    // PM2.5 70 is 良 by HJ 633-2012 and 轻度污染 by HJ 633-2026
    const day = [dayOf('2026-03-01', { pm25: '70' })];
    const seen = (published: string, date = '2026-03-01'): unknown =>
      accuracy([forecast({ published, date, levels: [2] })], date === '2026-03-01' ? day : [dayOf(date, { pm25: '70' })]).days.map(
        ({ observed: one, outcome: result }) => [one.standard, one.level, result.level],
      );
    expect(seen('2026-02-28 17:00')).toEqual([['2012', 2, true]]);
    expect(seen('2026-03-01', '2026-03-02')).toEqual([['2026', 3, false]]);
    expect(seen('2026-02-27', '2026-03-02')).toEqual([['2012', 2, true]]);
  });

  it('leaves out a day that does not count, and judges one above 100 whatever it lacks, by that standard', () => {
    const seen = (published: string, pm25: string): unknown =>
      forecastAccuracy(
        [forecast({ published, date: '2026-03-01', levels: [2] })],
        { days: [dayOf('2026-03-01', { pm25 })], monitored: [{ from: '', items: POLLUTANTS }] },
        SETTINGS,
      );
    // 76 is over 100 by the old breakpoints, 70 is not.
    expect(seen('2026-02-28', '76')).toMatchObject({ days: [{ observed: { standard: '2012', aqi: 102 } }], leftOut: [] });
    expect(seen('2026-02-28', '70')).toMatchObject({ days: [], leftOut: [{ reason: 'observationNa' }] });
    expect(
      forecastAccuracy(
        [forecast({ published: '2026-03-01', date: '2026-03-02', levels: [2] })],
        { days: [dayOf('2026-03-02', { pm25: '50' })], monitored: [{ from: '', items: POLLUTANTS }] },
        SETTINGS,
      ),
    ).toMatchObject({ days: [], leftOut: [{ reason: 'observationNa' }] });
  });
});
