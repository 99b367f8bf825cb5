import { describe, expect, it } from 'vitest';
import { roundDays } from '../../../../../../renderer/features/years/held/round-days.ts';
import { daysBetween } from '../../../../../../renderer/ui/today.ts';

describe('the rounds of a year with their days', () => {
  it('are those that there are, with the year itself at the end', () => {
    const days = roundDays({ year: 2026, rounds: ['year', 'quarter'], roundsDue: { '2026-Q2': '2026-07-10' }, due: '2027-01-15' });
    expect(days.map(({ name, due }) => [name, due])).toEqual([
      ['第1季度', null],
      ['第2季度', '2026-07-10'],
      ['第3季度', null],
      ['第4季度', null],
      ['年报', '2027-01-15'],
    ]);
    expect(roundDays({ year: 2026, rounds: ['month'], roundsDue: {}, due: null })).toHaveLength(12);
  });

  it('are so many days away', () => {
    expect(daysBetween('2026-11-27', '2027-01-15')).toBe(49);
    expect(daysBetween('2026-03-01', '2026-02-27')).toBe(-2);
  });
});
