import { describe, expect, it } from 'vitest';
import { monthsOf } from '../../../../../../shared/domain/air/period.ts';
import type { StandardChoice } from '../../../../../../shared/domain/air/standards/evaluation-standard.ts';
import { evaluatePeriod } from '../../../../../../shared/domain/air/statistics/evaluate-period.ts';
import type { PeriodEvaluation } from '../../../../../../shared/domain/air/statistics/types.ts';
import type { PlaceDay } from '../../../../../../shared/domain/air/types.ts';
import { CLEAN, datesOf, dayOf, type DayValues, daysWith, firstDates, periodOf, SETTINGS, seriesOf } from '../place-days.ts';

const evaluate = (days: readonly PlaceDay[], text: string, standard: StandardChoice = 'byDate'): PeriodEvaluation =>
  evaluatePeriod(seriesOf(days), periodOf(text), { ...SETTINGS, standard });

const july = (...days: readonly DayValues[]): PeriodEvaluation =>
  evaluate(
    days.map((values, index) => dayOf(`2024-07-${String(index + 1).padStart(2, '0')}`, values)),
    '2024-07',
  );

/** A year of the given number of days with so many good ones, the others at 80 µg/m³. */
const ratioWith = (year: string, goodDays: number): string | null =>
  evaluate(
    datesOf(periodOf(year)).map((date, index) => dayOf(date, { pm25: index < goodDays ? '30' : '80' })),
    year,
    '2012',
  ).days.ratio;

describe('concentrations of a period', () => {
  it('average the daily values exactly and publish one decimal, half to even', () => {
    const result = evaluate(
      [...['30', '31', '31', '33'].map((pm25, index) => dayOf(`2024-07-0${index + 1}`, { pm25 })), dayOf('2024-08-01', { pm25: '300' })],
      '2024-07',
    );
    expect(result.concentrations.pm25?.mean).toEqual({ exact: '31.25', published: '31.2', judged: '31' });
    expect(result).toMatchObject({ calendarDays: 31, days: { valid: 4 } });
  });

  it('are rounded once: to publish and to judge from the exact mean', () => {
    // 35.46 → 35.5 → 36 would be two steps
    expect(july({ pm25: '35.46' }).concentrations.pm25?.mean).toEqual({ exact: '35.46', published: '35.5', judged: '35' });
    expect(july({ pm25: '32' }, { pm25: '33' }).concentrations.pm25?.mean.judged).toBe('32');
    expect(july({ pm25: '33' }, { pm25: '34' }).concentrations.pm25?.mean.judged).toBe('34');
    expect(july({ co: '0.8' }, { co: '0.9' }).concentrations.co?.mean.published).toBe('0.8');
  });

  it('take the percentile of HJ 663 附录A.6, of CO and O3 as the value of the period', () => {
    const values = [3, 4, 8, 2, 5, 4].map((value) => ({ o3: String(value), no2: String(value), co: String(value) }));
    const { concentrations } = july(...values);
    // k = 1 + 5 × 0.9 = 5.5: half way from 5 to 8
    expect(concentrations.o3?.percentile).toMatchObject({ p: 90, exact: '6.5', published: '6' });
    expect(concentrations.o3?.value).toEqual({ exact: '6.5', published: '6', judged: '6' });
    // k = 1 + 5 × 0.95 = 5.75 and 1 + 5 × 0.98 = 5.9
    expect(concentrations.co?.value.exact).toBe('7.25');
    expect(concentrations.no2?.percentile).toMatchObject({ p: 98, exact: '7.7' });
    expect(concentrations.no2?.value.exact).toBe(concentrations.no2?.mean.exact);
  });

  it('are judged in a calendar year by mean and percentile, and not in a shorter period', () => {
    const good = evaluate(daysWith(CLEAN, '2024'), '2024');
    expect(good).toMatchObject({
      allAttained: true,
      concentrations: {
        pm25: { attained: true, meanAttained: true, percentileAttained: true, exceedanceMultiple: null },
        o3: { attained: true, meanAttained: null },
      },
    });
    const month = evaluate(daysWith({ ...CLEAN, pm25: '42' }, '2024-07'), '2024-07');
    expect(month).toMatchObject({
      allAttained: null,
      concentrations: { pm25: { attained: null, ratio: { exact: '1.2', published: '1.20' } } },
    });
  });

  it('fail a year whose percentile is over the daily limit although the mean is not over the annual one', () => {
    const days = datesOf(periodOf('2024')).map((date, index) => dayOf(date, { ...CLEAN, pm25: index < 30 ? '90' : '20' }));
    expect(evaluate(days, '2024')).toMatchObject({
      allAttained: false,
      concentrations: {
        pm25: { attained: false, meanAttained: true, percentileAttained: false, daysOver: 30, overRate: { published: '8.2' } },
      },
    });
  });

  it('hold the judged value against the limit: 35.5 is 36 and fails 35, 35.4 is 35 and meets it', () => {
    const attained = (pm25: string): unknown => evaluate(daysWith({ ...CLEAN, pm25 }, '2024'), '2024').concentrations.pm25;
    expect(attained('35.4')).toMatchObject({ meanAttained: true, exceedanceMultiple: null });
    // (35.5 − 35) ÷ 35 = 0.0143
    expect(attained('35.5')).toMatchObject({ meanAttained: false, exceedanceMultiple: '0.03' });
    expect(attained('70')).toMatchObject({ attained: false, exceedanceMultiple: '1.00' });
  });

  it('leave a year unjudged that lacks data or a pollutant', () => {
    const short = evaluate(daysWith(CLEAN, '2024', firstDates('2024-07', 5)), '2024');
    expect(short).toMatchObject({ allAttained: null, concentrations: { pm25: { attained: null } } });
    expect(evaluate(daysWith({ pm25: '20' }, '2024'), '2024')).toMatchObject({
      allAttained: null,
      monitored: ['pm25'],
      concentrations: { pm25: { attained: true }, o3: null },
    });
  });

  it('count days over the daily limit as rounded for the AQI', () => {
    expect(july({ pm25: '75.4' }, { pm25: '75.5' }, { pm25: '76' }).concentrations.pm25).toMatchObject({
      daysOver: 2,
      overRate: { published: '66.7' },
    });
    expect(july({ co: '4.04' }, { co: '4.06' }).concentrations.co?.daysOver).toBe(1);
  });
});

