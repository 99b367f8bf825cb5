import colors from 'picocolors';
import type { TrendResult } from '../../../../shared/contract/monitoring-trend.ts';
import { trendMeasureText, trendSlopeText, trendTestText, trendText } from '../../../../shared/text/trend-text.ts';
import { textTable } from '../terminal/table.ts';

type Row = TrendResult['trends'][number];

/** 2026 38.1: the year with which each mean ends. */
const threeYearsText = ({ years }: Row): string =>
  years.flatMap(({ year, threeYears }) => (threeYears === null ? [] : [`${year} ${threeYears.published}`])).join('、') || '—';

/** air trend: a line a measure; the years side by side, then the mean of the last three, the slope and the test. */
export function trendTable({ name, trends, notes }: TrendResult, from: number, to: number): string {
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const words = trendText.columns;
  return [
    colors.bold(trendText.heading(name, from, to)),
    trends.length === 0
      ? trendText.none
      : textTable<Row>(
          [
            { title: words.measure, cell: ({ measure }) => trendMeasureText(measure) },
            ...years.map((year) => ({
              title: String(year),
              align: 'right' as const,
              cell: (row: Row) => row.years.find((one) => one.year === year)?.value?.published ?? '—',
            })),
            { title: words.threeYears, cell: threeYearsText },
            { title: words.slope, align: 'right', cell: trendSlopeText },
            { title: words.test, cell: trendTestText, max: 60 },
          ],
          trends,
        ),
    ...notes.map((note) => colors.dim(`  ${note}`)),
  ].join('\n');
}
