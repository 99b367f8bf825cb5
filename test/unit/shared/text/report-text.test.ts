import { expect, test } from 'vitest';
import { periodText } from '../../../../shared/text/report-text.ts';

test('a period reads as a year, a month or the months of a year to date', () => {
  expect(['2024', '2024-07', '2024-01..2024-07', '2024-01..2024-12', '2024-01..2024-01'].map(periodText)).toEqual([
    '2024年',
    '2024年7月',
    '2024年1—7月',
    '2024年1—12月',
    '2024年1月',
  ]);
});
