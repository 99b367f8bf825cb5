import { describe, expect, it } from 'vitest';
import {
  daysIn,
  monthsOf,
  parsePeriod,
  precedingPeriod,
  previousPeriod,
  samePeriodLastYear,
  shiftDate,
} from '../../../../../shared/domain/air/period.ts';

const YEAR = { from: '2024-01-01', to: '2024-12-31' };

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
    expect(
      ['2024-02..2024-07', '2024-01..2025-02', '2024-01..2024-13', '2024-01..07', '2024..2024-07', '2024-01-2024-07'].map(parsePeriod),
    ).toEqual([null, null, null, null, null, null]);
  });

  it('is read from a quarter and a half year', () => {
    expect(['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'].map((text) => parsePeriod(text)?.from)).toEqual([
      '2024-01-01',
      '2024-04-01',
      '2024-07-01',
      '2024-10-01',
    ]);
    expect(['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'].map((text) => parsePeriod(text)?.to)).toEqual([
      '2024-03-31',
      '2024-06-30',
      '2024-09-30',
      '2024-12-31',
    ]);
    expect(parsePeriod('2024-H1')).toEqual({ from: '2024-01-01', to: '2024-06-30' });
    expect(parsePeriod('2024-H2')).toEqual({ from: '2024-07-01', to: '2024-12-31' });
    expect(['2024-Q0', '2024-Q5', '2024-H3', '2024-q1', '2024Q1'].map(parsePeriod)).toEqual([null, null, null, null, null]);
  });

  it('is read from two days, also across the end of a year, and only from days that exist', () => {
    expect(parsePeriod('2024-01-01..2024-07-15')).toEqual({ from: '2024-01-01', to: '2024-07-15' });
    expect(parsePeriod('2024-07-01..2024-07-01')).toEqual({ from: '2024-07-01', to: '2024-07-01' });
    expect(parsePeriod('2023-11-01..2024-02-29')).toEqual({ from: '2023-11-01', to: '2024-02-29' });
    expect(
      ['2024-07-10..2024-07-01', '2023-02-01..2023-02-29', '2024-06-31..2024-07-02', '2024-00-01..2024-07-02', '2024-07-01..2024-07'].map(
        parsePeriod,
      ),
    ).toEqual([null, null, null, null, null]);
  });

  it('has days, which may cross 29 February', () => {
    expect([daysIn(YEAR), daysIn({ from: '2024-02-28', to: '2024-03-01' }), daysIn({ from: '2025-02-28', to: '2025-03-01' })]).toEqual([
      366, 3, 2,
    ]);
    expect([shiftDate('2024-02-28', 1), shiftDate('2025-02-28', 1), shiftDate('2024-01-01', -1)]).toEqual([
      '2024-02-29',
      '2025-03-01',
      '2023-12-31',
    ]);
    expect(monthsOf({ from: '2023-12-30', to: '2024-01-02' })).toEqual([
      { month: '2023-12', days: 2 },
      { month: '2024-01', days: 2 },
    ]);
  });
});

describe('the period before', () => {
  it('is the month before, the same months less the last, the year before', () => {
    expect(['2024-07', '2024-01', '2024', '2024-01..2024-07', '2024-01..2024-02'].map(previousPeriod)).toEqual([
      '2024-06',
      '2023-12',
      '2023',
      '2024-01..2024-06',
      '2024-01..2024-01',
    ]);
    expect(['2024-01..2024-01', 'July'].map(previousPeriod)).toEqual([null, null]);
  });

  it('is the quarter or half year before', () => {
    expect(['2024-Q3', '2024-Q1', '2024-H2', '2024-H1'].map(previousPeriod)).toEqual(['2024-Q2', '2023-Q4', '2024-H1', '2023-H2']);
  });

  it('of days is as many days directly before, of the year to date the whole months before', () => {
    expect(previousPeriod('2024-03-01..2024-03-10')).toBe('2024-02-20..2024-02-29');
    expect(previousPeriod('2024-07-15..2024-07-15')).toBe('2024-07-14..2024-07-14');
    expect(previousPeriod('2024-01-01..2024-07-15')).toBe('2024-01..2024-06');
    expect(previousPeriod('2024-01-01..2024-01-15')).toBeNull();
    expect(previousPeriod('2024-01-02..2024-01-03')).toBe('2023-12-31..2024-01-01');
  });

  it('does not go behind the year 2000', () => {
    expect(['2000', '2000-01', '2000-Q1', '2000-H1'].map(previousPeriod)).toEqual([null, null, null, null]);
    expect(samePeriodLastYear('2000-05')).toBeNull();
  });
});

describe('the same period of the year before', () => {
  it('keeps the kind of the period', () => {
    expect(['2024', '2024-07', '2024-01..2024-07', '2024-Q3', '2024-H1', '2012-12'].map(samePeriodLastYear)).toEqual([
      '2023',
      '2023-07',
      '2023-01..2023-07',
      '2023-Q3',
      '2023-H1',
      '2011-12',
    ]);
    expect(samePeriodLastYear('2024-02')).toBe('2023-02');
  });

  it('of days has the same days', () => {
    expect(samePeriodLastYear('2024-07-01..2024-07-10')).toBe('2023-07-01..2023-07-10');
    expect(samePeriodLastYear('2023-11-15..2024-01-14')).toBe('2022-11-15..2023-01-14');
  });

  it('lets the end of February stay the end of February, both ways', () => {
    expect(samePeriodLastYear('2024-01-01..2024-02-29')).toBe('2023-01-01..2023-02-28');
    expect(samePeriodLastYear('2025-01-01..2025-02-28')).toBe('2024-01-01..2024-02-29');
    expect(samePeriodLastYear('2024-02-29..2024-03-05')).toBe('2023-02-28..2023-03-05');
    expect(samePeriodLastYear('2024-02-01..2024-02-28')).toBe('2023-02-01..2023-02-28');
  });
});

describe('the period of the same length directly before (环比)', () => {
  it.each([
    ['2024-07', '2024-06'],
    ['2024-01', '2023-12'],
    ['2024-Q1', '2023-Q4'],
    ['2024-H2', '2024-H1'],
    ['2024', '2023'],
    ['2024-01..2024-03', '2023-10-01..2023-12-31'],
    ['2024-01..2024-01', '2023-12-01..2023-12-31'],
    ['2024-01..2024-12', '2023-01-01..2023-12-31'],
    ['2024-03-01..2024-03-10', '2024-02-20..2024-02-29'],
    ['2024-01-01..2024-01-15', '2023-12-17..2023-12-31'],
    ['2000-01', null],
    ['2000-01..2000-02', null],
    ['July', null],
  ])('of %s is %s', (text, before) => {
    expect(precedingPeriod(text)).toBe(before);
  });
});
