import { expect, test } from 'vitest';
import { isReportDate, reportSpan } from '../../../../../shared/domain/returns/report-date.ts';
import { allowedValues, readSetting } from '../../../../../shared/domain/settings/settings.ts';

const from = (...given: Parameters<typeof reportSpan>): string => reportSpan(...given).from;

test('a year that is reported once is dated from its last quarter on, or from the day the office has set', () => {
  expect(reportSpan(2025)).toEqual({ from: '2025-10-01', to: '2027-12-31' });
  expect(from(2025, { due: '2026-01-20', rounds: ['year'] })).toBe('2025-10-01');
  expect(from(2025, { due: null, rounds: ['year'] }, '12-15')).toBe('2025-12-15');
});

test('a year with rounds within it, or with a last day before that, is dated from its beginning on', () => {
  expect(from(2025, { due: null, rounds: ['year', 'quarter'] })).toBe('2025-01-01');
  expect(from(2025, { due: null, rounds: ['month'] }, '12-15')).toBe('2025-01-01');
  expect(from(2025, { due: '2025-09-30', rounds: ['year'] })).toBe('2025-01-01');
});

test('both ends are days that can be', () => {
  const span = reportSpan(2025);
  const days = ['2025-09-30', '2025-10-01', '2027-12-31', '2028-01-01'];
  expect(days.map((day) => isReportDate(day, span))).toEqual([false, true, true, false]);
});

test('the day is set as a month and a day that every year has', () => {
  const given = ['12-15', ' 11-01 ', '13-01', '02-29', '2025-10-01', '10.1', ''];
  expect(given.map((text) => readSetting('returns.yearly-from', text))).toEqual(['12-15', '11-01', null, null, null, null, null]);
  expect(allowedValues('returns.yearly-from')).toEqual(['01-01 … 12-31']);
});
