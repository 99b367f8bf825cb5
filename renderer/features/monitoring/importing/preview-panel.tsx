import { WarningFilled } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { MonitoringFile } from '../../../../shared/contract/monitoring.ts';
import type { WireError } from '../../../../shared/contract/wire.ts';
import { monitoringImportText as text } from '../../../../shared/text/ui/monitoring-import-text.ts';
import { useHost } from '../../../client/context.tsx';
import type { ChosenFiles } from '../../../host/host.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { PasswordBox } from '../../../ui/password-box.tsx';
import { AssignNames } from './assign-names.tsx';
import { ChooseRules } from './choose-rules.tsx';
import { FileDrawer } from './file-drawer.tsx';
import { HourStampChoice } from './hour-stamp.tsx';
import type { ImportSession } from './import-session.ts';
import { adoptedHashes, canAdopt, type Preview } from './import-state.ts';
import { previewColumns } from './preview-columns.tsx';

export interface PreviewPanelProps {
  readonly session: ImportSession;
  readonly preview: Preview;
  readonly failure: WireError | null;
  readonly receive: (choose: () => Promise<ChosenFiles | null>) => void;
  readonly dragging: boolean;
}

/** Everything that was read; nothing is stored yet. */
export function PreviewPanel({ session, preview, failure, receive, dragging }: PreviewPanelProps): ReactElement {
  const [opened, setOpened] = useState<number | null>(null);
  const { files } = preview;
  const openedFile = opened === null ? undefined : files[opened];
  return (
    <div className={`monitoring-tab ${dragging ? 'drop-now' : ''}`}>
      <PreviewBar session={session} preview={preview} receive={receive} />
      <FailureAlert failure={failure} />
      <PasswordBox files={files} onWord={(word) => void session.unlock(word)} />
      {preview.refused.map(({ name }) => (
        <Alert key={name} type="warning" showIcon icon={<WarningFilled aria-hidden="true" />} title={text.tooLarge(name)} />
      ))}
      <AssignNames session={session} preview={preview} />
      <ChooseRules session={session} preview={preview} />
      <DataTable<MonitoringFile>
        label={text.preview}
        columns={previewColumns(preview, session.decide)}
        rows={files}
        rowKey={(file) => String(files.indexOf(file))}
        onRowActivate={(file) => setOpened(files.indexOf(file))}
        selectedKey={opened === null ? null : String(opened)}
      />
      <p className="muted">
        {text.openHint} {text.dropMore}
      </p>
      {openedFile === undefined ? null : <FileDrawer file={openedFile} onClose={() => setOpened(null)} />}
    </div>
  );
}

function PreviewBar({ session, preview, receive }: Pick<PreviewPanelProps, 'session' | 'preview' | 'receive'>): ReactElement {
  const { files: host } = useHost();
  const { files } = preview;
  const ready = files.filter(canAdopt).length;
  const adopted = adoptedHashes(preview).length;
  const rejected = files.filter(({ outcome }) => outcome === 'rejected').length;
  return (
    <div className="monitoring-preview-bar">
      <div>
        <h2>{text.preview}</h2>
        <p>{text.counts(files.length, ready, files.length - ready - rejected, rejected)}</p>
      </div>
      <div className="monitoring-steps">
        <HourStampChoice session={session} />
        <Button onClick={() => receive(() => host.pickReturns('files'))}>{text.addFiles}</Button>
        <Button onClick={() => void session.reread()}>{text.reread}</Button>
        <Button onClick={session.clear}>{text.discard}</Button>
        <Button type="primary" disabled={adopted === 0} onClick={() => void session.store()}>
          {text.store(adopted)}
        </Button>
      </div>
    </div>
  );
}
