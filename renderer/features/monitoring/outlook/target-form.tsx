import { Button, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { outlookText } from '../../../../shared/text/ui/monitoring-plan-text.ts';
import { Panel } from '../../../ui/page.tsx';
import type { TabProps } from '../monitoring-types.ts';
import { ownTargets, type OwnTargets } from './outlook-words.ts';
import type { ChosenTargets } from './use-chosen-targets.ts';

export interface TargetFormProps extends Pick<TabProps, 'year' | 'change'> {
  readonly chosen: ChosenTargets;
  /** Nothing is chosen yet, so there is no result. */
  readonly missing: boolean;
}

const FIELDS = ['pm25', 'goodDayRatio', 'heavyDayRatio'] as const;

/** Asks for the targets of a year of which the plan has none. */
export function TargetForm({ year, chosen, missing, change }: TargetFormProps): ReactElement {
  const [typed, setTyped] = useState<OwnTargets>(chosen.typed);
  const [own, setOwn] = useState(chosen.kind === 'own');
  const targets = ownTargets(typed);
  const wrong = targets === null ? outlookText.ownInvalid : targets.length === 0 ? outlookText.ownNone : null;
  const from = chosen.from;
  return (
    <Panel title={outlookText.noTargets(year)}>
      {missing ? <p className="muted">{outlookText.noTargetsHint}</p> : null}
      <div className="monitoring-bar">
        {from === null ? null : (
          <Button
            type={chosen.kind === 'carry' ? 'default' : 'primary'}
            disabled={chosen.kind === 'carry'}
            onClick={() => {
              setOwn(false);
              change({ targets: 'carry' });
            }}
          >
            {outlookText.carry(from)}
          </Button>
        )}
        <Button aria-expanded={own} onClick={() => setOwn(true)}>
          {outlookText.own}
        </Button>
      </div>
      {own ? (
        <form
          className="target-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (wrong === null)
              change({
                targets: 'own',
                pm25: typed.pm25.trim() || null,
                good: typed.goodDayRatio.trim() || null,
                heavy: typed.heavyDayRatio.trim() || null,
              });
          }}
        >
          {FIELDS.map((field) => (
            <label key={field}>
              <span>{outlookText.ownFields[field]}</span>
              <Input inputMode="decimal" value={typed[field]} onChange={(event) => setTyped({ ...typed, [field]: event.target.value })} />
            </label>
          ))}
          <Button type="primary" htmlType="submit" disabled={wrong !== null}>
            {outlookText.use}
          </Button>
          <p className={targets === null ? 'change-worse' : 'muted'} role="status">
            {wrong ?? ''}
          </p>
        </form>
      ) : null}
    </Panel>
  );
}
