import { expect, it } from 'vitest';
import { latenessOf } from '../../../../../shared/domain/reporting/lateness.ts';

const DUE = '2025-01-15';

it('a recorded receipt decides, else the 填报日期', () => {
  expect(latenessOf({ reportedOn: '2025-01-20' }, DUE)).toEqual({ late: true, day: '2025-01-20', by: 'form', due: DUE });
  expect(latenessOf({ reportedOn: '2025-01-20', receivedOn: '2025-01-15' }, DUE)).toEqual({
    late: false,
    day: '2025-01-15',
    by: 'receipt',
    due: DUE,
  });
  expect(latenessOf({ reportedOn: '2025-01-10', receivedOn: '2025-01-16' }, DUE).late).toBe(true);
});

it('a unit may have a last day of its own', () => {
  expect(latenessOf({ reportedOn: '2025-01-20', until: '2025-01-20' }, DUE)).toMatchObject({ late: false, due: '2025-01-20' });
  expect(latenessOf({ reportedOn: '2025-01-21', until: '2025-01-20' }, undefined).late).toBe(true);
});

it('without a day, or a last day, nobody can say', () => {
  expect(latenessOf({ reportedOn: null }, DUE).late).toBe(null);
  expect(latenessOf({ reportedOn: '2025-01-20' }, undefined)).toMatchObject({ late: null, due: null });
});
