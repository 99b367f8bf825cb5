import { describe, expect, it } from 'vitest';
import { compareTowns, yearChange } from '../../../../../renderer/features/ranking/changes.ts';
import { chartOption, leadingMetric, metricsOf } from '../../../../../renderer/features/ranking/chart-option.ts';
import { besidePeriod, chosenPeriod, monthsOfKind, periodCode, withKind } from '../../../../../renderer/features/ranking/period.ts';
import { rankColumns } from '../../../../../renderer/features/ranking/ranking-columns.tsx';
import { actionWords, monthWords } from '../../../../../renderer/features/ranking/streak-columns.tsx';
import type { RankedTown, RankingResult } from '../../../../../shared/contract/ranking.ts';

const town = (
  unitId: string,
  rank: number | null,
  pm25Mean: string | null,
  previousRank: number | null = null,
  more: Partial<RankedTown> = {},
): RankedTown => ({
  unitId,
  name: unitId,
  group: '',
  rank,
  shared: false,
  previousRank,
  movement: rank === null || previousRank === null ? null : previousRank - rank,
  score: null,
  stations: 1,
  pm25Mean,
  pm25Other: pm25Mean,
  pm25Change: null,
  pm25Rank: rank,
  pm10Mean: null,
  goodDays: 20,
  goodDayRatio: '64.5',
  goodDayRatioOther: '64.5',
  goodDayRatioChange: null,
  goodDaysRank: rank,
  heavyDays: 0,
  compositeIndex: null,
  compositeIndexChange: null,
  compositeRank: null,
  mainPollutants: [],
  targetGap: null,
  validDays: 31,
  calendarDays: 31,
  pollutants: ['pm25'],
  gaps: [],
  lacking: [],
  sources: ['return'],
  ...more,
});

const ranking = (rows: RankedTown[], previousPeriod: string | null = '2024-06'): RankingResult => ({
  period: '2024-07',
  schemeId: 's',
  schemeTitle: 't',
  schemeVersion: 'v',
  method: 'm',
  demonstration: true,
  notes: [],
  standards: [],
  rejudged: false,
  previousPeriod,
  dust: { days: 0, concentrations: false, dayCounts: false },
  target: null,
  sample: false,
  rows,
});

describe('period of the ranking', () => {
  it.each(['2024', '2024-07', '2024-Q3', '2024-H1', '2024-01..2024-07'])('%s goes to the choice and back', (code) => {
    expect(periodCode(2024, chosenPeriod(code, 2024))).toBe(code);
  });

  it.each([undefined, '2023-07', '2024-13', '2024-Q5', '2024-H3', 'x'])('%s is the whole year', (code) => {
    expect(chosenPeriod(code, 2024).kind).toBe('year');
  });

  it('goes to the nearest period that the other kind has', () => {
    expect(withKind({ kind: 'year', month: 12 }, 'toDate')).toEqual({ kind: 'toDate', month: 11 });
    expect(withKind({ kind: 'month', month: 1 }, 'toDate')).toEqual({ kind: 'toDate', month: 2 });
    expect(withKind({ kind: 'month', month: 5 }, 'quarter')).toEqual({ kind: 'quarter', month: 6 });
    expect(withKind({ kind: 'quarter', month: 9 }, 'half')).toEqual({ kind: 'half', month: 12 });
    expect(monthsOfKind('month')).toHaveLength(12);
  });

  it('steps to the period beside it within the year', () => {
    expect(besidePeriod({ kind: 'quarter', month: 6 }, 1)).toEqual({ kind: 'quarter', month: 9 });
    expect(besidePeriod({ kind: 'half', month: 12 }, -1)).toEqual({ kind: 'half', month: 6 });
    expect([besidePeriod({ kind: 'month', month: 12 }, 1), besidePeriod({ kind: 'year', month: 12 }, -1)]).toEqual([null, null]);
  });
});

