import type { ComparedRow, YearComparison } from '../../../../shared/contract/year-comparison.ts';
import {
  progressCellText,
  trendCellText,
  yearComparisonText as text,
  yearResultText,
} from '../../../../shared/text/year-comparison-text.ts';
import type { DataColumn } from '../../../ui/data-table.tsx';

/** 附件1's measures with their targets, then their results by year, the shown year in bold, then 完成进度 and 趋势. */
export function compareColumns(years: YearComparison['years'], shown: number): DataColumn<ComparedRow>[] {
  return [
    {
      key: 'name',
      title: text.name,
      text: ({ name, unit, basis }) => text.measureName(name, unit, basis === 'cumulative'),
      level: 'answers',
      filter: 'search',
    },
    ...years
      .filter((year) => year.targets)
      .map(({ year }) => yearColumn(`target${year}`, text.targetOf(year), year === shown, (row) => row.targets[String(year)] ?? text.none)),
    ...years
      .filter((year) => year.results)
      .map(({ year, sample }) =>
        yearColumn(`result${year}`, text.resultOf(year, sample), year === shown, (row) => yearResultText(row.results[String(year)])),
      ),
    { key: 'progress', title: text.progress, text: progressCellText, align: 'right', width: 140, sortable: false },
    { key: 'trend', title: text.trend, text: trendCellText, width: 110, filter: 'values', sortable: false },
  ];
}

const yearColumn = (key: string, title: string, shown: boolean, cell: (row: ComparedRow) => string): DataColumn<ComparedRow> => ({
  key,
  title,
  text: cell,
  ...(shown ? { render: (row) => <strong>{cell(row)}</strong> } : {}),
  align: 'right',
  width: 100,
  sortable: false,
});
