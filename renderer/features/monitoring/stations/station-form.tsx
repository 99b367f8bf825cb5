import { Checkbox, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import type { ListedStation } from '../../../../shared/contract/stations.ts';
import { STATION_KINDS, type StationKind } from '../../../../shared/domain/monitoring/stations/types.ts';
import { stationKindText } from '../../../../shared/text/station-text.ts';
import { monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { stationPageText as text } from '../../../../shared/text/ui/station-page-text.ts';
import { useCommand } from '../../../client/context.tsx';
import { DateInput } from '../../../ui/date-input.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useWork } from '../../../work/work-context.tsx';
import { POLLUTANT_ORDER, type Pollutant } from '../monitoring-types.ts';
import { draftOf, requestOf, type StationDraft } from './station-draft.ts';
import { TownsInput } from './towns-input.tsx';

export interface StationFormProps {
  /** Null: a new one. */
  readonly station: ListedStation | null;
  readonly onClose: () => void;
}

const { fields, hints } = text;

/** Says of a station what holds from a day on. */
export function StationForm({ station, onClose }: StationFormProps): ReactElement {
  const set = useCommand('stations.set');
  const [draft, setDraft] = useState(() => draftOf(station));
  const change = (changed: Partial<StationDraft>): void => setDraft({ ...draft, ...changed });
  const title = station === null ? text.addTitle : text.editTitle(station.name);
  return (
    <DecisionDialog
      title={title}
      confirm={text.save}
      width={720}
      blocked={(draft.name.trim() === '' && station === null) || draft.places.length === 0 ? text.incomplete : null}
      done={text.saved(draft.name === '' ? (station?.name ?? '') : draft.name)}
      decide={(reason) => set.mutateAsync({ ...requestOf(station, draft), reason })}
      onClose={onClose}
    >
      <div className="station-form">
        <TextField label={fields.name} value={draft.name} onChange={(name) => change({ name })} />
        <TextField label={fields.code} value={draft.code} onChange={(code) => change({ code })} />
        <KindField value={draft.kind} onChange={(kind) => change({ kind })} />
        <TextField label={fields.aliases} hint={hints.aliases} value={draft.aliases} onChange={(aliases) => change({ aliases })} />
        <TownsInput places={draft.places} onChange={(places) => change({ places })} />
        <Field className="station-wide" label={fields.items} hint={hints.items}>
          {({ id }) => (
            <Checkbox.Group<Pollutant>
              {...{ id }}
              value={[...draft.items]}
              options={POLLUTANT_ORDER.map((value) => ({ value, label: monitoringText.pollutants[value] }))}
              onChange={(items) => change({ items })}
            />
          )}
        </Field>
        <Days draft={draft} change={change} />
        <TextField label={fields.document} value={draft.document} onChange={(document) => change({ document })} />
      </div>
    </DecisionDialog>
  );
}

function Days({
  draft,
  change,
}: {
  readonly draft: StationDraft;
  readonly change: (changed: Partial<StationDraft>) => void;
}): ReactElement {
  const { year } = useWork();
  return (
    <>
      <DateInput optional label={`${fields.from}（${hints.from}）`} value={draft.from} year={year} onChange={(from) => change({ from })} />
      <DateInput
        optional
        label={`${fields.until}（${hints.until}）`}
        value={draft.until}
        year={year}
        onChange={(until) => change({ until })}
      />
    </>
  );
}

const KindField = ({
  value,
  onChange,
}: {
  readonly value: StationKind | null;
  readonly onChange: (kind: StationKind | null) => void;
}): ReactElement => (
  <Field label={fields.kind}>
    {({ id }) => (
      <Select<StationKind>
        id={id}
        allowClear
        value={value}
        options={STATION_KINDS.map((kind) => ({ value: kind, label: stationKindText(kind) }))}
        onChange={(kind: StationKind | undefined) => onChange(kind ?? null)}
      />
    )}
  </Field>
);
