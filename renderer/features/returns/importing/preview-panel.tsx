import { App, Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { PreviewFile } from '../../../../shared/contract/returns.ts';
import type { WireError } from '../../../../shared/contract/wire.ts';
import { importText } from '../../../../shared/text/ui/returns-text.ts';
import { typedPageText } from '../../../../shared/text/ui/typed-page-text.ts';
import { useHost } from '../../../client/context.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { PasswordBox } from '../../../ui/password-box.tsx';
import { adoptedHashes, canAdopt, choicesOf, hashesToDecide, isAdopted, severityCount } from './decisions.ts';
import type { ImportSession } from './import-session.ts';
import type { Preview } from './import-state.ts';
import { previewColumns } from './preview-columns.tsx';
import { PreviewDrawer } from './preview-drawer.tsx';
import { useWork } from '../../../work/work-context.tsx';
import { ReceivedFields } from './received-fields.tsx';
import { useReceive } from './use-receive.ts';

export interface PreviewPanelProps {
  readonly session: ImportSession;
  readonly preview: Preview;
  readonly failure: WireError | null;
  readonly dragging: boolean;
}

/** Everything that was read, with the decision about each file; nothing is stored yet. */
export function PreviewPanel({ session, preview, failure, dragging }: PreviewPanelProps): ReactElement {
  const { year } = useWork();
  const { files, discarded, replacing } = preview;
  const [opened, setOpened] = useState(() => indexOf(files, preview.opened));
  const columns = previewColumns({
    discarded,
    replacing,
    decide: session.decide,
    replace: session.replace,
    choices: (file) => choicesOf(file, preview),
    choose: (file, unitId) => void session.choose(file, unitId),
  });
  const openedFile = opened === null ? undefined : files[opened];
  return (
    <div className={`returns-preview ${dragging ? 'drop-now' : ''}`}>
      <PreviewBar session={session} preview={preview} />
      {preview.typed === undefined ? <ReceivedFields received={preview.received} year={year} onChange={session.receivedAs} /> : null}
      <FailureAlert failure={failure} />
      <PasswordBox files={files} onWord={(word) => void session.unlock(word)} />
      <DataTable<PreviewFile>
        label={importText.preview}
        columns={columns}
        rows={files}
        rowKey={(file) => String(files.indexOf(file))}
        rowClass={(file) => (canAdopt(file) && !isAdopted(file, discarded) ? 'returns-file-discarded' : '')}
        onRowActivate={(file) => setOpened(files.indexOf(file))}
        selectedKey={opened === null ? null : String(opened)}
        extra={<Decisions session={session} preview={preview} />}
      />
      <p className="muted returns-preview-foot">
        {importText.openHint} {preview.typed === undefined ? importText.dropMore : ''}
      </p>
      {opened === null || openedFile === undefined ? null : (
        <PreviewDrawer
          file={openedFile}
          position={{ index: opened, count: files.length }}
          adopted={isAdopted(openedFile, discarded)}
          onAdopt={(adopt) => session.decide(hashesToDecide([openedFile]), adopt)}
          onGo={setOpened}
          onClose={() => setOpened(null)}
          rows={openedFile.sha256 === null ? undefined : preview.rows.get(openedFile.sha256)}
          onRows={(rows) => (openedFile.sha256 === null ? undefined : void session.setRows(openedFile.sha256, rows))}
          atRows={preview.opened !== undefined && preview.opened === openedFile.sha256}
        />
      )}
    </div>
  );
}

function indexOf(files: readonly PreviewFile[], sha256: string | undefined): number | null {
  const index = sha256 === undefined ? -1 : files.findIndex((file) => file.sha256 === sha256);
  return index === -1 ? null : index;
}

interface BarProps {
  readonly session: ImportSession;
  readonly preview: Preview;
}

const NOT_READY = ['undecided', 'rejected', 'duplicate'] as const;

/** Stays in view above the list: how many there are, and the step that stores them. */
function PreviewBar({ session, preview }: BarProps): ReactElement {
  const { modal } = App.useApp();
  const ready = preview.files.filter(canAdopt).length;
  const adopted = adoptedHashes(preview).length;
  const discard = (): void => {
    if (ready === 0) return session.clear();
    void modal.confirm({
      title: importText.discardTitle,
      content: importText.discardText(ready),
      okText: importText.discardYes,
      okButtonProps: { danger: true },
      cancelText: importText.keep,
      onOk: session.clear,
    });
  };
  return (
    <div className="returns-preview-bar">
      <div>
        <h2>{importText.preview}</h2>
        <p>
          {importText.counts(
            preview.files.length,
            ready,
            NOT_READY.map((outcome) => ({
              label: importText.outcomes[outcome],
              count: preview.files.filter((file) => file.outcome === outcome).length,
            })),
          )}
        </p>
      </div>
      <div className="returns-preview-actions">
        {preview.typed === undefined ? <MoreFiles session={session} /> : <Button onClick={session.type}>{typedPageText.back}</Button>}
        <Button onClick={discard}>{importText.discard}</Button>
        <Button
          type="primary"
          disabled={adopted === 0 || (preview.received.on !== null && preview.received.via.trim() === '')}
          onClick={() => void session.store()}
        >
          {ready === 0 ? importText.nothingToStore : adopted === 0 ? importText.nothingAdopted : importText.store(adopted)}
        </Button>
      </div>
    </div>
  );
}

/** Further files, or the same ones read anew. */
function MoreFiles({ session }: Pick<BarProps, 'session'>): ReactElement {
  const { files: hostFiles } = useHost();
  const receive = useReceive(session);
  return (
    <>
      <Button onClick={() => receive(() => hostFiles.pickReturns('files'))}>{importText.addFiles}</Button>
      <Button onClick={() => receive(() => hostFiles.pickReturns('folder'))}>{importText.addFolder}</Button>
      <Button onClick={() => void session.reread()} title={importText.rereadHint}>
        {importText.reread}
      </Button>
    </>
  );
}

function Decisions({ session, preview }: BarProps): ReactElement | null {
  const all = hashesToDecide(preview.files);
  if (all.length === 0) return null;
  const faulty = hashesToDecide(preview.files.filter((file) => severityCount(file, 'error') > 0));
  return (
    <>
      <Button size="small" onClick={() => session.decide(all, true)}>
        {importText.adoptAll}
      </Button>
      <Button size="small" onClick={() => session.decide(all, false)}>
        {importText.adoptNone}
      </Button>
      <Button size="small" disabled={faulty.length === 0} onClick={() => session.decide(faulty, false)}>
        {importText.adoptClean}
      </Button>
    </>
  );
}
