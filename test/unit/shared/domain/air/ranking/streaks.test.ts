import { describe, expect, it } from 'vitest';
import { type MonthlyRanking, streaks } from '../../../../../../shared/domain/air/ranking/streaks.ts';

const RULES = [
  { bottom: 1, months: 1, action: '预警' },
  { bottom: 1, months: 2, action: '约谈' },
];

/** Months from 2023-11 on; each gives the ranks of a, b, c, d in turn. */
function months(...tables: readonly (readonly (number | null)[])[]): MonthlyRanking[] {
  return tables.map((ranks, index) => {
    const number = 10 + index;
    const month = `${2023 + Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
    return {
      month,
      places: ranks.map((rank, place) => ({
        unitId: 'abcd'.charAt(place),
        group: '',
        rank,
        of: ranks.filter((other) => other !== null).length,
      })),
    };
  });
}

const of = (unitId: string, rankings: readonly MonthlyRanking[], unrankedMonth: 'breaks' | 'skips' = 'breaks', rules = RULES) => {
  const found = streaks(rankings, { streaks: rules, unrankedMonth }).find((row) => row.unitId === unitId);
  return {
    current: found?.current,
    longest: found?.longest,
    actions: found?.actions.map(({ month, rule }) => `${month} ${rule.action}`),
    bottom: found?.months.map((month) => month.bottom),
  };
};

describe('streaks at the bottom', () => {
  it('run on across the end of the year, and the stricter action falls due in each further month', () => {
    const rankings = months([1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 4, 3]);
    expect(of('d', rankings)).toEqual({
      current: 0,
      longest: 3,
      actions: ['2023-11 预警', '2023-12 约谈', '2024-01 约谈'],
      bottom: [true, true, true, false],
    });
    expect(of('c', rankings)).toMatchObject({ current: 1, longest: 1, actions: ['2024-02 预警'] });
  });

  it('of a year are as long as their part of that year, and the run that still goes on says since when', () => {
    const rankings = months([1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4]);
    const [own] = streaks(rankings, { streaks: RULES, unrankedMonth: 'breaks' }, '2024-01').filter(({ unitId }) => unitId === 'd');
    expect(own).toMatchObject({ current: 4, since: '2023-11', longest: 2 });
    const over = months([1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 4, 3], [1, 2, 4, 3]);
    const told = streaks(over, { streaks: RULES, unrankedMonth: 'breaks' }, '2024-01');
    expect(told.find(({ unitId }) => unitId === 'd')).toMatchObject({ current: 0, since: null, longest: 0 });
    expect(told.find(({ unitId }) => unitId === 'c')).toMatchObject({ current: 2, since: '2024-01', longest: 2 });
  });

  it('that pass over a month begin with the first one at the bottom', () => {
    const rankings = months([1, 2, 3, 4], [1, 2, 3, null], [1, 2, 3, 4]);
    const [row] = streaks(rankings, { streaks: RULES, unrankedMonth: 'skips' }, '2024-01').filter(({ unitId }) => unitId === 'd');
    expect(row).toMatchObject({ current: 2, since: '2023-11', longest: 1 });
  });

  it('end with a month that is not ranked, or pass over it, as the scheme says', () => {
    const rankings = months([1, 2, 3, 4], [1, 2, 3, null], [1, 2, 3, 4]);
    expect(of('d', rankings, 'breaks').actions).toEqual(['2023-11 预警', '2024-01 预警']);
    expect(of('d', rankings, 'skips').actions).toEqual(['2023-11 预警', '2024-01 约谈']);
  });

  it('count all that share the last rank, and never the first of the group', () => {
    const tied = months([1, 2, 3, 3]);
    expect([of('c', tied).current, of('d', tied).current]).toEqual([1, 1]);
    expect(of('a', months([1, 1, 1, 1])).current).toBe(0);
    expect(of('a', months([1, null, null, null])).current).toBe(0);
  });

  it('are told up to the last month in which anybody was ranked', () => {
    expect(of('d', months([1, 2, 3, 4], [1, 2, 3, 4], [null, null, null, null])).current).toBe(2);
  });

  it('are counted for each rule by its own number of places', () => {
    const rules = [
      { bottom: 2, months: 1, action: '预警' },
      { bottom: 1, months: 2, action: '约谈' },
    ];
    const rankings = months([1, 2, 4, 3], [1, 2, 3, 4], [1, 2, 3, 4]);
    expect(of('d', rankings, 'breaks', rules)).toMatchObject({ longest: 3, actions: ['2023-11 预警', '2023-12 预警', '2024-01 约谈'] });
  });

  it('look at the end of each group', () => {
    const places = [
      ['a', 'key', 1],
      ['b', 'key', 2],
      ['c', 'default', 1],
      ['d', 'default', 2],
    ] as const;
    const rankings = [{ month: '2024-01', places: places.map(([unitId, group, rank]) => ({ unitId, group, rank, of: 2 })) }];
    expect(['a', 'b', 'c', 'd'].map((id) => of(id, rankings).current)).toEqual([0, 1, 0, 1]);
  });
});
