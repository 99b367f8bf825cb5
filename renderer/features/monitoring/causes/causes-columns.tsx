import type { CausesResult } from '../../../../shared/contract/monitoring-causes.ts';
import { type CauseLine, causesText, signedText } from '../../../../shared/text/causes-text.ts';
import type { DataColumn } from '../../../ui/data-table.tsx';

const { columns } = causesText;

const number = (key: 'before' | 'now' | 'own' | 'mix' | 'total' | 'share', width: number): DataColumn<CauseLine> => ({
  key,
  title: columns[key],
  text: (line) => line[key],
  sortable: false,
  align: 'right',
  width,
});

/** The lines of a section stand in order of what they have done, and its last one is their sum: nothing to sort. */
export const CAUSE_COLUMNS: readonly DataColumn<CauseLine>[] = [
  { key: 'section', title: columns.section, text: ({ section }) => section, sortable: false, filter: 'values', width: 92 },
  {
    key: 'name',
    title: columns.name,
    text: ({ name }) => name,
    sortable: false,
    render: ({ kind, name }) => (kind === 'part' ? name : <strong>{name}</strong>),
  },
  number('before', 92),
  number('now', 92),
  number('own', 96),
  number('mix', 96),
  number('total', 130),
  number('share', 96),
];

export type CellsRow = NonNullable<CausesResult['causes']>['cells'][number];

/** A column for each month. */
export const cellColumns = ({ months }: NonNullable<CausesResult['causes']>): readonly DataColumn<CellsRow>[] => [
  { key: 'name', title: columns.name, text: ({ name }) => name, sortable: false, width: 120 },
  ...months.map((month, index): DataColumn<CellsRow> => ({
    key: month.name,
    title: causesText.page.month(month.name),
    text: ({ totals }) => signedText(totals[index]?.published ?? ''),
    sortValue: ({ totals }) => Number(totals[index]?.published),
    align: 'right',
  })),
];
