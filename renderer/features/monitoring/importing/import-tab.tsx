import { FolderOpenOutlined, InboxOutlined } from '@ant-design/icons';
import { Button, Spin } from 'antd';
import type { ReactElement } from 'react';
import { monitoringImportText as text } from '../../../../shared/text/ui/monitoring-import-text.ts';
import { useHost } from '../../../client/context.tsx';
import type { ChosenFiles } from '../../../host/host.ts';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { JobProgress } from '../../../ui/job-progress.tsx';
import { Panel } from '../../../ui/page.tsx';
import { HourStampChoice } from './hour-stamp.tsx';
import { ImportResult } from './import-result.tsx';
import type { ImportSession } from './import-session.ts';
import type { ImportState } from './import-state.ts';
import { PreviewPanel } from './preview-panel.tsx';

export interface ImportTabProps {
  readonly session: ImportSession;
  readonly state: ImportState;
  readonly receive: (choose: () => Promise<ChosenFiles | null>) => void;
  /** Something is being dragged over the window. */
  readonly dragging: boolean;
  readonly onDone: () => void;
}

/** Choosing files, looking at what they say, taking them in. */
export function ImportTab(props: ImportTabProps): ReactElement {
  const { session, state } = props;
  switch (state.phase) {
    case 'idle':
      return (
        <div className="monitoring-tab">
          <FailureAlert failure={state.failure} />
          <DropZone {...props} />
          <Panel title={text.guide}>
            <ul className="monitoring-guide">
              {text.guideItems.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </Panel>
        </div>
      );
    case 'receiving':
      return (
        <div className="monitoring-running" role="status">
          <Spin size="small" /> {text.receiving}
        </div>
      );
    case 'reading':
    case 'storing':
      return (
        <div className="monitoring-running">
          <h2>{state.phase === 'reading' ? text.reading : text.storing}</h2>
          <JobProgress job={{ running: true, progress: state.progress, cancel: session.cancel }} />
        </div>
      );
    case 'preview':
      return (
        <PreviewPanel session={session} preview={state.preview} failure={state.failure} receive={props.receive} dragging={props.dragging} />
      );
    case 'done':
      return (
        <ImportResult
          preview={state.preview}
          report={state.report}
          onAgain={session.clear}
          onDone={() => {
            session.clear();
            props.onDone();
          }}
        />
      );
  }
}

function DropZone({ session, receive, dragging }: ImportTabProps): ReactElement {
  const { files } = useHost();
  return (
    <div className={`drop-zone ${dragging ? 'drop-now' : ''}`}>
      <InboxOutlined aria-hidden="true" className="drop-picture" />
      <p className="drop-title">{text.dropTitle}</p>
      <p className="muted">{text.dropHint}</p>
      <p className="monitoring-steps">
        <Button type="primary" onClick={() => receive(() => files.pickReturns('files'))}>
          {text.pickFiles}
        </Button>
        <Button icon={<FolderOpenOutlined aria-hidden="true" />} onClick={() => receive(() => files.pickReturns('folder'))}>
          {text.pickFolder}
        </Button>
      </p>
      <HourStampChoice session={session} />
      <p className="muted">{text.abilities}</p>
    </div>
  );
}
