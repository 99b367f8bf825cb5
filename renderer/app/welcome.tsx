import { ExperimentOutlined, FileAddOutlined, FolderOpenOutlined, WarningFilled } from '@ant-design/icons';
import { Alert, Button, Select } from 'antd';
import { type ComponentType, type ReactElement, type ReactNode, useId, useState } from 'react';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { MethodOutput } from '../../shared/contract/contract.ts';
import { failureText } from '../../shared/text/failure-text.ts';
import { appText, welcomeText } from '../../shared/text/ui/app-text.ts';
import { useCall, useCommand, useHost } from '../client/context.tsx';
import type { GrantedFile } from '../host/host.ts';
import { FailureAlert, failureSentence } from '../ui/failure-alert.tsx';
import { SampleTrial } from './sample-trial.tsx';
import { useNotice } from '../ui/use-notice.tsx';

export interface WelcomeProps {
  /** Present while another work is open. */
  readonly onBack?: () => void;
  /** A work has been opened or made. */
  readonly onEntered: () => void;
}

/** Three ways to begin. */
export function Welcome({ onBack, onEntered }: WelcomeProps): ReactElement {
  const plans = useCall('plan.list', {});
  return (
    <main className="welcome">
      <header className="welcome-head">
        <p className="brand">{appText.product}</p>
        <h1>{welcomeText.title}</h1>
        <p>{welcomeText.intro}</p>
        {onBack === undefined ? null : <Button onClick={onBack}>{welcomeText.back}</Button>}
      </header>
      <div className="welcome-ways">
        <NewWork plans={plans} onEntered={onEntered} />
        <KnownWork onEntered={onEntered} />
        <Way Icon={ExperimentOutlined} title={welcomeText.sample} hint={welcomeText.sampleHint}>
          <SampleTrial planId={plans.data?.plans[0]?.id ?? null} onEntered={onEntered} />
        </Way>
      </div>
    </main>
  );
}

interface NewWorkProps {
  readonly plans: UseQueryResult<MethodOutput<'plan.list'>>;
  readonly onEntered: () => void;
}

function NewWork({ plans, onEntered }: NewWorkProps): ReactElement {
  const { files } = useHost();
  const create = useCommand('work.create');
  const [chosen, setChosen] = useState<string | null>(null);
  const labelId = useId();
  const choices = plans.data?.plans ?? [];
  const plan = choices.find(({ id }) => id === chosen) ?? choices[0];
  const begin = async (): Promise<void> => {
    if (plan === undefined) return;
    const file = await files.newWork(welcomeText.suggestedName(plan.title));
    if (file === null) return;
    await create.mutateAsync({ file: file.grant, planId: plan.id });
    onEntered();
  };
  return (
    <Way Icon={FileAddOutlined} title={welcomeText.create} hint={welcomeText.createHint}>
      <label htmlFor={labelId} className="welcome-label">
        {welcomeText.createPlan}
      </label>
      <Select
        id={labelId}
        value={plan?.id ?? null}
        disabled={choices.length === 0}
        placeholder={plans.isPending ? appText.loading : null}
        onChange={setChosen}
        options={choices.map(({ id, title, documentNumber }) => ({ value: id, label: welcomeText.planOption(title, documentNumber) }))}
        className="welcome-select"
      />
      {plan === undefined ? null : <p className="muted">{welcomeText.planDetail(plan.documentNumber, plan.years)}</p>}
      <PlanProblems plans={plans} />
      <Button type="primary" disabled={plan === undefined} loading={create.isPending} onClick={() => void begin().catch(() => undefined)}>
        {welcomeText.createButton}
      </Button>
      <FailureAlert failure={create.error} />
    </Way>
  );
}

/** Why there is no plan to choose, or why one of them is not among the choices. */
function PlanProblems({ plans }: Pick<NewWorkProps, 'plans'>): ReactElement {
  const unreadable = plans.data?.unreadable ?? [];
  return (
    <>
      <FailureAlert failure={plans.error} onRetry={() => void plans.refetch()} />
      {plans.data?.plans.length === 0 ? <p>{welcomeText.noPlans}</p> : null}
      {unreadable.map((problem) => (
        <Alert
          key={problem.plan}
          type="warning"
          showIcon
          icon={<WarningFilled aria-hidden="true" />}
          title={failureText('PLAN_INVALID', problem)}
        />
      ))}
    </>
  );
}

function KnownWork({ onEntered }: { readonly onEntered: () => void }): ReactElement {
  const { files } = useHost();
  const notice = useNotice();
  const answers = useQueryClient();
  const open = useCommand('work.open');
  const known = useQuery({ queryKey: ['host', 'knownWorks'], queryFn: () => files.knownWorks(), networkMode: 'always' });
  const [dialog, setDialog] = useState(true);
  const enter = async (file: GrantedFile): Promise<void> => {
    await open.mutateAsync({ file: file.grant });
    onEntered();
  };
  const choose = async (): Promise<void> => {
    const file = await files.openWork();
    if (file === 'unavailable') {
      setDialog(false);
      await answers.invalidateQueries({ queryKey: ['host', 'knownWorks'] });
    } else if (file !== null) await enter(file);
  };
  const guarded = (work: Promise<void>): void => void work.catch((error: Error) => notice.error(failureSentence(error)));
  const works = known.data ?? [];
  return (
    <Way Icon={FolderOpenOutlined} title={welcomeText.open} hint={welcomeText.openHint}>
      <h3 className="welcome-label">{welcomeText.openKnown}</h3>
      {works.length === 0 ? (
        <p className="muted">{welcomeText.openNone}</p>
      ) : (
        <ul className="known-works">
          {works.map((work) => (
            <li key={work.grant}>
              <Button
                type="link"
                disabled={open.isPending}
                onClick={() => guarded(enter(work))}
                aria-label={welcomeText.openOne(work.name)}
              >
                {work.name}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {dialog ? (
        <Button loading={open.isPending} onClick={() => guarded(choose())}>
          {welcomeText.openButton}
        </Button>
      ) : (
        <p className="muted">{welcomeText.openOnlyKnown}</p>
      )}
      <FailureAlert failure={open.error} />
    </Way>
  );
}

interface WayProps {
  readonly Icon: ComponentType<{ 'aria-hidden': 'true' }>;
  readonly title: string;
  readonly hint: string;
  readonly children: ReactNode;
}

function Way({ Icon, title, hint, children }: WayProps): ReactElement {
  const headingId = useId();
  return (
    <section className="way" aria-labelledby={headingId}>
      <h2 id={headingId}>
        <Icon aria-hidden="true" /> {title}
      </h2>
      <p className="way-hint">{hint}</p>
      <div className="way-body">{children}</div>
    </section>
  );
}
