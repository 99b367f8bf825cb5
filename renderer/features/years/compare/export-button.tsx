import { Button } from 'antd';
import type { ReactElement } from 'react';
import { yearComparisonText as text } from '../../../../shared/text/year-comparison-text.ts';
import { useHost, useJob } from '../../../client/context.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { useNotice } from '../../../ui/use-notice.tsx';

/** 导出 Excel of 多年对照, where the user wants it. */
export function ExportButton(): ReactElement {
  const { files: host } = useHost();
  const job = useJob('year.export');
  const notice = useNotice();
  const start = async (): Promise<void> => {
    const target = await host.outputFile(text.fileName);
    if (target === null || (await job.start({ file: target.grant })) === null) return;
    await host.delivered(target);
    // A browser takes files over itself; where it puts them the page does not learn.
    notice.success(host.revealAvailability === 'unavailable' ? text.downloaded(target.name) : text.exported(target.name));
  };
  return (
    <>
      <FailureAlert failure={job.failure} />
      <Button size="small" loading={job.running} onClick={() => void start()}>
        {text.export}
      </Button>
    </>
  );
}
