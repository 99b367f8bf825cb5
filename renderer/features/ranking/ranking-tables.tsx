import type { ReactElement } from 'react';
import type { RankedTown } from '../../../shared/contract/ranking.ts';
import { rankingRemark } from '../../../shared/text/ranking-text.ts';
import { rankingPageText } from '../../../shared/text/ui/ranking-text.ts';
import { type DataColumn, DataTable } from '../../ui/data-table.tsx';
import { ChangeMark } from './change-mark.tsx';
import type { Change, ComparedTown } from './changes.ts';

const { columns } = rankingPageText;

/** The towns that have a rank. */
export function RankedTable({ title, rows, compared }: { readonly title: string; readonly rows: readonly ComparedTown[]; readonly compared: boolean }): ReactElement {
  return <DataTable title={title} columns={compared ? [...RANK_COLUMNS, ...CHANGE_COLUMNS, REMARK] : [...RANK_COLUMNS, REMARK]} rows={rows} rowKey={({ town }) => town.unitId} />;
}

/** The towns whose data do not suffice, with what is missing. */
export function GapTable({ rows }: { readonly rows: readonly RankedTown[] }): ReactElement {
  return <DataTable title={rankingPageText.gapsTitle} columns={GAP_COLUMNS} rows={rows} rowKey={(town) => town.unitId} emptyText={rankingPageText.noGaps} />;
}

/** `text` may be null where there is no such number. Number() only puts rows in order. */
function numbers<Row>(key: string, title: string, width: number, text: (row: Row) => string | number | null): DataColumn<Row> {
  return { key, title, width, align: 'right', text: (row) => String(text(row) ?? rankingPageText.none), sortValue: (row) => numberOrNull(text(row)) };
}

const numberOrNull = (value: string | number | null): number | null => (value === null || value === '' ? null : Number(value));

const RANK_COLUMNS: readonly DataColumn<ComparedTown>[] = [
  { ...numbers<ComparedTown>('rank', columns.rank, 58, ({ town }) => town.rank), render: ({ town }) => <strong>{town.rank}</strong> },
  { key: 'name', title: columns.name, text: ({ town }) => town.name, filter: 'search', width: 104, render: ({ town }) => <span className="ranking-name">{town.name}</span> },
  numbers('pm25', columns.pm25, 108, ({ town }) => town.pm25Mean),
  numbers('pm25Rank', columns.pm25Rank, 82, ({ town }) => town.pm25Rank),
  numbers('goodDays', columns.goodDays, 84, ({ town }) => town.goodDays),
  numbers('goodRatio', columns.goodRatio, 104, ({ town }) => town.goodDayRatio),
  numbers('goodRank', columns.goodRank, 84, ({ town }) => town.goodDaysRank),
  numbers('heavyDays', columns.heavyDays, 96, ({ town }) => town.heavyDays),
  numbers('validDays', columns.validDays, 84, ({ town }) => town.validDays),
];

const change = (key: string, title: string, of: (row: ComparedTown) => Change, text: (change: Change) => string): DataColumn<ComparedTown> => ({
  key, title, width: 106, align: 'right', text: (row) => text(of(row)), sortValue: (row) => numberOrNull(of(row).amount), render: (row) => <ChangeMark change={of(row)} />,
});

const CHANGE_COLUMNS: readonly DataColumn<ComparedTown>[] = [
  change('rankChange', columns.rankChange, (row) => row.rank, ({ words }) => words),
  // A number goes to the clipboard, so that Excel can go on calculating with it.
  change('pm25Change', columns.pm25Change, (row) => row.pm25, ({ amount }) => amount),
];

const REMARK: DataColumn<ComparedTown> = { key: 'remark', title: columns.remark, text: ({ town }) => rankingRemark(town), filter: 'values', sortable: false };

const GAP_COLUMNS: readonly DataColumn<RankedTown>[] = [
  { key: 'name', title: columns.name, text: (town) => town.name, width: 140 },
  { key: 'gap', title: columns.gap, text: rankingRemark, sortable: false },
  numbers('validDays', columns.validDays, 90, (town) => town.validDays),
  numbers('calendarDays', columns.calendarDays, 90, (town) => town.calendarDays),
];
