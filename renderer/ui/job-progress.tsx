import { Button, Progress } from 'antd';
import { type ReactElement, useState } from 'react';
import { stageText } from '../../shared/text/stage-text.ts';
import { jobText } from '../../shared/text/ui/app-text.ts';

export interface JobProgressProps {
  /** The result of useJob. */
  readonly job: {
    readonly running: boolean;
    readonly progress: { readonly fraction: number; readonly stage: string } | null;
    cancel(): void;
  };
}

/** How far a running job is, in percent and words, with its cancel button; nothing when none runs. */
export function JobProgress({ job }: JobProgressProps): ReactElement | null {
  return job.running ? <Running job={job} /> : null;
}

/** Mounted for one run only, so that 正在取消 does not outlive the run it belongs to. */
function Running({ job }: JobProgressProps): ReactElement {
  const [cancelling, setCancelling] = useState(false);
  const fraction = job.progress?.fraction ?? 0;
  const stage = job.progress === null ? jobText.starting : stageText(job.progress.stage);
  const cancel = (): void => {
    setCancelling(true);
    job.cancel();
  };
  return (
    <div className="job-progress">
      <span className="job-stage" role="status">
        {cancelling ? jobText.cancelling : stage}
      </span>
      <Progress percent={Math.round(fraction * 100)} status="normal" aria-label={stage} className="job-bar" />
      <Button onClick={cancel} disabled={cancelling}>
        {jobText.cancel}
      </Button>
    </div>
  );
}
