import { Button, Spin } from 'antd';
import { type ReactElement, useState } from 'react';
import type { EventEffect, ListedEvent } from '../../../../shared/contract/exceptional-events.ts';
import { approvalText, EVENT_ACT_TEXTS, eventActsText, eventDays, eventName, eventPollutants } from '../../../../shared/text/event-text.ts';
import { eventsPageText as text } from '../../../../shared/text/ui/events-page-text.ts';
import { monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { useCall } from '../../../client/context.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { SideDrawer } from '../../../ui/side-drawer.tsx';
import { daysText, StateOfEvent } from './event-columns.tsx';
import { EventDecision, type EventAct } from './event-decision.tsx';
import { EvidenceOut } from './evidence.tsx';

export interface EventDrawerProps {
  readonly event: ListedEvent;
  readonly readOnly: boolean;
  readonly onClose: () => void;
}

/** One event: what it is, what it moves, what was said of it; from here it is approved, refused, taken back. */
export function EventDrawer({ event, readOnly, onClose }: EventDrawerProps): ReactElement {
  const [act, setAct] = useState<EventAct | null>(null);
  const acts: readonly EventAct[] = readOnly
    ? []
    : [
        ...(event.state === 'applied' ? (['approve', 'refuse'] as const) : []),
        ...(event.lastAct === null ? [] : (['undo'] as const)),
        ...(event.state === 'withdrawn' ? [] : (['withdraw'] as const)),
      ];
  return (
    <SideDrawer title={text.drawerTitle(event.id, eventName(event), eventDays(event))} width={980} onClose={onClose}>
      <div className="day-detail">
        <EventFacts event={event} />
        <p className="events-acts">
          {acts.map((one) => (
            <Button key={one} type={one === 'approve' ? 'primary' : 'default'} danger={one === 'withdraw'} onClick={() => setAct(one)}>
              {text[one]}
            </Button>
          ))}
          <EvidenceOut event={event} />
        </p>
        <Effect id={event.id} />
        <DataTable<Statement>
          title={text.history}
          columns={HISTORY}
          rows={event.statements}
          rowKey={(statement) => String(event.statements.indexOf(statement))}
        />
      </div>
      {act === null ? null : <EventDecision event={event} act={act} onClose={() => setAct(null)} />}
    </SideDrawer>
  );
}

function EventFacts({ event }: { readonly event: ListedEvent }): ReactElement {
  const { columns } = text;
  const facts: readonly (readonly [string, string])[] = [
    [columns.days, daysText(event)],
    [columns.places, event.places.join('、')],
    [columns.pollutants, eventPollutants(event.pollutants)],
    [columns.approval, approvalText(event.approval)],
    [columns.acts, eventActsText(event)],
    [columns.evidence, event.evidence.map(({ name }) => name).join('、') || text.noEvidence],
    [text.fields.note, event.note],
  ];
  return (
    <dl className="day-facts">
      <div>
        <dt>{columns.state}</dt>
        <dd>
          <StateOfEvent event={event} />
        </dd>
      </div>
      {facts
        .filter(([, said]) => said !== '')
        .map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
    </dl>
  );
}

function Effect({ id }: { readonly id: number }): ReactElement {
  const shown = useCall('events.effect', { event: id });
  if (shown.data === undefined)
    return shown.isError ? (
      <FailureAlert failure={shown.error} />
    ) : (
      <div role="status">
        <Spin /> {monitoringText.loading}
      </div>
    );
  const rows = shown.data.rows.filter(({ days }) => days.length > 0);
  if (rows.length === 0) return <p className="muted">{text.effectNone}</p>;
  const same = rows.every(({ before, after }) => JSON.stringify(before) === JSON.stringify(after));
  return (
    <>
      <DataTable<EffectRow>
        title={text.effect(shown.data.acting)}
        columns={EFFECT}
        rows={rows}
        rowKey={({ placeId, period }) => `${period} ${placeId}`}
      />
      {same ? <p className="muted">{text.effectSame}</p> : null}
    </>
  );
}

type Statement = ListedEvent['statements'][number];
type EffectRow = EventEffect['rows'][number];

const { historyColumns, effectColumns } = text;

const HISTORY: readonly DataColumn<Statement>[] = [
  { key: 'at', title: historyColumns.at, text: ({ at }) => at.slice(0, 16).replace('T', ' '), width: 140 },
  { key: 'act', title: historyColumns.act, text: ({ act }) => EVENT_ACT_TEXTS[act] ?? '', width: 110 },
  { key: 'actor', title: historyColumns.actor, text: ({ actor }) => actor, width: 100 },
  { key: 'reason', title: historyColumns.reason, text: ({ reason }) => reason },
];

const moved = (
  key: string,
  title: string,
  width: number,
  of: (side: EffectRow['before']) => string | number | null,
): DataColumn<EffectRow> => ({
  key,
  title,
  align: 'right',
  width,
  text: ({ before, after }) => text.arrow(String(of(before) ?? '—'), String(of(after) ?? '—')),
});

const EFFECT: readonly DataColumn<EffectRow>[] = [
  { key: 'period', title: effectColumns.period, text: ({ period }) => period, filter: 'values', width: 90 },
  { key: 'place', title: effectColumns.place, text: ({ name }) => name, filter: 'search' },
  { key: 'days', title: effectColumns.days, text: ({ days }) => String(days.length), align: 'right', width: 78 },
  moved('pm25', effectColumns.pm25, 116, ({ pm25 }) => pm25),
  moved('pm10', effectColumns.pm10, 100, ({ pm10 }) => pm10),
  moved('index', effectColumns.index, 116, ({ index }) => index),
  moved('valid', effectColumns.valid, 100, ({ validDays }) => validDays),
  moved('good', effectColumns.good, 100, ({ goodDays }) => goodDays),
  moved('ratio', effectColumns.ratio, 124, ({ goodRatio }) => goodRatio),
];
