import { DownloadOutlined, FolderOpenOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { reportsText } from '../../../shared/text/ui/reports-text.ts';
import { useHost } from '../../client/context.tsx';
import type { Export, ExportedFile } from './use-export.ts';

/** All documents of the year at once: into a folder, or from a browser, which has no folders to choose, as one download. */
export function AllDocuments({ files, exporting }: { readonly files: readonly ExportedFile[]; readonly exporting: Export }): ReactElement {
  const downloads = useHost().files.revealAvailability === 'unavailable';
  const icon = downloads ? <DownloadOutlined aria-hidden="true" /> : <FolderOpenOutlined aria-hidden="true" />;
  return (
    <section className="reports-all">
      <Button block icon={icon} disabled={exporting.running} onClick={() => void exporting.all(files, 'remembered')}>
        {downloads ? reportsText.downloadAll : reportsText.exportAll}
      </Button>
      <p className="muted">{downloads ? reportsText.downloadAllHint(files.length) : reportsText.exportAllHint(files.length)}</p>
      {downloads ? null : (
        <Button
          type="link"
          size="small"
          disabled={exporting.running}
          title={reportsText.otherFolderHint}
          onClick={() => void exporting.all(files, 'ask')}
        >
          {reportsText.otherFolder}
        </Button>
      )}
    </section>
  );
}
