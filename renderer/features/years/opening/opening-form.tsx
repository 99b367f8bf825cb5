import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { TargetRow, YearChoices, YearProposal } from '../../../../shared/contract/years.ts';
import { pageFindingText } from '../../../../shared/text/finding-text.ts';
import { dialogText } from '../../../../shared/text/ui/dialog-text.ts';
import { openingText } from '../../../../shared/text/ui/years-text.ts';
import { useCall } from '../../../client/context.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { useSettled } from '../../../ui/use-settled.ts';
import { LockLine, useLock } from '../../../work/lock.tsx';
import { useWork } from '../../../work/work-context.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { isComplete, openQuestions, requestOf } from './draft.ts';
import { OpenDialog } from './open-dialog.tsx';
import { OpeningParts } from './opening-parts.tsx';
import { TargetChoices } from './target-choices.tsx';
import { useDraft } from './use-draft.ts';

/** 开启年度: all that opening decides, prefilled; what is still open stands first. */
export function OpeningForm(): ReactElement {
  const { year } = useWork();
  const choices = useCall('year.choices', { year });
  const targets = useCall('targets.show', { year });
  const preset = useCall('year.propose', { year, targets: 'ask' });
  const failed = choices.error ?? targets.error ?? preset.error;
  if (failed !== null)
    return (
      <FailureAlert
        failure={failed}
        onRetry={() => {
          for (const query of [choices, targets, preset]) void query.refetch();
        }}
      />
    );
  if (choices.data === undefined || targets.data === undefined || preset.data === undefined) return <Waiting />;
  return <Form choices={choices.data} rows={targets.data.targets} preset={preset.data} />;
}

interface FormProps {
  readonly choices: YearChoices;
  readonly rows: readonly TargetRow[];
  /** What is proposed before anybody chooses. */
  readonly preset: YearProposal;
}

function Form({ choices, rows, preset }: FormProps): ReactElement {
  const { year } = useWork();
  const lock = useLock();
  const { draft, change, forget } = useDraft();
  const [opening, setOpening] = useState(false);
  const request = useSettled(JSON.stringify(requestOf(year, draft)));
  const proposed = useCall('year.propose', JSON.parse(request) as ReturnType<typeof requestOf>, { keepPrevious: true });
  const open = openQuestions(choices.targets, draft).length;
  const proposal = proposed.data ?? preset;
  const wrong = proposal.listFindings.filter(({ severity }) => severity === 'error').length;
  const upToDate = request === JSON.stringify(requestOf(year, draft)) && !proposed.isFetching;
  return (
    <div className="opening">
      <div className="tab-bar">
        <p className={open + wrong > 0 ? 'opening-open' : 'muted'} role="status">
          {wrong > 0 ? openingText.listWrong(wrong) : open > 0 ? openingText.open(open) : openingText.ready}
        </p>
        {lock === null ? (
          <Button type="primary" disabled={open > 0 || !isComplete(draft) || wrong > 0 || !upToDate} onClick={() => setOpening(true)}>
            {openingText.button}
          </Button>
        ) : (
          <LockLine />
        )}
      </div>
      <FailureAlert failure={proposed.error} />
      {proposal.remarks.map(({ code, params, measure }) => (
        <p key={`${code} ${measure}`} role="note">
          {dialogText.remark(measure, pageFindingText(code, params))}
        </p>
      ))}
      <OpeningParts year={year} choices={choices} preset={preset} proposal={proposal} draft={draft} onDraft={change} />
      <TargetChoices year={year} rows={rows} questions={choices.targets} draft={draft} chosen={proposal.chosen} onDraft={change} />
      {opening ? (
        <OpenDialog
          proposal={proposal}
          draft={draft}
          printed={printedTargets(rows, choices)}
          onOpened={forget}
          onClose={() => setOpening(false)}
        />
      ) : null}
    </div>
  );
}

const printedTargets = (rows: readonly TargetRow[], { targets }: YearChoices): number => rows.length - targets.length;
