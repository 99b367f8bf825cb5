import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { valueBookPageText as text } from '../../../../shared/text/ui/value-book-page-text.ts';
import { useHost, useJob } from '../../../client/context.tsx';
import type { GrantedFile } from '../../../host/host.ts';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { useChosenBook } from '../../../ui/use-chosen-book.ts';
import { useNotice } from '../../../ui/use-notice.tsx';
import { useLock } from '../../../work/lock.tsx';
import { useWork } from '../../../work/work-context.tsx';
import type { BookKind } from './book-draft.ts';
import { ValueBookDialog } from './value-book-dialog.tsx';

/** 导出目标表: the workbook in which a clerk fills in what a document sets, for many measures at once. */
export function ValueFormButton(): ReactElement {
  const { summary, year } = useWork();
  const { files } = useHost();
  const notice = useNotice();
  const job = useJob('targets.form');
  const start = async (): Promise<void> => {
    const target = await files.outputFile(text.exportName(summary.district.name, year));
    if (target === null || (await job.start({ file: target.grant, year })) === null) return;
    await files.delivered(target);
    notice.success(text.exported(target.name));
  };
  return (
    <>
      <FailureAlert failure={job.failure} />
      <Button icon={<DownloadOutlined aria-hidden="true" />} title={text.exportHint} loading={job.running} onClick={() => void start()}>
        {text.export}
      </Button>
    </>
  );
}

/** 导入 of such a workbook, where something of the year can be changed. */
export function ValueBookButton({ kind }: { readonly kind: BookKind }): ReactElement | null {
  const lock = useLock();
  const [source, setSource] = useState<GrantedFile | null>(null);
  const choose = useChosenBook(setSource);
  if (lock !== null) return null;
  const words = text.kinds[kind];
  return (
    <>
      <Button icon={<UploadOutlined aria-hidden="true" />} title={words.hint} onClick={() => void choose()}>
        {words.import}
      </Button>
      {source === null ? null : <ValueBookDialog kind={kind} source={source} onClose={() => setSource(null)} />}
    </>
  );
}
