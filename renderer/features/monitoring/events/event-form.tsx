import { Checkbox, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { EVENT_KINDS, EVENT_POLLUTANTS, type EventKind } from '../../../../shared/domain/monitoring/events/event-kinds.ts';
import { EVENT_KIND_TEXTS } from '../../../../shared/text/event-text.ts';
import { eventsPageText as text } from '../../../../shared/text/ui/events-page-text.ts';
import { monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { useCall, useCommand } from '../../../client/context.tsx';
import { DateInput } from '../../../ui/date-input.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useWork } from '../../../work/work-context.tsx';
import { POLLUTANT_ORDER, type Pollutant } from '../monitoring-types.ts';
import { type Approval, ApprovalFields, approvalInput, NOTHING_SAID } from './event-decision.tsx';
import { hoursOf } from './event-hours.ts';

interface Draft {
  readonly kind: EventKind;
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly hours: string;
  readonly places: readonly string[];
  readonly pollutants: readonly Pollutant[];
  readonly note: string;
}

const BLANK: Draft = { kind: 'fireworks', name: '', from: null, to: null, hours: '', places: [], pollutants: EVENT_POLLUTANTS, note: '' };

const { fields, hints } = text;

/** Enters an event: applied for, or with its number approved at once. */
export function EventForm({ onClose }: { readonly onClose: () => void }): ReactElement {
  const add = useCommand('events.add');
  const [draft, setDraft] = useState<Draft>(BLANK);
  const [said, setSaid] = useState<Approval>(NOTHING_SAID);
  const change = (changed: Partial<Draft>): void => setDraft({ ...draft, ...changed });
  const { from, to, hours, places, pollutants, kind, name, note } = draft;
  return (
    <DecisionDialog
      title={text.addTitle}
      confirm={text.save}
      width={760}
      blocked={blockedBy(draft)}
      done={text.saved}
      decide={(reason) =>
        add.mutateAsync({
          kind,
          name: kind === 'other' ? name : '',
          from: from ?? '',
          ...(to === null ? {} : { to }),
          hours: hoursOf(hours) ?? null,
          places: [...places],
          ...(kind === 'dust' || pollutants.length === 0 ? {} : { pollutants: [...pollutants] }),
          note,
          reason,
          ...approvalInput(said),
        })
      }
      onClose={onClose}
    >
      <div className="station-form">
        <WhatAndWhen draft={draft} change={change} />
        <Where draft={draft} change={change} />
        <ApprovalFields said={said} hint={hints.number} onChange={setSaid} />
        <TextField label={fields.note} value={note} onChange={(value) => change({ note: value })} />
      </div>
    </DecisionDialog>
  );
}

function blockedBy({ kind, name, from, hours }: Draft): string | null {
  if (from === null) return text.incomplete;
  if (kind === 'other' && name.trim() === '') return text.nameMissing;
  return hoursOf(hours) === undefined ? text.hoursInvalid : null;
}

interface PartProps {
  readonly draft: Draft;
  readonly change: (changed: Partial<Draft>) => void;
}

function WhatAndWhen({ draft, change }: PartProps): ReactElement {
  const { year } = useWork();
  return (
    <>
      <Field label={fields.kind}>
        {({ id }) => (
          <Select<EventKind>
            id={id}
            value={draft.kind}
            options={EVENT_KINDS.map((kind) => ({ value: kind, label: EVENT_KIND_TEXTS[kind] }))}
            onChange={(kind) => change({ kind, ...(kind === 'dust' ? { pollutants: EVENT_POLLUTANTS } : {}) })}
          />
        )}
      </Field>
      {draft.kind === 'other' ? (
        <TextField label={fields.name} value={draft.name} onChange={(name) => change({ name })} />
      ) : (
        <TextField label={fields.hours} hint={hints.hours} value={draft.hours} onChange={(hours) => change({ hours })} />
      )}
      <DateInput label={fields.from} value={draft.from} year={year} onChange={(from) => change({ from })} />
      <DateInput optional label={`${fields.to}（${hints.to}）`} value={draft.to} year={year} onChange={(to) => change({ to })} />
      {draft.kind === 'other' ? (
        <TextField label={fields.hours} hint={hints.hours} value={draft.hours} onChange={(hours) => change({ hours })} />
      ) : null}
    </>
  );
}

function Where({ draft, change }: PartProps): ReactElement {
  const { year } = useWork();
  const known = useCall('monitoring.places', { year }, { keepPrevious: true });
  const towns = (known.data?.places ?? []).filter(({ kind }) => kind !== 'district');
  return (
    <>
      <Field className="station-wide" label={fields.places} hint={hints.places}>
        {({ id }) => (
          <Select<string[]>
            id={id}
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={text.everywhere}
            value={[...draft.places]}
            options={towns.map(({ name }) => ({ value: name, label: name }))}
            onChange={(places) => change({ places })}
          />
        )}
      </Field>
      <Field className="station-wide" label={fields.pollutants} {...(draft.kind === 'dust' ? { hint: hints.dust } : {})}>
        {({ id }) => (
          <Checkbox.Group<Pollutant>
            {...{ id }}
            disabled={draft.kind === 'dust'}
            value={[...draft.pollutants]}
            options={POLLUTANT_ORDER.map((value) => ({ value, label: monitoringText.pollutants[value] }))}
            onChange={(pollutants) => change({ pollutants })}
          />
        )}
      </Field>
    </>
  );
}
