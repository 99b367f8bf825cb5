import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { EventListReport } from '../../../../shared/contract/exceptional-events.ts';
import { eventDays, eventName } from '../../../../shared/text/event-text.ts';
import { eventsPageText as text } from '../../../../shared/text/ui/events-page-text.ts';
import { failureText } from '../../../../shared/text/failure-text.ts';
import { useCall, useCommand, useHost } from '../../../client/context.tsx';
import type { GrantedFile } from '../../../host/host.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { FindingLines } from '../../../ui/finding-lines.tsx';
import { useNotice } from '../../../ui/use-notice.tsx';

/** Enters the events of a list in a workbook: what each row says first, then all at once. */
export function ImportEvents(): ReactElement {
  const { files } = useHost();
  const notice = useNotice();
  const [file, setFile] = useState<GrantedFile | null>(null);
  const choose = async (): Promise<void> => {
    const [chosen] = (await files.pickReturns('files')) ?? [];
    if (chosen === undefined) return;
    if ('grant' in chosen) setFile(chosen);
    else notice.error(text.tooLarge(chosen.name));
  };
  return (
    <>
      <Button onClick={() => void choose().catch(() => notice.error(text.chooseFailed))}>{text.import}</Button>
      {file === null ? null : <ImportDialog file={file} onClose={() => setFile(null)} />}
    </>
  );
}

function ImportDialog({ file, onClose }: { readonly file: GrantedFile; readonly onClose: () => void }): ReactElement {
  const read = useCall('events.read', { source: file.grant });
  const enter = useCommand('events.import');
  const lines = read.data?.lines ?? [];
  const wrong = lines.filter(({ failure }) => failure !== null).length;
  const blocked = lines.length === 0 ? text.importNone : wrong > 0 ? text.importWrong(wrong) : null;
  return (
    <DecisionDialog
      title={text.importTitle(file.name)}
      confirm={text.importConfirm}
      width={900}
      blocked={read.data === undefined ? '' : blocked}
      done={text.importDone(lines.length)}
      decide={(reason) => enter.mutateAsync({ source: file.grant, reason })}
      onClose={onClose}
    >
      <FailureAlert failure={read.error} />
      {read.data === undefined || read.data.findings.length === 0 ? null : <FindingLines findings={read.data.findings} />}
      {lines.length === 0 ? null : (
        <DataTable<Line>
          label={text.importTitle(file.name)}
          columns={COLUMNS}
          rows={lines}
          rowKey={({ sheet, cell }) => `${sheet}!${cell}`}
        />
      )}
    </DecisionDialog>
  );
}

type Line = EventListReport['lines'][number];

const { importColumns: columns } = text;

const COLUMNS: readonly DataColumn<Line>[] = [
  { key: 'cell', title: columns.cell, text: ({ sheet, cell }) => `${sheet}!${cell}`, width: 110 },
  { key: 'kind', title: columns.kind, text: ({ kind, name }) => (kind === null ? '' : eventName({ kind, name })), width: 100 },
  { key: 'days', title: columns.days, text: ({ from, to }) => (from === '' ? '' : eventDays({ from, to })), width: 190 },
  { key: 'places', title: columns.places, text: ({ kind, places }) => (kind === null ? '' : places.join('、') || text.everywhere) },
  { key: 'number', title: columns.number, text: ({ number }) => number, width: 150 },
  {
    key: 'problem',
    title: columns.problem,
    text: ({ failure, number }) =>
      failure === null ? (number === '' ? '' : text.approvedAtOnce) : failureText(failure.code, failure.params),
    width: 230,
  },
];