describe('days of a period', () => {
  it('count when complete, and above 100 whatever is missing, PM2.5 too', () => {
    const complete = { pm25: '20', o3: '90', pm10: '40' };
    const result = july(
      complete,
      { pm25: '75' },
      { pm25: '76' },
      { pm25: '20', o3: '161' },
      { pm10: '40' },
      { pm25: '151' },
      { pm10: '360' },
    );
    // counted: complete 45, 76 → 102, 161 → 101, 151 → 201, 360 → 215; at most 100 of what is there: 75 → 100, 40 → 40
    expect(result.days).toMatchObject({ valid: 5, good: 1, ratio: '20.0', heavy: 2, heavyRatio: '40.0', byLevel: [1, 0, 2, 0, 2, 0] });
    expect(result.days).toMatchObject({ measured: 7, incomplete: 6, na: 2, pollutants: ['o3', 'pm10', 'pm25'] });
  });

  it('30 good days and one without PM2.5 whose O3 is at 137 are 30 of 31', () => {
    const good = datesOf(periodOf('2024-05')).slice(0, 30);
    const { pm25: _missing, ...rest } = CLEAN;
    const result = evaluate([...good.map((date) => dayOf(date, CLEAN)), dayOf('2024-05-31', { ...rest, o3: '200' })], '2024-05');
    expect(result.days).toMatchObject({ valid: 31, good: 30, ratio: '96.8', byLevel: [30, 0, 1, 0, 0, 0] });
  });

  it('are counted by primary pollutant, a tie for each of its pollutants', () => {
    const result = july({ pm25: '75', pm10: '150' }, { pm25: '36', pm10: '20' }, { pm25: '35', pm10: '50' });
    expect(result.days.byPrimary).toMatchObject({ pm25: 2, pm10: 1, o3: 0 });
    expect(result.days.byLevel).toEqual([1, 2, 0, 0, 0, 0]);
  });

  it('of HJ 633-2026 are valid when the AQI is published: NA is none, above 100 stands whatever is missing', () => {
    const result = evaluate(
      [dayOf('2026-07-01', CLEAN), dayOf('2026-07-02', { pm25: '30', pm10: '40' }), dayOf('2026-07-03', { pm10: '130' })],
      '2026-07',
    );
    expect(result.days).toMatchObject({ valid: 2, good: 1, na: 1, incomplete: 2, measured: 3, ratio: '50.0' });
  });

  it('of HJ 633-2026 do not lack what the place does not monitor in the year', () => {
    expect(evaluate(daysWith({ pm25: '30' }, '2026-07'), '2026-07').days).toMatchObject({ valid: 31, na: 0 });
    const withOzoneOnce = [...daysWith({ pm25: '30' }, '2026-07'), dayOf('2026-09-01', { o3: '20', pm25: '30' })];
    expect(evaluate(withOzoneOnce, '2026-07')).toMatchObject({ monitored: ['o3', 'pm25'], days: { valid: 0, na: 31, ratio: null } });
    const ozoneYearBefore = [...daysWith({ pm25: '30' }, '2026-07'), dayOf('2025-09-01', { o3: '20', pm25: '30' })];
    expect(evaluate(ozoneYearBefore, '2026-07')).toMatchObject({ monitored: ['pm25'], days: { valid: 31 } });
  });

  it('above 800 of O3 8 h are 严重污染 under HJ 633-2012 although the AQI is not known', () => {
    expect(july({ pm25: '20', o3: '801' }).days).toMatchObject({ valid: 1, good: 0, heavy: 1, byLevel: [0, 0, 0, 0, 0, 1] });
  });

  it.each([
    ['2024', 298, '81.4', '81.1'],
    ['2025', 305, '83.6', '83.3'],
    ['2027', 305, '83.6', '83.3'],
  ])('of %s need %i good ones for the target', (year, needed, enough, oneLess) => {
    expect([ratioWith(year, needed), ratioWith(year, needed - 1)]).toEqual([enough, oneLess]);
  });
});

