import type { ReactElement } from 'react';
import type { SchemeView } from '../../../../shared/contract/scheme-life.ts';
import { schemeDetailText as text, schemesPageText } from '../../../../shared/text/ui/schemes-page-text.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { SchemeTag, type SchemeVersion, versionState } from '../scheme-state.tsx';

export interface VersionsTableProps {
  readonly versions: readonly SchemeVersion[];
  readonly chosen: number | null;
  onChoose(number: number): void;
}

/** 各版, the newest first; a row shows its text. */
export const VersionsTable = ({ versions, chosen, onChoose }: VersionsTableProps): ReactElement => (
  <DataTable
    title={text.versions}
    columns={VERSION_COLUMNS}
    rows={versions.toReversed()}
    rowKey={({ number }) => String(number)}
    selectedKey={chosen === null ? null : String(chosen)}
    onRowActivate={({ number }) => onChoose(number)}
  />
);

const { versionColumns, actColumns } = text;

const day = (moment: string): string => moment.slice(0, 10);

const VERSION_COLUMNS: readonly DataColumn<SchemeVersion>[] = [
  { key: 'number', title: versionColumns.number, text: ({ number }) => schemesPageText.version(number), width: 84, sortable: false },
  { key: 'from', title: versionColumns.from, text: ({ from }) => schemesPageText.from(from), width: 100, sortable: false },
  {
    key: 'state',
    title: versionColumns.state,
    text: (version) => schemesPageText.states[versionState(version)],
    render: (version) => <SchemeTag state={versionState(version)} />,
    width: 100,
    sortable: false,
  },
  {
    key: 'basis',
    title: versionColumns.basis,
    text: ({ approved }) => (approved === null ? '' : `${approved.document}（${approved.by}，${day(approved.at)}）`),
    width: 220,
    sortable: false,
    level: 'B',
  },
  { key: 'reason', title: versionColumns.reason, text: ({ reason }) => reason, sortable: false, level: 'answers' },
  { key: 'by', title: versionColumns.by, text: ({ by }) => by, width: 100, sortable: false },
  { key: 'at', title: versionColumns.at, text: ({ at }) => day(at), width: 104, sortable: false },
];

type Act = SchemeView['acts'][number];

/** 经过: what was decided, the newest first. */
export const ActsTable = ({ acts }: { readonly acts: readonly Act[] }): ReactElement => (
  <DataTable
    title={text.acts}
    columns={ACT_COLUMNS}
    rows={acts.toReversed()}
    rowKey={({ at, act, number }) => `${at} ${act} ${number ?? ''}`}
  />
);

const ACT_COLUMNS: readonly DataColumn<Act>[] = [
  { key: 'act', title: actColumns.act, text: ({ act }) => text.actNames[act], width: 100, sortable: false },
  {
    key: 'number',
    title: actColumns.number,
    text: ({ number }) => (number === null ? text.wholeScheme : schemesPageText.version(number)),
    width: 84,
    sortable: false,
  },
  { key: 'document', title: actColumns.document, text: ({ document }) => document ?? '', width: 220, sortable: false, level: 'B' },
  { key: 'reason', title: actColumns.reason, text: ({ reason }) => reason, sortable: false, level: 'answers' },
  { key: 'by', title: actColumns.by, text: ({ by }) => by, width: 100, sortable: false },
  { key: 'at', title: actColumns.at, text: ({ at }) => day(at), width: 104, sortable: false },
];
