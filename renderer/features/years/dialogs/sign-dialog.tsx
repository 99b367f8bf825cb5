import { Button, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { yearDialogText } from '../../../../shared/text/ui/years-text.ts';
import { blockerText, yearStateText } from '../../../../shared/text/year-text.ts';
import { useCall, useCommand } from '../../../client/context.tsx';
import { BeforeAfter } from '../../../ui/before-after.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { Field } from '../../../ui/field.tsx';
import { useRoute } from '../../../work/routes.ts';
import type { YearDialogProps } from './cancel-dialog.tsx';
import { SignRuns } from './sign-runs.tsx';

export interface SignDialogProps extends YearDialogProps {
  /** To the dialog in which the scheme is changed. */
  readonly onChange: () => void;
}

type Blocker = MethodOutput<'year.blockers'>['blockers'][number];

/** 定稿: which stored run is signed, what stands against it, and what is said of that. */
export function SignDialog({ view: { year, state }, onClose, onChange }: SignDialogProps): ReactElement {
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
          <Blockers blockers={blockers} onChange={onChange} />
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

interface BlockersProps {
  readonly blockers: readonly Blocker[];
  readonly onChange: () => void;
}

/** What stands against signing, each with its door. */
function Blockers({ blockers, onChange }: BlockersProps): ReactElement {
  if (blockers.length === 0) return <p>{yearDialogText.blockersNone}</p>;
  return (
    <section aria-label={yearDialogText.blockers(blockers.length)}>
      <h3>{yearDialogText.blockers(blockers.length)}</h3>
      <ul className="blockers">
        {blockers.map(({ code, params }) => (
          <li key={code}>
            <span className="blocker-text">{blockerText(code, params)}</span>
            <Door code={code} onChange={onChange} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where a blocker is cured. */
function Door({ code, onChange }: { readonly code: string; readonly onChange: () => void }): ReactElement | null {
  const { href } = useRoute();
  const title = yearDialogText.doors[code];
  if (title === undefined) return null;
  if (code === 'demonstration')
    return (
      <Button size="small" onClick={onChange}>
        {title}
      </Button>
    );
  const places: Readonly<Record<string, string>> = {
    missing: href('returns', { tab: 'status' }),
    errors: href('returns', { tab: 'findings' }),
    pending: href('targets'),
  };
  const place = places[code];
  return place === undefined ? null : (
    <Button size="small" href={place}>
      {title}
    </Button>
  );
}
