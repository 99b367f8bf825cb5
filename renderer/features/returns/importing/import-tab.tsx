import { Alert, Spin } from 'antd';
import type { ReactElement } from 'react';
import { importText } from '../../../../shared/text/ui/returns-text.ts';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { JobProgress } from '../../../ui/job-progress.tsx';
import { DropZone } from './drop-zone.tsx';
import { ImportResult } from './import-result.tsx';
import type { ImportSession } from './import-session.ts';
import type { ImportState } from './import-state.ts';
import { PreviewPanel } from './preview-panel.tsx';
import { TypedForm } from '../typing/typed-form.tsx';

export interface ImportTabProps {
  readonly session: ImportSession;
  readonly state: ImportState;
  /** Something is being dragged over the window. */
  readonly dragging: boolean;
}

/** Choosing files, looking at what they say, taking them in. */
export function ImportTab({ session, state, dragging }: ImportTabProps): ReactElement {
  switch (state.phase) {
    case 'idle':
      return (
        <>
          {state.lost === undefined ? null : (
            <Alert
              className="returns-lost"
              type="warning"
              showIcon
              closable={{ onClose: session.clear }}
              title={state.lost.storing ? importText.lostStoring(state.lost.files) : importText.lost(state.lost.files)}
            />
          )}
          <FailureAlert failure={state.failure} />
          <DropZone session={session} dragging={dragging} />
        </>
      );
    case 'typing':
      return <TypedForm steps={session} draft={state.draft} failure={state.failure} />;
    case 'receiving':
      return (
        <div className="returns-import-running">
          <div role="status">
            <Spin size="small" /> {importText.receiving}
          </div>
        </div>
      );
    case 'reading':
      return <Running title={importText.reading} progress={state.progress} session={session} />;
    case 'storing':
      return <Running title={importText.storing} progress={state.progress} session={session} />;
    case 'preview':
      return <PreviewPanel session={session} preview={state.preview} failure={state.failure} dragging={dragging} />;
    case 'done':
      return <ImportResult report={state.report} left={state.left} onAgain={session.clear} />;
  }
}

interface RunningProps {
  readonly title: string;
  readonly progress: { readonly fraction: number; readonly stage: string } | null;
  readonly session: ImportSession;
}

function Running({ title, progress, session }: RunningProps): ReactElement {
  return (
    <div className="returns-import-running">
      <h2>{title}</h2>
      <JobProgress job={{ running: true, progress, cancel: session.cancel }} />
    </div>
  );
}
