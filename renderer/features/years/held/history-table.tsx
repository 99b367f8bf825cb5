import type { ReactElement } from 'react';
import type { YearView } from '../../../../shared/contract/years.ts';
import { heldText } from '../../../../shared/text/ui/years-text.ts';
import { changesText, yearActText } from '../../../../shared/text/year-text.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';

type Entry = YearView['history'][number];

/** 经过: what was decided about the year, the newest first. */
export function HistoryTable({ history }: Pick<YearView, 'history'>): ReactElement {
  const entries = history.toReversed();
  return <DataTable title={heldText.history} columns={COLUMNS} rows={entries} rowKey={(entry) => `${history.indexOf(entry)}`} />;
}

const { historyColumns: titles } = heldText;

const COLUMNS: readonly DataColumn<Entry>[] = [
  { key: 'at', title: titles.at, text: ({ at }) => at.slice(0, 16).replace('T', ' '), width: 140 },
  { key: 'act', title: titles.act, text: ({ act }) => yearActText(act), width: 88 },
  { key: 'changed', title: titles.changed, text: ({ changes }) => changesText(changes), level: 'answers', sortable: false },
  { key: 'reason', title: titles.reason, text: ({ reason }) => reason, level: 'answers', sortable: false },
  { key: 'by', title: titles.by, text: ({ by }) => by, width: 96 },
];
