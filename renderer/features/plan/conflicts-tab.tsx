import { Spin } from 'antd';
import type { ReactElement } from 'react';
import { appText } from '../../../shared/text/ui/app-text.ts';
import { useCall } from '../../client/context.tsx';
import { FailureAlert } from '../../ui/failure-alert.tsx';
import { LockLine } from '../../work/lock.tsx';
import { useRoute } from '../../work/routes.ts';
import { misnamed, UnknownNames } from '../../work/unknown-names.tsx';
import { useWork } from '../../work/work-context.tsx';
import { Conflicts } from './conflicts.tsx';
import './plan.css';

/** 表述不一致: where the plan contradicts itself, as seen from the year. `#/year/2026/conflicts?at=…` unfolds one. */
export function ConflictsTab(): ReactElement {
  const { params } = useRoute();
  const { year } = useWork();
  const plan = useCall('plan.show', { year });
  const conflicts = useCall('plan.conflicts', { year });
  const known = conflicts.data === undefined ? null : conflicts.data.conflicts.map(({ id }) => id);
  return (
    <>
      <UnknownNames names={[misnamed('subject', params['at'], known)]} />
      <LockLine />
      <FailureAlert
        failure={plan.error ?? conflicts.error}
        onRetry={() => {
          void plan.refetch();
          void conflicts.refetch();
        }}
      />
      {plan.isPending || conflicts.isPending ? (
        <div role="status">
          <Spin /> {appText.loading}
        </div>
      ) : null}
      {plan.data === undefined || conflicts.data === undefined ? null : (
        <Conflicts plan={plan.data.plan} conflicts={conflicts.data} at={params['at'] ?? null} />
      )}
    </>
  );
}
