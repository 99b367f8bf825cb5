import type { LeversResult, UsualRow } from '../../../../shared/contract/monitoring-usual.ts';
import { outlookText } from '../../../../shared/text/ui/monitoring-plan-text.ts';
import {
  LEVER_KEYS,
  leverCellText,
  metText,
  usualText,
  usualValueText,
  usualYearsText,
  wholeYearText,
} from '../../../../shared/text/usual-text.ts';
import type { DataColumn } from '../../../ui/data-table.tsx';

/** One target of one place. */
export interface UsualLine {
  readonly row: UsualRow;
  readonly usual: UsualRow['usual'][number];
}

/** Places of which there is an earlier year. */
export const usualLines = (rows: readonly UsualRow[]): UsualLine[] =>
  rows.flatMap((row) => row.usual.filter(({ past, short }) => past.length + short.length > 0).map((usual) => ({ row, usual })));

const { columns, levers: leverWords } = usualText;

const WIDTHS = { least: 100, lower: 110, median: 140, upper: 110, most: 100 };

const value = (key: 'least' | 'lower' | 'median' | 'upper' | 'most'): DataColumn<UsualLine> => ({
  key,
  title: columns[key],
  text: ({ usual }) => usualValueText(usual.range?.[key]),
  sortValue: ({ usual }) => (usual.range?.[key] === null || usual.range === null ? null : Number(usual.range[key].published)),
  align: 'right',
  width: WIDTHS[key],
});

export const USUAL_COLUMNS: readonly DataColumn<UsualLine>[] = [
  {
    key: 'place',
    title: columns.place,
    text: ({ row }) => row.name,
    filter: 'values',
    width: 110,
    render: ({ row }) => (row.kind === 'district' ? <strong>{row.name}</strong> : row.name),
  },
  { key: 'measure', title: columns.measure, text: ({ usual }) => outlookText.measures[usual.target.measure], filter: 'values', width: 130 },
  value('least'),
  value('lower'),
  value('median'),
  value('upper'),
  value('most'),
  { key: 'wholeYear', title: columns.wholeYear, text: ({ usual }) => wholeYearText(usual), sortable: false, align: 'right' },
  { key: 'met', title: columns.met, text: ({ usual }) => metText(usual), sortable: false, align: 'right' },
  { key: 'years', title: columns.years, text: ({ usual }) => usualYearsText(usual), sortable: false },
];

export type LeverRow = NonNullable<LeversResult['found']>['levers'][number];

export const LEVER_COLUMNS: readonly DataColumn<LeverRow>[] = [
  { key: 'name', title: leverWords.name, text: ({ name }) => name, filter: 'search' },
  ...LEVER_KEYS.map((key): DataColumn<LeverRow> => ({
    key,
    title: leverWords[key],
    text: (row) => leverCellText(row, key),
    sortValue: (row) => (row[key] === null ? null : Number(row[key].exact)),
    align: 'right',
    width: 120,
  })),
];
