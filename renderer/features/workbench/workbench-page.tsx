import { Button, Spin } from 'antd';
import type { ReactElement } from 'react';
import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { appText } from '../../../shared/text/ui/app-text.ts';
import { workbenchText } from '../../../shared/text/ui/workbench-text.ts';
import { useLock } from '../../work/lock.tsx';
import { useRoute } from '../../work/routes.ts';
import { useWork } from '../../work/work-context.tsx';
import { useCall } from '../../client/context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureAlert, isYearLimit } from '../../ui/failure-alert.tsx';
import { Page } from '../../ui/page.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { IndicatorPanel } from './indicator-panel.tsx';
import { MissingPanel } from './missing-panel.tsx';
import { MonthsPanel } from './months-panel.tsx';
import { type NextStep, nextSteps } from './next-steps.ts';
import { pm25Figure } from './pm25-figure.ts';
import { YearFigures } from './year-figures.tsx';
import './workbench.css';

/** 工作台: the year at a glance, and what to do next. */
export function WorkbenchPage(): ReactElement {
  const { year } = useWork();
  const status = useCall('returns.status', { year });
  const hint = status.data === undefined ? undefined : workbenchText.hint(year, status.data.dueDate);
  return (
    <Page title={appText.pages.workbench} {...(hint === undefined ? {} : { hint })}>
      <FailureAlert failure={status.error} onRetry={() => void status.refetch()} />
      {status.isPending ? (
        <div role="status">
          <Spin /> {appText.loading}
        </div>
      ) : null}
      {status.data === undefined ? null : <Overview status={status.data} />}
    </Page>
  );
}

function Overview({ status }: { readonly status: MethodOutput<'returns.status'> }): ReactElement {
  const { year } = useWork();
  const lock = useLock();
  const findings = useCall('returns.findings', { year });
  const conflicts = useCall('plan.conflicts', { year });
  const district = useCall('assessment.explain', { year, unit: DISTRICT });
  const shown = useCall('plan.show', {});
  const pm25 = shown.data === undefined || district.data === undefined ? null : pm25Figure(shown.data.plan, district.data.score);
  const scored = !isYearLimit(district.error);
  // Answered ones are done with, but for those that the unit is still to mend.
  const open = (findings.data?.findings ?? []).filter(({ state }) => state === 'open' || state === 'returned');
  const contradictions =
    conflicts.data?.conflicts.filter((conflict) => conflict.adopted !== null && conflict.adopted.losing.length > 0) ?? [];
  const steps = nextSteps({
    total: status.counts.total,
    reported: status.counts.reported,
    missing: status.counts.missing + status.counts.empty,
    errors: open.filter((one) => one.finding.severity === 'error').length,
    undecided: contradictions.filter((conflict) => !DECIDED.has(conflict.adopted?.rule ?? '')).length,
    contradictions: contradictions.length,
    scored,
    locked: lock !== null,
  });
  if (status.counts.reported === 0) return <Beginning steps={steps} scored={scored} />;
  return (
    <>
      <YearFigures status={status} findings={open} district={district.data?.score ?? null} pm25={pm25} />
      <NextSteps steps={steps} />
      <FailureAlert failure={district.error} />
      <div className="workbench-columns">
        <IndicatorPanel label={shown.data?.plan.annex1.label ?? ''} score={district.data?.score ?? null} loading={district.isFetching} />
        <div className="workbench-side">
          <FailureAlert failure={findings.error} onRetry={() => void findings.refetch()} />
          <MissingPanel units={status.units} />
          <FindingsPanel findings={open} />
          <MonthsPanel target={pm25?.target ?? null} />
        </div>
      </div>
    </>
  );
}

/** Somebody, or a later document, has said which statement holds. */
const DECIDED: ReadonlySet<string> = new Set(['user', 'revised']);

/** The id under which the core knows the district itself. */
const DISTRICT = 'district';

function Beginning({ steps, scored }: { readonly steps: readonly NextStep[]; readonly scored: boolean }): ReactElement {
  return (
    <>
      <NextSteps steps={steps} />
      <EmptyState title={workbenchText.emptyTitle} hint={scored ? workbenchText.emptyHint : workbenchText.emptyHintUnscored} />
    </>
  );
}

/** The first step is the one that is due; it alone stands out. */
function NextSteps({ steps }: { readonly steps: readonly NextStep[] }): ReactElement | null {
  const { go } = useRoute();
  if (steps.length === 0) return null;
  return (
    <section className="next-steps" aria-label={workbenchText.next}>
      <h2>{workbenchText.next}</h2>
      <ol>
        {steps.map((step, index) => (
          <li key={step.id}>
            <Button type={index === 0 ? 'primary' : 'default'} onClick={() => go(step.page, step.params)}>
              {step.title}
            </Button>
            <span>{step.reason}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
