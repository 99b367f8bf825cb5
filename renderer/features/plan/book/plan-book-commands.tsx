import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { bookPageText } from '../../../../shared/text/ui/plan-book-page-text.ts';
import { useHost, useJob } from '../../../client/context.tsx';
import type { GrantedFile } from '../../../host/host.ts';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { JobProgress } from '../../../ui/job-progress.tsx';
import { useChosenBook } from '../../../ui/use-chosen-book.ts';
import { useNotice } from '../../../ui/use-notice.tsx';
import { useLock } from '../../../work/lock.tsx';
import { useWork } from '../../../work/work-context.tsx';
import { ImportDialog } from './import-dialog.tsx';

/** 导出 and 导入 of the plan as a workbook. A signed year keeps its own list; what is taken in may be for another. */
export function PlanBookCommands(): ReactElement {
  const readOnly = useLock() === 'readOnly';
  const writing = useExportedBook();
  const [source, setSource] = useState<GrantedFile | null>(null);
  const choose = useChosenBook(setSource);
  return (
    <>
      <span className="tab-buttons">
        <Button
          icon={<DownloadOutlined aria-hidden="true" />}
          title={bookPageText.exportHint}
          disabled={writing.job.running}
          onClick={() => void writing.start()}
        >
          {bookPageText.export}
        </Button>
        {readOnly ? null : (
          <Button icon={<UploadOutlined aria-hidden="true" />} title={bookPageText.importHint} onClick={() => void choose()}>
            {bookPageText.import}
          </Button>
        )}
      </span>
      <JobProgress job={writing.job} />
      <FailureAlert failure={writing.job.failure} />
      {source === null ? null : <ImportDialog source={source} onClose={() => setSource(null)} />}
    </>
  );
}

function useExportedBook(): { readonly job: ReturnType<typeof useJob<'plan.export'>>; start(): Promise<void> } {
  const { summary, year } = useWork();
  const { files } = useHost();
  const notice = useNotice();
  const job = useJob('plan.export');
  const start = async (): Promise<void> => {
    const target = await files.outputFile(bookPageText.exportName(summary.district.name, year));
    if (target === null) return;
    const made = await job.start({ file: target.grant, year });
    if (made === null) return;
    await files.delivered(target);
    notice.success(bookPageText.exported(target.name));
  };
  return { job, start };
}
