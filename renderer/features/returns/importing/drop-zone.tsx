import { FolderOpenOutlined, InboxOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { importText } from '../../../../shared/text/ui/returns-text.ts';
import { typedPageText } from '../../../../shared/text/ui/typed-page-text.ts';
import { useHost } from '../../../client/context.tsx';
import type { ImportSession } from './import-session.ts';
import { useReceive } from './use-receive.ts';

/** Where files are dropped; the whole page takes a drop, this is the place that says so. */
export function DropZone({ session, dragging }: { readonly session: ImportSession; readonly dragging: boolean }): ReactElement {
  const { files } = useHost();
  const receive = useReceive(session);
  return (
    <div className={`drop-zone ${dragging ? 'drop-now' : ''}`}>
      <InboxOutlined aria-hidden="true" className="drop-picture" />
      <p className="drop-title">{dragging ? importText.dropNow : importText.dropTitle}</p>
      <p className="muted">{importText.dropHint}</p>
      <p className="returns-drop-buttons">
        <Button type="primary" onClick={() => receive(() => files.pickReturns('files'))}>
          {importText.pickFiles}
        </Button>
        <Button icon={<FolderOpenOutlined aria-hidden="true" />} onClick={() => receive(() => files.pickReturns('folder'))}>
          {importText.pickFolder}
        </Button>
      </p>
      <p className="muted">{importText.abilities}</p>
      <p className="returns-drop-buttons">
        <Button onClick={session.type}>{typedPageText.open}</Button>
      </p>
      <p className="muted">{typedPageText.openHint}</p>
    </div>
  );
}
