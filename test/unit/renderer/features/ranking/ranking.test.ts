import { describe, expect, it } from 'vitest';
import { compareTowns } from '../../../../../renderer/features/ranking/changes.ts';
import { chartOption } from '../../../../../renderer/features/ranking/chart-option.ts';
import { chosenPeriod, monthsOfKind, periodCode, withKind } from '../../../../../renderer/features/ranking/period.ts';
import type { RankedTown, RankingResult } from '../../../../../shared/contract/ranking.ts';

const town = (unitId: string, rank: number | null, pm25Mean: string | null): RankedTown => ({
  unitId, name: unitId, rank, pm25Mean, pm25Rank: rank, goodDays: 20, goodDayRatio: '64.5', goodDaysRank: rank, heavyDays: 0, validDays: 31, calendarDays: 31, shared: false, pollutants: ['pm25'], gaps: [],
});

const ranking = (rows: RankedTown[]): RankingResult => ({ period: '2024-07', schemeId: 's', schemeTitle: 't', demonstration: true, notes: [], standards: [], sample: false, rows });

describe('period of the ranking', () => {
  it.each(['2024', '2024-07', '2024-01..2024-07'])('%s goes to the choice and back', (code) => {
    expect(periodCode(2024, chosenPeriod(code, 2024))).toBe(code);
  });

  it.each([undefined, '2023-07', '2024-13', 'x'])('%s is the whole year', (code) => {
    expect(chosenPeriod(code, 2024).kind).toBe('year');
  });

  it('goes to the nearest month that the other kind has', () => {
    expect(withKind({ kind: 'year', month: 12 }, 'toDate')).toEqual({ kind: 'toDate', month: 11 });
    expect(withKind({ kind: 'month', month: 1 }, 'toDate')).toEqual({ kind: 'toDate', month: 2 });
    expect(monthsOfKind('month')).toHaveLength(12);
  });
});

describe('change against the period before', () => {
  const rows = compareTowns(ranking([town('a', 1, '30.3'), town('b', 3, '31.0'), town('c', 2, '30.9'), town('d', 4, '33.3'), town('e', null, '20.0')]), ranking([town('a', 2, '32.0'), town('b', 1, '29.9'), town('c', 2, '30.9'), town('e', 5, '40.0')]));
  const of = (id: string) => rows.find((row) => row.town.unitId === id);

  it('says places gained and lost in words, with an arrow', () => {
    expect(of('a')?.rank).toEqual({ course: 'better', arrow: '↑', words: '上升1位', amount: '1' });
    expect(of('b')?.rank).toEqual({ course: 'worse', arrow: '↓', words: '下降2位', amount: '-2' });
    expect(of('c')?.rank.words).toBe('持平');
    expect(of('d')?.rank.words).toBe('上期未排名');
  });

  it('subtracts published means exactly; less is better', () => {
    expect(of('a')?.pm25).toEqual({ course: 'better', arrow: '↓', words: '下降1.7', amount: '-1.7' });
    expect(of('b')?.pm25).toEqual({ course: 'worse', arrow: '↑', words: '上升1.1', amount: '1.1' });
    expect(of('c')?.pm25.course).toBe('same');
  });

  it('holds a town without a rank against nothing', () => {
    expect([of('e')?.rank.course, of('e')?.pm25.course]).toEqual(['none', 'none']);
  });

  it('compares with nothing where there is no period before', () => {
    expect(compareTowns(ranking([town('a', 1, '30.3')]), null)[0]?.rank.words).toBe('—');
  });
});

describe('chart', () => {
  const target = { printed: '≤39', value: '39' };
  const towns = [town('a', 1, '38.9'), town('b', 2, '39.1')];

  it('does not move, and draws the line of the target', () => {
    const option = chartOption({ towns, metric: 'pm25', target, judged: true }, 'sans-serif');
    expect(option.animation).toBe(false);
    expect(option.series[0]?.markLine?.data).toEqual([{ yAxis: 39 }]);
  });

  it('sets towns beyond the target of the year apart for a whole year only', () => {
    const coloured = (judged: boolean) => chartOption({ towns, metric: 'pm25', target, judged }, 'sans-serif').series[0]?.data.map((bar) => 'itemStyle' in bar);
    expect([coloured(true), coloured(false)]).toEqual([[false, true], [false, false]]);
  });

  it('names town, rank, value and unit when a bar is pointed at', () => {
    expect(chartOption({ towns, metric: 'good', target: null, judged: true }, 'sans-serif').tooltip.formatter({ dataIndex: 1 })).toBe('b　第 2 名\n优良天数比率 64.5%');
  });
});
