import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDayNumber, dateOfSerial, dayNumber, daysOfYear, isCalendarDate, isoDate } from '../../../../shared/domain/calendar.ts';

describe('calendar', () => {
  it('agrees with the platform on every day from 1900 to 2100', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_567, max: 47_846 }), (days) => {
        const iso = new Date(days * 86_400_000).toISOString().slice(0, 10);
        const date = dateOfDayNumber(dayNumber({ year: 1970, month: 1, day: 1 }) + days);
        expect(isoDate(date)).toBe(iso);
        expect(isCalendarDate(date)).toBe(true);
      }),
    );
  });

  it('knows the serials of Excel, the day that never was included', () => {
    expect(
      [1, 59, 60, 61, 45_292, 2_958_465].map((serial) => {
        const date = dateOfSerial(serial, false);
        return date === null ? null : isoDate(date);
      }),
    ).toEqual(['1900-01-01', '1900-02-28', null, '1900-03-01', '2024-01-01', '9999-12-31']);
  });

  it('gives no day outside what Excel can show', () => {
    expect([dateOfSerial(0, false), dateOfSerial(-1, true), dateOfSerial(2_958_466, false)]).toEqual([null, null, null]);
  });

  it.each([
    [2023, 365],
    [2024, 366],
    [2100, 365],
    [2000, 366],
  ])('counts %i as a year of %i days', (year, count) => {
    const days = daysOfYear(year);
    expect([days.length, new Set(days).size, days[0], days.at(-1)]).toEqual([count, count, `${year}-01-01`, `${year}-12-31`]);
  });
});
