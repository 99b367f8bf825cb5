import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { MonitoringFileRow } from '../../../../shared/contract/monitoring-files.ts';
import { monitoringFilesText as text, monitoringKindText, monitoringStateText } from '../../../../shared/text/monitoring-file-text.ts';
import { outdatedText, ruleText } from '../../../../shared/text/source-text.ts';
import { useCall, useCommand } from '../../../client/context.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { FindingLines } from '../../../ui/finding-lines.tsx';
import { SideDrawer } from '../../../ui/side-drawer.tsx';
import { useNotice } from '../../../ui/use-notice.tsx';
import { LockLine, useLock } from '../../../work/lock.tsx';

/** One received file: what it speaks of, what became of it, its findings, and the decision about it. */
export function ReceivedFileDrawer({ file, onClose }: { readonly file: MonitoringFileRow; readonly onClose: () => void }): ReactElement {
  const found = useCall('monitoring.findings', { number: file.number });
  const [deciding, setDeciding] = useState(false);
  const readOnly = useLock() === 'readOnly';
  const withdrawn = file.state === 'withdrawn';
  return (
    <SideDrawer title={<span className="long-name">{file.file}</span>} onClose={onClose}>
      <div className="day-detail">
        <p className="monitoring-steps">
          <span>{monitoringKindText(file.kind)}</span>
          <span>{monitoringStateText(file.state)}</span>
          <span>{text.span(file.from, file.to)}</span>
          <span className="muted">{file.places.join('、')}</span>
        </p>
        {file.rules.length === 0 ? null : <p>{text.readBy(file.rules.map(ruleText))}</p>}
        {file.outdated.length === 0 ? null : <p>{outdatedText(file.outdated)}</p>}
        {readOnly ? (
          <LockLine />
        ) : (
          <p>
            <Button danger={!withdrawn} onClick={() => setDeciding(true)}>
              {withdrawn ? text.restore : text.withdraw}
            </Button>
          </p>
        )}
        {file.decisions.length === 0 ? null : (
          <DataTable<Decision>
            title={text.history}
            columns={HISTORY}
            rows={file.decisions}
            rowKey={(decision) => String(file.decisions.indexOf(decision))}
          />
        )}
        <h3>{text.findings(file.errors + file.warnings + file.infos)}</h3>
        <FailureAlert failure={found.error} />
        {found.data === undefined ? null : found.data.findings.length === 0 ? (
          <p className="muted">{text.noFindings}</p>
        ) : (
          <FindingLines findings={found.data.findings} />
        )}
      </div>
      {deciding ? <FileDecision file={file} onClose={() => setDeciding(false)} /> : null}
    </SideDrawer>
  );
}

/** Undo of a withdrawal is a restoration, and the other way round: both are commands of their own with a reason. */
function FileDecision({ file, onClose }: { readonly file: MonitoringFileRow; readonly onClose: () => void }): ReactElement {
  const notice = useNotice();
  const withdraw = useCommand('monitoring.withdraw');
  const restore = useCommand('monitoring.restore');
  const takesBack = file.state !== 'withdrawn';
  return (
    <DecisionDialog
      title={(takesBack ? text.withdrawTitle : text.restoreTitle)(file.file)}
      confirm={takesBack ? text.withdraw : text.restore}
      danger={takesBack}
      decide={async (reason) => {
        const { act, changed } = await (takesBack ? withdraw : restore).mutateAsync({ number: file.number, reason });
        notice.success(text.done(act, file.file, changed));
      }}
      onClose={onClose}
    >
      <p>{takesBack ? text.withdrawEffect(file.counting) : text.restoreEffect}</p>
    </DecisionDialog>
  );
}

type Decision = MonitoringFileRow['decisions'][number];

const { historyColumns: titles } = text;

const HISTORY: readonly DataColumn<Decision>[] = [
  { key: 'at', title: titles.at, text: ({ at }) => at.slice(0, 16).replace('T', ' '), width: 150 },
  { key: 'act', title: titles.act, text: ({ act }) => text.act(act), width: 80 },
  { key: 'reason', title: titles.reason, text: ({ reason }) => reason },
  { key: 'by', title: titles.by, text: ({ by }) => by, width: 110 },
];