describe('validity of a period', () => {
  it('asks 27 days a month, 25 in February', () => {
    const gaps = (text: string, month: string, missing: number): unknown =>
      evaluate(daysWith({ pm25: '30' }, text, firstDates(month, missing)), text).gaps;
    expect(gaps('2024-07', '2024-07', 4)).toEqual([]);
    expect(gaps('2024-07', '2024-07', 5)).toEqual([{ code: 'MONTH_DAYS_SHORT', month: '2024-07', validDays: 26, required: 27 }]);
    expect(gaps('2024', '2024-02', 4)).toEqual([]);
    expect(gaps('2024', '2024-02', 5)).toEqual([{ code: 'MONTH_DAYS_SHORT', month: '2024-02', validDays: 24, required: 25 }]);
    expect(gaps('2025-02', '2025-02', 3)).toEqual([]);
    expect(gaps('2025-02', '2025-02', 4)).toHaveLength(1);
  });

  it('asks 324 days of a year, and every month of it', () => {
    const missing = (perMonth: number): string[] => monthsOf(periodOf('2024')).flatMap(({ month }) => firstDates(month, perMonth));
    const gaps = (absent: readonly string[]): unknown => evaluate(daysWith({ pm25: '30' }, '2024', absent), '2024').gaps;
    // 366 − 12 × 3 = 330 is enough; 366 − 43 = 323 is not, although no month falls below its minimum
    expect(gaps(missing(3))).toEqual([]);
    const loss = { '01': 4, '02': 4, '03': 4, '04': 3, '05': 4, '06': 3, '07': 4, '08': 4, '09': 3, '10': 4, '11': 2, '12': 4 };
    const absent = Object.entries(loss).flatMap(([month, count]) => firstDates(`2024-${month}`, count));
    expect(absent).toHaveLength(43);
    expect(gaps(absent)).toEqual([{ code: 'YEAR_DAYS_SHORT', validDays: 323, required: 324 }]);
    expect(gaps(absent.slice(1))).toEqual([]);
  });

  it('lets a part of a month miss as many days as a whole one', () => {
    const gaps = (absent: number): unknown =>
      evaluate(daysWith({ pm25: '30' }, '2024-07-01..2024-07-10', firstDates('2024-07', absent)), '2024-07-01..2024-07-10').gaps;
    expect(gaps(4)).toEqual([]);
    expect(gaps(5)).toEqual([{ code: 'MONTH_DAYS_SHORT', month: '2024-07', validDays: 5, required: 6 }]);
  });

  it('is told for each pollutant', () => {
    const days = daysWith(CLEAN, '2024-07').map((day, index) => (index < 5 ? { ...day, values: { ...day.values, o3: null } } : day));
    const result = evaluate(days, '2024-07');
    expect(result.gaps).toEqual([]);
    expect(result.concentrations.o3).toMatchObject({ validDays: 26, gaps: [{ code: 'MONTH_DAYS_SHORT', validDays: 26 }] });
  });

  it('has no figure without a value', () => {
    expect(evaluate([], '2024-07')).toMatchObject({
      gaps: [{ code: 'NO_DATA' }],
      compositeIndex: null,
      monitored: [],
      standards: [],
      concentrations: { pm25: null },
      days: { valid: 0, ratio: null, heavyRatio: null, measured: 0 },
    });
  });
});
