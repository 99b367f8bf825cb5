import type { ComparedRow, YearComparison } from '../../../shared/contract/year-comparison.ts';
import type { OfficialTable, TableCell, TableColumn } from '../../../shared/domain/documents/official-table.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import { listSubject } from '../../../shared/text/plan-words.ts';
import {
  comparisonNotes,
  progressCellText,
  trendCellText,
  yearComparisonText as text,
  yearResultText,
} from '../../../shared/text/year-comparison-text.ts';
import { numberCell, planPage, textCell } from '../reports/model-input.ts';

export interface ComparisonInput {
  readonly plan: Plan;
  readonly comparison: YearComparison;
  readonly createdAt: string;
}

/** 多年对照 as a table to be printed: first the targets of all years, then the results, then progress and trend; what defines them below. */
export function comparisonTable({ plan, comparison, createdAt }: ComparisonInput): OfficialTable {
  const years = comparison.years.map(({ year }) => year);
  const title = text.documentTitle(listSubject(plan.annex1.title), years[0] ?? 0, years.at(-1) ?? 0);
  const notes = [...comparisonNotes(comparison.years), ...(comparison.sample ? [text.sampleNote] : [])];
  const columns = comparedColumns(comparison);
  return {
    label: null,
    title,
    subtitles: [],
    caption: { left: plan.document.number, right: '' },
    columns: columns.map(({ cell: _cell, ...column }) => column),
    rows: comparison.rows.map((row) => ({ kind: 'data', id: row.measure, cells: columns.map(({ cell }) => cell(row)) })),
    notes: notes.map((note, index) => `${index === 0 ? '备注：' : ''}${index + 1}．${note}`),
    page: planPage(plan, 'landscape'),
    sample: comparison.sample,
    meta: { subject: title.replaceAll('\n', ''), author: '治气考核', createdAt },
  };
}

type ComparedColumn = TableColumn & { readonly cell: (row: ComparedRow) => TableCell };

/** Columns of years share what the others leave of the type area. */
function comparedColumns({ years }: YearComparison): ComparedColumn[] {
  const [targets, results] = [years.filter((year) => year.targets), years.filter((year) => year.results)];
  const widthMm = (TYPE_AREA_MM - FIXED_MM) / Math.max(1, targets.length + results.length);
  return [
    { key: 'number', title: text.number, widthMm: WIDTHS_MM.number, align: 'center', cell: ({ label }) => textCell(label) },
    {
      key: 'category',
      title: text.category,
      widthMm: WIDTHS_MM.category,
      align: 'center',
      merge: true,
      cell: (row) => textCell(row.category),
    },
    {
      key: 'name',
      title: text.name,
      widthMm: WIDTHS_MM.name,
      align: 'left',
      cell: ({ name, unit, basis }) => textCell(text.measureName(name, unit, basis === 'cumulative')),
    },
    ...targets.map(({ year }): ComparedColumn => ({
      key: `target${year}`,
      title: text.targetOf(year),
      widthMm,
      align: 'center',
      cell: (row) => textCell(row.targets[String(year)] ?? text.none),
    })),
    ...results.map(({ year, sample }): ComparedColumn => ({
      key: `result${year}`,
      title: text.resultOf(year, sample),
      widthMm,
      align: 'center',
      cell: (row) => numberCell(yearResultText(row.results[String(year)])),
    })),
    { key: 'progress', title: text.progress, widthMm: WIDTHS_MM.progress, align: 'center', cell: (row) => textCell(progressCellText(row)) },
    { key: 'trend', title: text.trend, widthMm: WIDTHS_MM.trend, align: 'center', cell: (row) => textCell(trendCellText(row)) },
  ];
}

/** Width of a landscape page between its margins (GB/T 9704-2012, 5.2.1). */
const TYPE_AREA_MM = 225;

const WIDTHS_MM = { number: 10, category: 17, name: 44, progress: 24, trend: 20 } as const;
const FIXED_MM = Object.values(WIDTHS_MM).reduce((sum, width) => sum + width, 0);
