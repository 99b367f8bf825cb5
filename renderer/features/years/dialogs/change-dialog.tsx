import { Select } from 'antd';
import { type ReactElement, useState } from 'react';
import type { YearChoices } from '../../../../shared/contract/years.ts';
import { yearDialogText, yearsText } from '../../../../shared/text/ui/years-text.ts';
import { useCall, useCommand } from '../../../client/context.tsx';
import { BeforeAfter } from '../../../ui/before-after.tsx';
import { DateInput } from '../../../ui/date-input.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import { EffectView } from '../../../ui/effect-view.tsx';
import { Field } from '../../../ui/field.tsx';
import { useSettled } from '../../../ui/use-settled.ts';
import { RoundsInput } from '../parts/rounds-input.tsx';
import { SchemeSelect } from '../parts/scheme-select.tsx';
import { UnitsInput } from '../parts/units-input.tsx';
import type { YearDialogProps } from './cancel-dialog.tsx';
import { changeOf, changeWords, type Held, heldOf, inverseOf, type YearChange } from './changes.ts';

/** 调整 of an open year: list, scheme, dates, rounds, units. */
export function ChangeDialog({ view, onClose }: YearDialogProps): ReactElement | null {
  const choices = useCall('year.choices', { year: view.year });
  if (choices.data === undefined) return null;
  return <Change view={view} choices={choices.data} onClose={onClose} />;
}

function Change({ view, choices, onClose }: YearDialogProps & { readonly choices: YearChoices }): ReactElement {
  const { year } = view;
  const change = useCommand('year.change');
  const [before] = useState(() => heldOf(view, choices));
  const [after, setAfter] = useState<Held>(before);
  const changed = changeOf(before, after);
  const inverse = exactScheme(view, choices) ? inverseOf(before, after) : null;
  const nothing = Object.keys(changed).length === 0;
  const settled = useSettled(JSON.stringify(changed));
  const effect = useCall(
    'year.preview',
    { year, change: JSON.parse(settled) as YearChange },
    { enabled: settled !== '{}', keepPrevious: true },
  );
  return (
    <DecisionDialog
      title={yearDialogText.changeTitle(year)}
      confirm={yearDialogText.changeConfirm}
      blocked={wrongIn(after) ?? (nothing ? yearDialogText.changeNothing : null)}
      done={yearDialogText.changeDone(year)}
      decide={(reason) => change.mutateAsync({ year, change: changed, reason })}
      undo={inverse === null ? undefined : (reason) => change.mutateAsync({ year, change: inverse, reason })}
      onClose={onClose}
    >
      <Inputs year={year} choices={choices} held={after} onChange={(part) => setAfter({ ...after, ...part })} />
      <BeforeAfter changes={changeWords(before, after, choices)} />
      {nothing ? null : <EffectView effect={effect} />}
    </DecisionDialog>
  );
}

/** Choosing the scheme again would take its newest version, which may not be the one that is left. */
const exactScheme = ({ scheme }: YearDialogProps['view'], { schemes }: YearChoices): boolean =>
  scheme === null || schemes.some(({ id, number }) => id === scheme.id && number === scheme.number);

function wrongIn({ rounds, units }: Held): string | null {
  if (rounds.length === 0) return yearsText.roundsMissing;
  return units.length === 0 ? yearsText.unitsNone : null;
}

interface InputsProps {
  readonly year: number;
  readonly choices: YearChoices;
  readonly held: Held;
  readonly onChange: (part: Partial<Held>) => void;
}

function Inputs({ year, choices, held, onChange }: InputsProps): ReactElement {
  return (
    <div className="opening-parts">
      {choices.lists.length === 0 ? null : <ListSelect choices={choices} held={held} onChange={onChange} />}
      <SchemeSelect schemes={choices.schemes} value={held.scheme} onChange={(scheme) => onChange({ scheme })} />
      <DateInput label={yearsText.parts['due'] ?? ''} value={held.due} year={year + 1} onChange={(due) => onChange({ due })} />
      <RoundsInput
        year={year}
        rounds={held.rounds}
        due={held.roundsDue}
        onRounds={(rounds) => onChange({ rounds })}
        onDue={(round, date) => onChange({ roundsDue: { ...held.roundsDue, [round]: date } })}
      />
      <UnitsInput units={choices.units} chosen={held.units} onChange={(units) => onChange({ units })} />
    </div>
  );
}

function ListSelect({ choices, held, onChange }: Omit<InputsProps, 'year'>): ReactElement {
  return (
    <Field label={yearDialogText.list}>
      {(ids) => (
        <Select
          {...ids}
          value={held.list ?? NO_LIST}
          onChange={(id) => onChange({ list: id === NO_LIST ? null : id })}
          options={[
            ...choices.lists.map(({ id, title, items, document }) => ({ value: id, label: yearsText.listValue(title, items, document) })),
            { value: NO_LIST, label: yearDialogText.listNone },
          ]}
        />
      )}
    </Field>
  );
}

const NO_LIST = -1;
