import { Alert, Button } from 'antd';
import type { ReactElement } from 'react';
import { reportsText } from '../../../shared/text/ui/reports-text.ts';
import { useHost } from '../../client/context.tsx';
import { FailureAlert } from '../../ui/failure-alert.tsx';
import { JobProgress } from '../../ui/job-progress.tsx';
import type { Export } from './use-export.ts';

/** What is being exported, and how it ended. */
export function ExportOutcome({ exporting }: { readonly exporting: Export }): ReactElement | null {
  const { files } = useHost();
  const { done } = exporting;
  return (
    <>
      <JobProgress job={exporting} />
      <FailureAlert failure={exporting.failure} />
      {exporting.partly === null ? null : <p role="status">{exporting.partly}</p>}
      {done === null ? null : (
        <Alert
          className="export-done"
          type="success"
          showIcon
          title={done.sentence}
          closable={{ closeIcon: true, 'aria-label': reportsText.close, onClose: exporting.dismiss }}
          {...(files.revealAvailability === 'available'
            ? {
                action: (
                  <Button size="small" onClick={() => void files.reveal(done.target)}>
                    {reportsText.reveal}
                  </Button>
                ),
              }
            : {})}
        />
      )}
    </>
  );
}
