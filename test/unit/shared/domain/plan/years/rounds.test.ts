import { describe, expect, it } from 'vitest';
import { datesOfRounds, nextRound, reportedFor, roundKeys, withRound } from '../../../../../../shared/domain/plan/years/rounds.ts';

const opening = {
  due: '2027-01-15',
  rounds: ['year', 'quarter'] as ('year' | 'quarter' | 'month')[],
  roundsDue: { '2026-Q2': '2026-07-10', '2026-Q1': '2026-04-10', '2026-03': '2026-04-01' },
};

describe('the next round', () => {
  it('is the one whose last day comes next, and knows where the one before it ended', () => {
    expect(nextRound(opening, '2026-02-01')).toEqual({ round: '2026-Q1', due: '2026-04-10', after: null });
    expect(nextRound(opening, '2026-04-10')?.round).toBe('2026-Q1');
    expect(nextRound(opening, '2026-04-11')).toEqual({ round: '2026-Q2', due: '2026-07-10', after: '2026-04-10' });
    expect(nextRound(opening, '2026-07-11')).toEqual({ round: 'year', due: '2027-01-15', after: '2026-07-10' });
    expect(nextRound(opening, '2027-01-16')).toBeNull();
  });

  it('leaves out days of rounds that there are not, and a year without a last day', () => {
    expect(nextRound({ ...opening, rounds: ['year', 'month'] }, '2026-02-01')?.round).toBe('2026-03');
    expect(nextRound({ ...opening, rounds: ['quarter'] }, '2026-08-01')).toBeNull();
    expect(nextRound({ due: null, rounds: ['year'], roundsDue: {} }, '2026-08-01')).toBeNull();
    expect(datesOfRounds(['quarter'], opening.roundsDue)).toEqual({ '2026-Q2': '2026-07-10', '2026-Q1': '2026-04-10' });
  });
});

describe('who has reported for a round', () => {
  const returns = [
    { unit: 'a', reportedOn: '2026-04-10' },
    { unit: 'a', reportedOn: '2026-07-01' },
    { unit: 'b', reportedOn: '2026-04-10' },
    { unit: 'c', reportedOn: null },
    { unit: 'stranger', reportedOn: '2026-07-01' },
  ];

  it('is told by the day in the return, after the last day of the round before; an undated one cannot be told', () => {
    const round = { round: '2026-Q2', due: '2026-07-10', after: '2026-04-10' };
    expect(reportedFor(round, ['a', 'b', 'c', 'd'], returns)).toEqual({ reported: ['a'], undated: ['c'], missing: ['b', 'd'] });
  });

  it('in the first round every return counts', () => {
    const round = { round: 'year', due: '2027-01-15', after: null };
    expect(reportedFor(round, ['a', 'b', 'c', 'd'], returns)).toEqual({ reported: ['a', 'b', 'c'], undated: [], missing: ['d'] });
  });
});

describe('the rounds of a year', () => {
  it('have days of their own by quarter and by month', () => {
    expect(roundKeys(2026, ['year'])).toEqual([]);
    expect(roundKeys(2026, ['quarter', 'month']).slice(2, 6)).toEqual(['2026-Q3', '2026-Q4', '2026-01', '2026-02']);
    expect(roundKeys(2026, ['month'])).toHaveLength(12);
  });

  it('keep their order, whichever is ticked first', () => {
    expect(withRound(['month'], 'year', true)).toEqual(['year', 'month']);
    expect(withRound(['year', 'month'], 'year', false)).toEqual(['month']);
  });
});
