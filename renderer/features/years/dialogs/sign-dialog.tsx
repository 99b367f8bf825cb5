import { Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { yearDialogText } from '../../../../shared/text/ui/years-text.ts';
import { yearStateText } from '../../../../shared/text/year-text.ts';
import { useCall, useCommand } from '../../../client/context.tsx';
import { BeforeAfter } from '../../../ui/before-after.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { Field } from '../../../ui/field.tsx';
import { Blockers, SignWarnings } from './blockers.tsx';
import type { YearDialogProps } from './cancel-dialog.tsx';
import { SignRuns } from './sign-runs.tsx';

/** 定稿: which stored run is signed, what stands against it, and what is said of that. */
export function SignDialog({ view: { year, state, scheme }, onClose }: YearDialogProps): ReactElement {
  const sign = useCommand('year.final');
  const standing = useCall('year.blockers', { year });
  const [run, setRun] = useState<number | null>(null);
  const [despite, setDespite] = useState('');
  const blockers = standing.data?.blockers ?? [];
  const unsaid = blockers.length > 0 && despite.trim() === '';
  const blocked = run === null ? yearDialogText.chooseRun : unsaid ? yearDialogText.despiteMissing : null;
  return (
    <DecisionDialog
      title={yearDialogText.signTitle(year)}
      confirm={yearDialogText.signConfirm}
      blocked={blocked}
      done={yearDialogText.signDone(year)}
      width={WIDTH}
      decide={async (reason) => {
        if (run !== null)
          await sign.mutateAsync({ year, run, reason, ...(unsaid || despite.trim() === '' ? {} : { despite: despite.trim() }) });
      }}
      onClose={onClose}
    >
      <BeforeAfter changes={[{ name: yearDialogText.stateChange, before: yearStateText(state), after: yearStateText('final') }]} />
      <p>{yearDialogText.signEffect}</p>
      <FailureAlert failure={standing.error} onRetry={() => void standing.refetch()} />
      {standing.data === undefined ? null : (
        <>
          <SignRuns year={year} inputHash={standing.data.inputHash} chosen={run} onChoose={setRun} />
          <section aria-label={yearDialogText.blockers(blockers.length)}>
            <h3>{yearDialogText.blockers(blockers.length)}</h3>
            <Blockers blockers={blockers} scheme={scheme?.id ?? null} />
            <SignWarnings warnings={standing.data.warnings} />
          </section>
          {blockers.length === 0 ? null : (
            <Field label={yearDialogText.despite} hint={yearDialogText.despiteHint}>
              {(ids) => <Input {...ids} value={despite} maxLength={200} onChange={(event) => setDespite(event.target.value)} />}
            </Field>
          )}
        </>
      )}
    </DecisionDialog>
  );
}

const WIDTH = 720;
