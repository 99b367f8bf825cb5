import { CheckCircleFilled, ClockCircleOutlined, LoadingOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { WireError } from '../../shared/contract/wire.ts';
import { welcomeText } from '../../shared/text/ui/app-text.ts';
import { failureOf, useCommand, useHost, useJob } from '../client/context.tsx';
import { FailureAlert } from '../ui/failure-alert.tsx';
import { JobProgress } from '../ui/job-progress.tsx';

type Step = 'create' | 'write' | 'import';
const STEPS: readonly Step[] = ['create', 'write', 'import'];

export interface SampleTrialProps {
  /** Plan the work is made of; null while none is known. */
  readonly planId: string | null;
  readonly onEntered: () => void;
}

/** Makes a work filled with invented returns: three steps that follow each other in view, and can be cancelled. */
export function SampleTrial({ planId, onEntered }: SampleTrialProps): ReactElement {
  const trial = useSampleTrial(planId, onEntered);
  if (trial.step === null) {
    return (
      <>
        <Button disabled={planId === null} onClick={trial.start}>
          {welcomeText.sampleButton}
        </Button>
        {trial.failure?.code === 'CANCELLED' ? (
          <p role="status">{welcomeText.sampleCancelled}</p>
        ) : (
          <FailureAlert failure={trial.failure} />
        )}
      </>
    );
  }
  const now = STEPS.indexOf(trial.step);
  return (
    <div aria-label={welcomeText.sampleRunning} role="group">
      <ol className="trial-steps">
        {STEPS.map((step, index) => (
          <TrialStep key={step} step={step} state={index < now ? 'done' : index === now ? 'running' : 'waiting'} />
        ))}
      </ol>
      <JobProgress job={trial.job} />
    </div>
  );
}

const STEP_ICONS = { done: CheckCircleFilled, running: LoadingOutlined, waiting: ClockCircleOutlined } as const;

function TrialStep({ step, state }: { readonly step: Step; readonly state: keyof typeof STEP_ICONS }): ReactElement {
  const Icon = STEP_ICONS[state];
  return (
    <li className={`trial-${state}`}>
      <Icon aria-hidden="true" />
      <span>{welcomeText.sampleSteps[step]}</span>
      <span className="muted">{welcomeText.sampleStepState[state]}</span>
    </li>
  );
}

interface SampleTrialState {
  readonly step: Step | null;
  readonly job: ReturnType<typeof useJob<'samples.write' | 'returns.import'>>;
  readonly failure: WireError | null;
  start(): void;
}

function useSampleTrial(planId: string | null, onEntered: () => void): SampleTrialState {
  const create = useCommand('work.create');
  const { files } = useHost();
  const write = useJob('samples.write');
  const take = useJob('returns.import');
  const consent = useCommand('consents.give');
  const [step, setStep] = useState<Step | null>(null);
  const [failure, setFailure] = useState<WireError | null>(null);

  const run = async (): Promise<void> => {
    if (planId === null) return;
    setFailure(null);
    setStep('create');
    const place = await files.sampleWork();
    const work = await create.mutateAsync({ file: place.work.grant, planId });
    const [year] = work.targetYears;
    if (year === undefined) return onEntered();
    setStep('write');
    const written = await write.start({ year, folder: place.folder.grant });
    if (written === null) return;
    setStep('import');
    if ((await take.start({ year, sources: [place.folder.grant] })) === null) return;
    for (const { unit, row, reason } of written.consents)
      await consent.mutateAsync({ year, unit, row, reason, by: welcomeText.sampleOffice });
    onEntered();
  };
  const start = (): void =>
    void run()
      .catch((error: unknown) => setFailure(failureOf(error)))
      .finally(() => setStep(null));
  return { step, job: step === 'import' ? take : write, failure: failure ?? write.failure ?? take.failure, start };
}
