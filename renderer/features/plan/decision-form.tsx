import { Button, Input, Radio } from 'antd';
import { type ReactElement, useState } from 'react';
import type { Conflict, Statement } from '../../../shared/domain/plan/conflict-types.ts';
import { isCountedStatement } from '../../../shared/domain/plan/differences.ts';
import { conflictText, demandText } from '../../../shared/text/ui/plan-text.ts';
import { useCall, useCommand } from '../../client/context.tsx';
import { BeforeAfter } from '../../ui/before-after.tsx';
import { DecisionDialog } from '../../ui/decision-dialog.tsx';
import { EffectView } from '../../ui/effect-view.tsx';
import { Field } from '../../ui/field.tsx';
import { useLock } from '../../work/lock.tsx';
import { useWork } from '../../work/work-context.tsx';
import { isOpened } from '../../work/years.ts';

interface DecisionProps {
  readonly conflict: Conflict;
  readonly year: number;
}

/** Agrees with the statement that holds, or adopts another, with reason and name. */
export function DecisionForm({ conflict, year }: DecisionProps): ReactElement | null {
  const lock = useLock();
  const { state } = useWork();
  const [chosen, setChosen] = useState<string | null>(null);
  const [deciding, setDeciding] = useState(false);
  const choices = adoptable(conflict, year);
  if (lock !== null) return null;
  if (!isOpened(state)) return <p className="muted">{conflictText.notOpen(year)}</p>;
  if (choices.length < 2) return <p className="muted">{conflictText.only}</p>;
  const statement = choices.find(({ id }) => id === chosen);
  const holds = conflict.adopted?.statement;
  return (
    <section className="decision-form" aria-label={conflictText.decide}>
      <h3>{conflictText.decide}</h3>
      <p className="muted">{conflictText.decideHint}</p>
      <Radio.Group
        vertical
        aria-label={conflictText.choose}
        value={chosen}
        onChange={(event) => setChosen(String(event.target.value))}
        options={choices.map((one) => ({
          value: one.id,
          label: `${one.id === holds ? conflictText.agree : ''}${one.place}　${demandText(one)}`,
        }))}
      />
      <Button disabled={statement === undefined} onClick={() => setDeciding(true)}>
        {chosen === holds && holds !== undefined ? conflictText.agreeButton : conflictText.submit}
      </Button>
      {deciding && statement !== undefined ? (
        <StatementDialog conflict={conflict} year={year} statement={statement} onClose={() => setDeciding(false)} />
      ) : null}
    </section>
  );
}

interface StatementDialogProps extends DecisionProps {
  readonly statement: Statement;
  readonly onClose: () => void;
}

function StatementDialog({ conflict, year, statement, onClose }: StatementDialogProps): ReactElement {
  const decide = useCommand('plan.decide');
  const [by, setBy] = useState('');
  const choice = { year, subject: conflict.id, statement: statement.id };
  const effect = useCall('plan.preview', choice);
  const holds = conflict.statements.find(({ id }) => id === conflict.adopted?.statement);
  const agrees = holds?.id === statement.id;
  return (
    <DecisionDialog
      title={agrees ? conflictText.agreeTitle : conflictText.confirmTitle}
      confirm={agrees ? conflictText.agreeConfirm : conflictText.confirm}
      done={conflictText.saved}
      decide={(reason) => decide.mutateAsync({ ...choice, reason, ...(by.trim() === '' ? {} : { by: by.trim() }) })}
      undo={
        agrees || holds === undefined || !isCountedStatement(holds)
          ? undefined
          : (reason) => decide.mutateAsync({ year, subject: conflict.id, statement: holds.id, reason })
      }
      onClose={onClose}
    >
      <BeforeAfter
        changes={[
          {
            name: conflict.title,
            before: placeText(holds),
            after: agrees ? conflictText.agreed(placeText(statement)) : placeText(statement),
          },
        ]}
      />
      <EffectView effect={effect} />
      <Field label={conflictText.by} hint={conflictText.byHint}>
        {(ids) => (
          <Input
            {...ids}
            value={by}
            maxLength={20}
            placeholder={conflictText.byPlaceholder}
            onChange={(event) => setBy(event.target.value)}
          />
        )}
      </Field>
    </DecisionDialog>
  );
}

const placeText = (statement: Statement | undefined): string =>
  statement === undefined ? conflictText.noneHolds : `${demandText(statement)}（${statement.place}）`;

/** Only a statement with a number for the year can be judged by. */
export const adoptable = (conflict: Conflict, year: number): Statement[] =>
  conflict.statements.filter((statement) => isCountedStatement(statement) && (statement.year === year || statement.year === 'yearly'));
