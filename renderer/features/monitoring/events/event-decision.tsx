import { Input } from 'antd';
import { type ReactElement, useState } from 'react';
import type { ListedEvent } from '../../../../shared/contract/exceptional-events.ts';
import { EVENT_ACT_TEXTS, eventDays, eventName } from '../../../../shared/text/event-text.ts';
import { eventsPageText as text } from '../../../../shared/text/ui/events-page-text.ts';
import { useCommand } from '../../../client/context.tsx';
import type { GrantedFile } from '../../../host/host.ts';
import { DateInput } from '../../../ui/date-input.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { useWork } from '../../../work/work-context.tsx';
import { EvidenceInput } from './evidence.tsx';

export type EventAct = 'approve' | 'refuse' | 'withdraw' | 'undo';

export interface EventDecisionProps {
  readonly event: ListedEvent;
  readonly act: EventAct;
  readonly onClose: () => void;
}

/** 批准, 不予认定, 撤销 or 撤回上一步 of one event, with its reason. */
export function EventDecision({ event, act, onClose }: EventDecisionProps): ReactElement {
  const decide = useCommand('events.decide');
  const withdraw = useCommand('events.withdraw');
  const undo = useCommand('events.undo');
  const [said, setSaid] = useState<Approval>(NOTHING_SAID);
  const take = (reason: string): Promise<unknown> => {
    if (act === 'withdraw') return withdraw.mutateAsync({ event: event.id, reason });
    if (act === 'undo') return undo.mutateAsync({ event: event.id, reason });
    return decide.mutateAsync({ event: event.id, verdict: act, reason, ...approvalInput(said) });
  };
  const named = `${eventName(event)} ${eventDays(event)}`;
  return (
    <DecisionDialog
      title={text[`${act}Title`](named)}
      confirm={text.confirm[act]}
      danger={act === 'withdraw'}
      width={640}
      blocked={act === 'approve' && said.number.trim() === '' ? text.numberMissing : null}
      done={text.done[act]}
      undo={act === 'undo' ? undefined : (reason) => undo.mutateAsync({ event: event.id, reason })}
      decide={take}
      onClose={onClose}
    >
      <p>{act === 'undo' ? text.explain.undo(EVENT_ACT_TEXTS[event.lastAct ?? ''] ?? '') : text.explain[act]}</p>
      {act === 'approve' || act === 'refuse' ? (
        <div className="station-form">
          <ApprovalFields said={said} hint={null} onChange={setSaid} />
        </div>
      ) : null}
    </DecisionDialog>
  );
}

/** What is written of an approval. */
export interface Approval {
  readonly number: string;
  readonly office: string;
  readonly date: string | null;
  readonly evidence: readonly GrantedFile[];
}

export const NOTHING_SAID: Approval = { number: '', office: '', date: null, evidence: [] };

export const approvalInput = ({ number, office, date, evidence }: Approval) => ({
  number,
  office,
  date,
  evidence: evidence.map(({ grant }) => grant),
});

export interface ApprovalFieldsProps {
  readonly said: Approval;
  /** Under the number. */
  readonly hint: string | null;
  readonly onChange: (said: Approval) => void;
}

/** 文号, 批准单位, 批准日期, 证据. */
export function ApprovalFields({ said, hint, onChange }: ApprovalFieldsProps): ReactElement {
  const { year } = useWork();
  const { fields } = text;
  return (
    <>
      <Field label={fields.number} hint={hint}>
        {(ids) => (
          <Input {...ids} value={said.number} maxLength={100} onChange={(event) => onChange({ ...said, number: event.target.value })} />
        )}
      </Field>
      <Field label={fields.office}>
        {(ids) => (
          <Input {...ids} value={said.office} maxLength={100} onChange={(event) => onChange({ ...said, office: event.target.value })} />
        )}
      </Field>
      <DateInput optional label={fields.date} value={said.date} year={year} onChange={(date) => onChange({ ...said, date })} />
      <EvidenceInput files={said.evidence} onChange={(evidence) => onChange({ ...said, evidence })} />
    </>
  );
}
