import { DownloadOutlined, FolderOpenOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import type { ReactElement } from 'react';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { templatesText } from '../../../../shared/text/ui/returns-text.ts';
import { useHost } from '../../../client/context.tsx';
import type { GrantedFile } from '../../../host/host.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';

type TemplateFile = MethodOutput<'returns.templates'>['files'][number];

export interface TemplatesResultProps {
  readonly folder: GrantedFile;
  readonly files: readonly TemplateFile[];
  readonly onAgain: () => void;
}

export function TemplatesResult({ folder, files, onAgain }: TemplatesResultProps): ReactElement {
  const { files: hostFiles } = useHost();
  const onDisk = hostFiles.revealAvailability === 'available';
  return (
    <div className="returns-import-result">
      <Alert
        type="success"
        showIcon
        title={onDisk ? templatesText.done(files.length, folder.name) : templatesText.doneDownload(files.length, folder.name)}
        action={
          <span className="returns-result-actions">
            {onDisk ? (
              <Button type="primary" icon={<FolderOpenOutlined aria-hidden="true" />} onClick={() => void hostFiles.reveal(folder)}>
                {templatesText.reveal}
              </Button>
            ) : (
              <Button icon={<DownloadOutlined aria-hidden="true" />} onClick={() => void hostFiles.delivered(folder)}>
                {templatesText.download}
              </Button>
            )}
            <Button onClick={onAgain}>{templatesText.again}</Button>
          </span>
        }
      />
      <DataTable<TemplateFile> title={templatesText.files} columns={COLUMNS} rows={files} rowKey={(file) => file.unitId} />
    </div>
  );
}

const COLUMNS: readonly DataColumn<TemplateFile>[] = [
  { key: 'unit', title: templatesText.columns.unit, text: (file) => file.unitName, filter: 'search', width: 180 },
  { key: 'file', title: templatesText.columns.file, text: (file) => file.file, filter: 'search' },
  {
    key: 'rows',
    title: templatesText.columns.rows,
    text: (file) => String(file.rows),
    sortValue: (file) => file.rows,
    align: 'right',
    width: 110,
  },
];
