import type { ListedEvent } from '../../../../shared/contract/exceptional-events.ts';
import {
  approvalText,
  EVENT_STATE_TEXTS,
  eventActsText,
  eventDays,
  eventHours,
  eventName,
  eventPollutants,
} from '../../../../shared/text/event-text.ts';
import { eventsPageText as text } from '../../../../shared/text/ui/events-page-text.ts';
import type { DataColumn } from '../../../ui/data-table.tsx';
import { type ShownState, StateTag } from '../../../ui/state-tag.tsx';

const TAGS: Readonly<Record<ListedEvent['state'], ShownState>> = {
  applied: 'warning',
  approved: 'accepted',
  refused: 'notApplicable',
  withdrawn: 'notApplicable',
};

export const stateText = ({ state }: ListedEvent): string => EVENT_STATE_TEXTS[state] ?? '';

export const StateOfEvent = ({ event }: { readonly event: ListedEvent }) => <StateTag state={TAGS[event.state]} text={stateText(event)} />;

/** 2026-02-16～2026-02-17 18时至24时. */
export const daysText = (event: ListedEvent): string => [eventDays(event), eventHours(event.hours)].filter((part) => part !== '').join(' ');

const { columns } = text;

export const EVENT_COLUMNS: readonly DataColumn<ListedEvent>[] = [
  { key: 'id', title: columns.id, text: ({ id }) => String(id), sortValue: ({ id }) => id, align: 'right', width: 78 },
  { key: 'kind', title: columns.kind, text: eventName, filter: 'values', width: 104 },
  { key: 'days', title: columns.days, text: daysText, sortValue: ({ from }) => from, width: 184 },
  { key: 'places', title: columns.places, text: ({ places }) => places.join('、'), filter: 'search' },
  { key: 'pollutants', title: columns.pollutants, text: ({ pollutants }) => eventPollutants(pollutants), width: 116 },
  {
    key: 'state',
    title: columns.state,
    text: stateText,
    filter: 'values',
    width: 104,
    render: (event) => <StateOfEvent event={event} />,
  },
  { key: 'approval', title: columns.approval, text: ({ approval }) => approvalText(approval), filter: 'search', width: 180 },
  { key: 'evidence', title: columns.evidence, text: ({ evidence }) => String(evidence.length), align: 'right', width: 78 },
  { key: 'acts', title: columns.acts, text: eventActsText, width: 170 },
];
