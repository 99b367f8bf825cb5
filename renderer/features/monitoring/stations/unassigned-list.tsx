import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { stationPageText as text } from '../../../../shared/text/ui/station-page-text.ts';
import { useCommand } from '../../../client/context.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { AssignTarget } from '../assign-target.tsx';

type UnassignedName = MethodOutput<'stations.list'>['unassigned'][number];

export interface UnassignedListProps {
  readonly names: readonly UnassignedName[];
  readonly readOnly: boolean;
}

/** Names of files that are in the work and that no station and no place bears. */
export function UnassignedList({ names, readOnly }: UnassignedListProps): ReactElement | null {
  const [asked, setAsked] = useState<string | null>(null);
  if (names.length === 0) return null;
  return (
    <section className="station-names" aria-label={text.unassigned(names.length)}>
      <h3>{text.unassigned(names.length)}</h3>
      <p className="muted">{text.unassignedHint}</p>
      <ul>
        {names.map(({ name, file, at }) => (
          <li key={name}>
            <strong>{name}</strong>
            <span className="muted long-name">{text.seenIn(file, at)}</span>
            {readOnly ? null : (
              <Button size="small" aria-label={text.assignName(name)} onClick={() => setAsked(name)}>
                {text.assign}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked === null ? null : <AssignDialog name={asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

function AssignDialog({ name, onClose }: { readonly name: string; readonly onClose: () => void }): ReactElement {
  const assign = useCommand('stations.assign');
  const [target, setTarget] = useState<string | null>(null);
  return (
    <DecisionDialog
      title={text.assignTitle(name)}
      confirm={text.assign.replace('…', '')}
      blocked={target === null ? text.assignTo : null}
      done={text.assigned(name)}
      decide={(reason) => assign.mutateAsync({ name, to: target, reason })}
      onClose={onClose}
    >
      <Field label={text.assignName(name)}>
        {({ id }) => <AssignTarget id={id} label={text.assignName(name)} value={target} onChange={setTarget} />}
      </Field>
    </DecisionDialog>
  );
}