describe('change against the period before', () => {
  const rows = compareTowns(
    ranking([town('a', 1, '30.3', 2), town('b', 3, '31.0', 1), town('c', 2, '30.9', 2), town('d', 4, '33.3'), town('e', null, '20.0', 5)]),
    ranking([town('a', 2, '32.0'), town('b', 1, '29.9'), town('c', 2, '30.9'), town('e', 5, '40.0')]),
  );
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
    expect(compareTowns(ranking([town('a', 1, '30.3')], null), null)[0]?.rank.words).toBe('—');
  });

  it('says the 同比 in words and keeps its number', () => {
    expect(yearChange({ amount: '-4.2', course: 'better' }, (amount) => `${amount}%`)).toEqual({
      course: 'better',
      arrow: '↓',
      words: '下降4.2%',
      amount: '-4.2',
    });
    expect(yearChange({ amount: '3.0', course: 'better' }, (amount) => `${amount}个百分点`).words).toBe('上升3.0个百分点');
    expect([yearChange({ amount: '0.0', course: 'same' }, String).words, yearChange(null, String).words]).toEqual(['持平', '—']);
  });
});

describe('columns of the ranking', () => {
  const keys = (rows: RankedTown[]): string[] => rankColumns(compareTowns(ranking(rows), null), false).map(({ key }) => key);

  it('are only those that say something of these towns', () => {
    expect(keys([town('a', 1, '30.3')])).not.toContain('index');
    expect(
      keys([
        town('a', 1, '30.3', null, {
          compositeIndex: '3.21',
          score: '88.20',
          group: '重点',
          pm25Change: { amount: '-1.0', course: 'better' },
        }),
      ]),
    ).toEqual(expect.arrayContaining(['index', 'score', 'group', 'yearChange']));
  });

  it('hold both versions of the dust where they differ', () => {
    expect(keys([town('a', 1, '30.3')])).not.toContain('pm25Other');
    expect(keys([town('a', 1, '30.3', null, { pm25Other: '31.0', goodDayRatioOther: '65.0' })])).toEqual(
      expect.arrayContaining(['pm25Other', 'ratioOther']),
    );
  });
});

describe('months at the bottom', () => {
  it('marks the rank of such a month with a sign, and a month without a rank with a dash', () => {
    const month = { month: '2024-03', rank: 31, of: 31, bottom: true };
    expect([
      monthWords(month),
      monthWords({ ...month, bottom: false }),
      monthWords({ ...month, rank: null, bottom: false }),
      monthWords(undefined),
    ]).toEqual(['▼31', '31', '—', '—']);
  });

  it('says what falls due, and when', () => {
    expect(
      actionWords({
        actions: [
          { month: '2024-03', action: '预警', rule: 'r' },
          { month: '2024-04', action: '约谈', rule: 'r' },
        ],
      }),
    ).toBe('3月预警、4月约谈');
    expect(actionWords({ actions: [] })).toBe('无');
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
    const coloured = (judged: boolean) =>
      chartOption({ towns, metric: 'pm25', target, judged }, 'sans-serif').series[0]?.data.map((bar) => 'itemStyle' in bar);
    expect([coloured(true), coloured(false)]).toEqual([
      [false, true],
      [false, false],
    ]);
  });

  it('names town, rank, value and unit when a bar is pointed at', () => {
    expect(chartOption({ towns, metric: 'good', target: null, judged: true }, 'sans-serif').tooltip.words(1)).toBe(
      'b　第 2 名\n优良天数比率 64.5%',
    );
  });

  it('begins with what the scheme ranks by, among what these towns have', () => {
    const scored = [town('a', 1, '30', null, { score: '90.00', compositeIndex: '3.00' })];
    expect([
      leadingMetric('compositeIndex', towns),
      leadingMetric('pm25Change', towns),
      leadingMetric(undefined, towns),
      leadingMetric('pm25Mean', scored),
    ]).toEqual(['index', 'change', 'pm25', 'score']);
    expect([metricsOf(towns), metricsOf(scored)]).toEqual([
      ['pm25', 'good'],
      ['pm25', 'good', 'index', 'score'],
    ]);
  });

  it('tells a bar beyond the target apart without its colour', () => {
    const bars = chartOption({ towns, metric: 'pm25', target, judged: true }, 'sans-serif').series[0]?.data ?? [];
    expect(bars.map((bar) => ('itemStyle' in bar ? bar.itemStyle.decal.symbol : null))).toEqual([null, 'rect']);
  });
});
