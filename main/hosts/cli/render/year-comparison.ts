import colors from 'picocolors';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { ComparedRow, YearComparison } from '../../../../shared/contract/year-comparison.ts';
import {
  comparisonNotes,
  progressCellText,
  trendCellText,
  yearComparisonText as text,
  yearResultText,
} from '../../../../shared/text/year-comparison-text.ts';
import { heading, type TextColumn, textTable } from '../terminal/table.ts';

/** year compare: the table, and what its last two columns mean. */
export function comparisonText({ years, rows, sample }: YearComparison): string {
  const columns: TextColumn<ComparedRow>[] = [
    { title: text.number, align: 'right', cell: ({ label }) => label },
    { title: text.name, max: 40, cell: ({ name, unit, basis }) => text.measureName(name, unit, basis === 'cumulative') },
    ...years
      .filter((year) => year.targets)
      .map(({ year }) => ({
        title: text.targetOf(year),
        align: 'right' as const,
        cell: (row: ComparedRow) => row.targets[String(year)] ?? text.none,
      })),
    ...years
      .filter((year) => year.results)
      .map(({ year, sample: ofYear }) => ({
        title: text.resultOf(year, ofYear),
        align: 'right' as const,
        cell: (row: ComparedRow) => yearResultText(row.results[String(year)]),
      })),
    { title: text.progress, align: 'right', cell: progressCellText },
    { title: text.trend, cell: trendCellText },
  ];
  return [
    `${heading(text.table)}${sample ? colors.yellow(text.sampleMark) : ''}`,
    textTable(columns, rows),
    '',
    ...comparisonNotes(years).map((note) => colors.dim(`  ${note}`)),
    ...(sample ? [colors.yellow(`  ${text.sampleNote}`)] : []),
  ].join('\n');
}

export const exportedText = ({ bytes, sample }: MethodOutput<'year.export'>, out: string): string =>
  `${colors.green('✓')} ${text.written(out, Math.ceil(bytes / 1024))}${sample ? colors.yellow(text.sampleMark) : ''}`;
