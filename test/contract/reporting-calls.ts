import type { TestCore } from '../support/core.ts';

/** The least that receipts, deadlines, reviews and sendings take. */
export const reportingInputs = (year: number) => ({
  'reporting.receipt': { number: 1, on: '2025-01-10', via: 'a', reason: 'b' },
  'reporting.deadline': { year, unit: 'a', kind: 'waiver', reason: 'b' },
  'reporting.effect': { year, unit: 'a', kind: 'waiver' },
  'reporting.review': { year, units: ['a'], to: 'passed', reason: 'b' },
  'reporting.sent': { year, units: ['a'], on: '2025-01-01', via: 'b' },
});

/** One valid call of each on the sample work. */
export const reportingCalls = (year: number, firstVersion: (made: TestCore) => Promise<number>) => ({
  'reporting.receipt': async (made: TestCore) => ({ number: await firstVersion(made), on: '2025-01-10', via: '邮件', reason: '签收' }),
  'reporting.deadline': () => ({ year, unit: '区公安局', kind: 'extension' as const, until: '2025-01-31', reason: '系统故障' }),
  'reporting.effect': () => ({ year, unit: '区公安局', kind: 'waiver' as const }),
  'reporting.review': () => ({ year, units: ['区公安局'], to: 'returned' as const, reason: '请核对' }),
  'reporting.sent': () => ({ year, units: ['区气象局'], on: '2025-01-02', via: '邮件' }),
  'audit.log': () => ({ unit: '区公安局' }),
});
