import { Spin } from 'antd';
import { type ReactElement, useState } from 'react';
import type { MonitoringFileRow } from '../../../../shared/contract/monitoring-files.ts';
import {
  monitoringFilesText as text,
  monitoringKindText,
  monitoringPlacesText,
  monitoringStateText,
} from '../../../../shared/text/monitoring-file-text.ts';
import { monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { useCall } from '../../../client/context.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { type ShownState, StateTag } from '../../../ui/state-tag.tsx';
import { numbers } from '../evaluation/evaluation-columns.tsx';
import { NoData } from '../no-data.tsx';
import { SampleMark } from '../sample-mark.tsx';
import { ReceivedFileDrawer } from './received-file-drawer.tsx';

/** 收到的文件: every monitoring file that was taken in; one opens to its findings, and can be taken back there. */
export function FilesTab(): ReactElement {
  const shown = useCall('monitoring.files', {}, { keepPrevious: true });
  const [opened, setOpened] = useState<number | null>(null);
  if (shown.isPending)
    return (
      <div role="status">
        <Spin /> {monitoringText.loading}
      </div>
    );
  if (shown.data === undefined) return <FailureAlert failure={shown.error} onRetry={() => void shown.refetch()} />;
  const { files } = shown.data;
  if (files.length === 0) return <NoData title={text.none} hint={text.hint} />;
  const row = files.find(({ number }) => number === opened);
  return (
    <>
      <p className="muted">{text.hint}</p>
      <DataTable<MonitoringFileRow>
        title={text.title}
        columns={COLUMNS}
        rows={files}
        rowKey={({ number }) => String(number)}
        onRowActivate={({ number }) => setOpened(number)}
        selectedKey={opened === null ? null : String(opened)}
      />
      {row === undefined ? null : <ReceivedFileDrawer key={row.number} file={row} onClose={() => setOpened(null)} />}
    </>
  );
}

const { columns } = text;

const TAGS: Readonly<Record<MonitoringFileRow['state'], ShownState>> = {
  counts: 'accepted',
  replaced: 'duplicate',
  withdrawn: 'notApplicable',
};

const COLUMNS: readonly DataColumn<MonitoringFileRow>[] = [
  numbers('number', columns.number, 88, ({ number }) => number),
  {
    key: 'file',
    title: columns.file,
    text: ({ file }) => file,
    filter: 'search',
    render: ({ file, sample }) => (
      <>
        <span className="long-name">{file}</span> {sample ? <SampleMark /> : null}
      </>
    ),
  },
  { key: 'kind', title: columns.kind, text: ({ kind }) => monitoringKindText(kind), filter: 'values', width: 104 },
  {
    key: 'state',
    title: columns.state,
    text: ({ state }) => monitoringStateText(state),
    filter: 'values',
    width: 104,
    render: ({ state }) => <StateTag state={TAGS[state]} text={monitoringStateText(state)} />,
  },
  { key: 'span', title: columns.span, text: ({ from, to }) => text.span(from, to), width: 130 },
  { key: 'places', title: columns.places, text: ({ places }) => monitoringPlacesText(places), width: 150 },
  { key: 'counting', title: columns.counting, text: ({ counting, rows }) => `${counting}/${rows}`, width: 104, sortable: false },
  numbers('errors', columns.errors, 74, ({ errors }) => errors),
  numbers('warnings', columns.warnings, 74, ({ warnings }) => warnings),
  { key: 'received', title: columns.received, text: ({ importedAt }) => importedAt.slice(0, 10), width: 106 },
];
