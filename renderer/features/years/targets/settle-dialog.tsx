import { Input, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import type { MethodInput } from '../../../../shared/contract/contract.ts';
import type { TargetRow } from '../../../../shared/contract/years.ts';
import { targetsText } from '../../../../shared/text/ui/targets-text.ts';
import { useCall, useCommand } from '../../../client/context.tsx';
import { BeforeAfter, type Change } from '../../../ui/before-after.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import { EffectView } from '../../../ui/effect-view.tsx';
import { Field } from '../../../ui/field.tsx';
import { useSettled } from '../../../ui/use-settled.ts';
import { useWords } from '../../../work/use-words.ts';
import { useWork } from '../../../work/work-context.tsx';
import { isLocked } from '../../../work/years.ts';
import { numberIn } from './target-value.ts';

export interface SettleDialogProps {
  readonly rows: readonly TargetRow[];
  readonly measure: string;
  readonly onClose: () => void;
}

type Figure = MethodInput<'figures.set'>['figures'][number];

/** 录入认定数: a result that was settled elsewhere, with the paper that says so. */
export function SettleDialog({ rows, measure: preset, onClose }: SettleDialogProps): ReactElement {
  const { year: shown } = useWork();
  const settle = useCommand('figures.set');
  const [place, setPlace] = useState<Place>({ measure: preset, year: shown, unit: WHOLE });
  const [typed, setTyped] = useState('');
  const [document, setDocument] = useState('');
  const value = numberIn(typed);
  const figure = value === null ? null : figureOf(place, value);
  const ready = figure !== null && document.trim() !== '';
  const row = rows.find(({ measure }) => measure === place.measure);
  return (
    <DecisionDialog
      title={targetsText.settleTitle}
      confirm={targetsText.settleConfirm}
      blocked={ready ? null : targetsText.settleMissing}
      done={targetsText.settleDone}
      decide={async (reason) => {
        if (figure !== null) await settle.mutateAsync({ figures: [figure], document: document.trim(), reason });
      }}
      onClose={onClose}
    >
      <div className="opening-parts">
        <PlaceInputs rows={rows} place={place} onChange={setPlace} />
        <Field
          label={targetsText.settleValue}
          hint={targetsText.settleValueHint(row?.unit ?? '')}
          error={typed !== '' && value === null ? targetsText.settleValueInvalid : null}
        >
          {(ids) => <Input {...ids} inputMode="decimal" maxLength={20} value={typed} onChange={(event) => setTyped(event.target.value)} />}
        </Field>
        <Field label={targetsText.document}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={60}
              value={document}
              placeholder={targetsText.documentPlaceholder}
              onChange={(event) => setDocument(event.target.value)}
            />
          )}
        </Field>
      </div>
      {figure === null ? null : <Outcome figure={figure} name={row?.name ?? ''} />}
    </DecisionDialog>
  );
}

/** Stands for the whole district among the units. */
const WHOLE = '';

interface Place {
  readonly measure: string;
  readonly year: number;
  readonly unit: string;
}

const figureOf = ({ measure, year, unit }: Place, value: string): Figure => ({
  measure,
  year,
  value,
  ...(unit === WHOLE ? {} : { unit }),
});

interface PlaceInputsProps extends Pick<SettleDialogProps, 'rows'> {
  readonly place: Place;
  readonly onChange: (place: Place) => void;
}

/** How many years before the plan's first a base year may lie. */
const BASE_YEARS = 5;

function PlaceInputs({ rows, place, onChange }: PlaceInputsProps): ReactElement {
  const { years } = useWork();
  const { whole } = useWords();
  const choices = useCall('year.choices', { year: place.year });
  const locked = new Set(years.filter(({ state }) => isLocked(state)).map(({ year }) => year));
  const first = years[0]?.year ?? place.year;
  const base = Array.from({ length: BASE_YEARS }, (_, index) => first - BASE_YEARS + index);
  const open = [...base, ...years.map(({ year }) => year)].filter((year) => !locked.has(year));
  return (
    <>
      <Field label={targetsText.measure}>
        {(ids) => (
          <Select
            {...ids}
            value={place.measure}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(measure) => onChange({ ...place, measure })}
            options={rows.map(({ measure, name }) => ({ value: measure, label: name }))}
          />
        )}
      </Field>
      <Field label={targetsText.year}>
        {(ids) => (
          <Select
            {...ids}
            value={place.year}
            onChange={(year) => onChange({ ...place, year })}
            options={open.map((year) => ({ value: year, label: targetsText.columns.year(String(year)) }))}
          />
        )}
      </Field>
      <Field label={targetsText.settleUnit}>
        {(ids) => (
          <Select
            {...ids}
            value={place.unit}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(unit) => onChange({ ...place, unit })}
            options={[
              { value: WHOLE, label: whole },
              ...(choices.data?.units ?? []).flatMap(({ names }) => names.map((name) => ({ value: name, label: name }))),
            ]}
          />
        )}
      </Field>
    </>
  );
}

/** What was kept in that place before, and what the new figure does. */
function Outcome({ figure, name }: { readonly figure: Figure; readonly name: string }): ReactElement {
  const listed = useCall('figures.list', {});
  const asked = useSettled(JSON.stringify(figure));
  const effect = useCall('figures.preview', { figures: [JSON.parse(asked) as Figure] }, { keepPrevious: true });
  const before = listed.data?.figures.find(
    (known) => known.measure === figure.measure && known.year === figure.year && (known.unitName ?? WHOLE) === (figure.unit ?? WHOLE),
  );
  const change: Change = {
    name: targetsText.ofYear(name, figure.year),
    before: before?.value ?? targetsText.notSettled,
    after: figure.value,
  };
  return (
    <>
      <BeforeAfter changes={[change]} />
      <EffectView effect={effect} />
    </>
  );
}
