import { Button, Radio } from 'antd';
import { type ReactElement, useEffect } from 'react';
import type { RunSummary } from '../../../../shared/contract/runs.ts';
import { yearDialogText } from '../../../../shared/text/ui/years-text.ts';
import { useCall, useCommand } from '../../../client/context.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';

export interface SignRunsProps {
  readonly year: number;
  /** Of what the year would be computed from now. */
  readonly inputHash: string;
  readonly chosen: number | null;
  readonly onChoose: (run: number | null) => void;
}

/** The year's stored runs; only one that agrees with the data of now can be signed, and it can be made here. */
export function SignRuns({ year, inputHash, chosen, onChoose }: SignRunsProps): ReactElement {
  const listed = useCall('run.list', {});
  const make = useCommand('run.make');
  const view = useCall('year.show', { year });
  const own = view.data?.scheme ?? null;
  const runs = (listed.data?.runs ?? []).filter(
    ({ kind, period, scheme }) =>
      period === String(year) && (own?.shape === 'rules' ? kind === 'scheme' && scheme === own.id : kind === 'assessment'),
  );
  const current = runs.find((run) => run.inputHash === inputHash)?.id ?? null;
  // The one that can be signed stands ready.
  useEffect(() => onChoose(current), [current, onChoose]);
  return (
    <section aria-label={yearDialogText.runs} className="sign-runs">
      <h3>{yearDialogText.runs}</h3>
      {runs.length === 0 ? (
        <p className="muted">{yearDialogText.runsNone}</p>
      ) : (
        <Radio.Group
          vertical
          aria-label={yearDialogText.runs}
          value={chosen}
          onChange={(event) => onChoose(Number(event.target.value))}
          options={runs.map((run) => ({ value: run.id, label: runText(run, inputHash), disabled: run.inputHash !== inputHash }))}
        />
      )}
      {current === null && !listed.isPending ? (
        <Button loading={make.isPending} onClick={() => make.mutate({ year })}>
          {yearDialogText.makeRun}
        </Button>
      ) : null}
      <FailureAlert failure={listed.error ?? make.error} />
    </section>
  );
}

function runText({ id, computedAt, actor, inputHash: made }: RunSummary, inputHash: string): string {
  const head = yearDialogText.run(id, computedAt.slice(0, 16).replace('T', ' '), actor ?? '');
  return `${head}　${made === inputHash ? yearDialogText.runCurrent : yearDialogText.runStale}`;
}
