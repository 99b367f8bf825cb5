import { describe, expect, it } from 'vitest';
import { daysOfMonth, monthsOf, parsePeriod, previousPeriod } from '../../../../../shared/domain/air/period.ts';
import { type AirDay, periodStatistics } from '../../../../../shared/domain/air/statistics.ts';

const JULY = { from: '2024-07-01', to: '2024-07-31' };
const YEAR = { from: '2024-01-01', to: '2024-12-31' };

/** Days of a period with the same PM2.5, without the listed dates. */
function daysWith(pm25: string, period: { from: string; to: string }, absent: readonly string[] = []): AirDay[] {
  return monthsOf(period)
    .flatMap(({ month }) => Array.from({ length: daysOfMonth(month) }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`))
    .filter((date) => !absent.includes(date))
    .map((date) => ({ date, values: { pm25 } }));
}

/** Published ratio of a leap year with so many good days, the others at 80 µg/m³. */
function ratioWith(goodDays: number): string | null {
  const days = daysWith('30', YEAR).map((day, index) => (index < goodDays ? day : { ...day, values: { pm25: '80' } }));
  return periodStatistics(days, YEAR).goodDayRatio;
}

/** The first so many dates of a month. */
const first = (month: string, count: number): string[] => Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);

describe('a period', () => {
  it('is read from a year or a month', () => {
    expect(parsePeriod('2024')).toEqual(YEAR);
    expect(parsePeriod('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(parsePeriod('2025-02')?.to).toBe('2025-02-28');
    expect(['2024-13', '24', '2024-7', '2024-07-01', ''].map(parsePeriod)).toEqual([null, null, null, null, null]);
  });

  it('is read from the months of a year up to one of them', () => {
    expect(parsePeriod('2024-01..2024-07')).toEqual({ from: '2024-01-01', to: '2024-07-31' });
    expect(parsePeriod('2024-01..2024-01')).toEqual(parsePeriod('2024-01'));
    expect(parsePeriod('2024-01..2024-12')).toEqual(YEAR);
    expect(['2024-02..2024-07', '2024-01..2025-02', '2024-01..2024-13', '2024-01..07', '2024..2024-07', '2024-01-2024-07'].map(parsePeriod)).toEqual([null, null, null, null, null, null]);
  });

  it('has one before it: the month before, the same months less the last, the year before', () => {
    expect(['2024-07', '2024-01', '2024', '2024-01..2024-07', '2024-01..2024-02'].map(previousPeriod)).toEqual(['2024-06', '2023-12', '2023', '2024-01..2024-06', '2024-01..2024-01']);
    expect(['2024-01..2024-01', 'July'].map(previousPeriod)).toEqual([null, null]);
  });
});

describe('period statistics', () => {
  it('averages the valid days exactly and publishes one decimal, half to even', () => {
    const result = periodStatistics([
      { date: '2024-07-01', values: { pm25: '30' } },
      { date: '2024-07-02', values: { pm25: '31' } },
      { date: '2024-07-03', values: { pm25: '31' } },
      { date: '2024-07-04', values: { pm25: '33' } },
      { date: '2024-08-01', values: { pm25: '300' } },
    ], JULY);
    expect(result).toMatchObject({ validDays: 4, pm25MeanExact: '31.25', pm25Mean: '31.2', calendarDays: 31 });
  });

  it('counts good days over valid days only: a day without PM2.5 is not valid', () => {
    const result = periodStatistics([
      { date: '2024-07-01', values: { pm25: '75' } },
      { date: '2024-07-02', values: { pm25: '76' } },
      { date: '2024-07-03', values: { pm25: '20', o3: '161' } },
      { date: '2024-07-04', values: { pm10: '40' } },
      { date: '2024-07-05', values: { pm25: '151' } },
      { date: '2024-07-06', values: { pm10: '360' } },
    ], JULY);
    expect(result).toMatchObject({ validDays: 4, goodDays: 1, goodDayRatio: '25.0', heavyDays: 2, pollutants: ['o3', 'pm25'] });
  });

  it('judges each day by the standard in force on it', () => {
    const result = periodStatistics([{ date: '2026-02-28', values: { pm25: '70' } }, { date: '2026-03-01', values: { pm25: '70' } }], { from: '2026-01-01', to: '2026-12-31' });
    expect(result).toMatchObject({ goodDays: 1, standards: ['HJ 633-2012', 'HJ 633-2026'] });
  });

  it('says which month lacks days: 27 a month, 25 in February', () => {
    expect(periodStatistics(daysWith('30', JULY, first('2024-07', 4)), JULY).gaps).toEqual([]);
    expect(periodStatistics(daysWith('30', JULY, first('2024-07', 5)), JULY).gaps).toEqual([{ code: 'MONTH_DAYS_SHORT', month: '2024-07', validDays: 26, required: 27 }]);
    expect(periodStatistics(daysWith('30', YEAR, first('2024-02', 4)), YEAR).gaps).toEqual([]);
    expect(periodStatistics(daysWith('30', YEAR, first('2024-02', 5)), YEAR).gaps).toEqual([{ code: 'MONTH_DAYS_SHORT', month: '2024-02', validDays: 24, required: 25 }]);
  });

  it('asks 324 days of a year, and every month of it', () => {
    const missing = (perMonth: number): string[] => monthsOf(YEAR).flatMap(({ month }) => first(month, perMonth));
    // 366 − 12 × 3 = 330 is enough; 366 − 43 = 323 is not, although no month falls below its minimum
    expect(periodStatistics(daysWith('30', YEAR, missing(3)), YEAR).gaps).toEqual([]);
    const loss = { '01': 4, '02': 4, '03': 4, '04': 3, '05': 4, '06': 3, '07': 4, '08': 4, '09': 3, '10': 4, '11': 2, '12': 4 };
    const absent = Object.entries(loss).flatMap(([month, count]) => first(`2024-${month}`, count));
    expect(absent).toHaveLength(43);
    expect(periodStatistics(daysWith('30', YEAR, absent), YEAR).gaps).toEqual([{ code: 'YEAR_DAYS_SHORT', validDays: 323, required: 324 }]);
  });

  it('has no mean and no ratio without a valid day', () => {
    expect(periodStatistics([], JULY)).toMatchObject({ validDays: 0, pm25Mean: null, pm25MeanExact: null, goodDayRatio: null, gaps: [{ code: 'NO_DATA' }] });
  });

  it('needs 298 good days of 366 to reach 81.3 %', () => {
    expect([ratioWith(298), ratioWith(297)]).toEqual(['81.4', '81.1']);
  });
});
