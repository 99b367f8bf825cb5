import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { EventEffect, EventListReport, ListedEvent } from '../../../../shared/contract/exceptional-events.ts';
import type { FailureCode } from '../../../../shared/domain/failure.ts';
import { eventCommandText as words } from '../../../../shared/text/event-command-text.ts';
import {
  approvalText,
  EVENT_STATE_TEXTS,
  eventActsText,
  eventDays,
  eventHours,
  eventName,
  eventPollutants,
} from '../../../../shared/text/event-text.ts';
import { failureText } from '../../../../shared/text/failure-text.ts';
import { findingText } from '../../../../shared/text/finding-text.ts';
import { textTable } from '../terminal/table.ts';

const stateOf = ({ state }: ListedEvent): string => EVENT_STATE_TEXTS[state] ?? '';

/** air events list; `listed`: 扣沙日 that stand in lists and not among the events. */
export function eventsText(year: number, { events }: MethodOutput<'events.list'>, listed: number): string {
  const others = listed === 0 ? [] : ['', words.fromLists(listed)];
  if (events.length === 0) return [words.none(year), ...others].join('\n');
  const { columns } = words;
  return [
    words.heading(year, events.length),
    '',
    textTable<ListedEvent>(
      [
        { title: columns.id, cell: (event) => String(event.id) },
        { title: columns.kind, cell: eventName },
        { title: columns.days, cell: eventDays },
        { title: columns.hours, cell: (event) => eventHours(event.hours) },
        { title: columns.places, max: 30, cell: (event) => event.places.join('、') },
        { title: columns.pollutants, cell: (event) => eventPollutants(event.pollutants) },
        { title: columns.state, cell: stateOf },
        { title: columns.approval, max: 40, cell: (event) => approvalText(event.approval) },
        { title: columns.evidence, cell: (event) => String(event.evidence.length) },
        { title: columns.acts, max: 40, cell: eventActsText },
      ],
      events,
    ),
    ...others,
  ].join('\n');
}

export const enteredText = (event: ListedEvent): string => words.entered(event.id, eventName(event), eventDays(event), stateOf(event));

/** Before → after of each place and period; one figure where nothing moves. */
export function effectText({ event, acting, rows }: EventEffect): string {
  const heading = words.effectHeading(event.id, eventName(event), acting);
  const dated = rows.filter(({ days }) => days.length > 0);
  if (dated.length === 0) return [heading, words.effectNone].join('\n');
  const columns = words.effectColumns;
  const moved = (one: string | number | null, other: string | number | null): string =>
    one === other ? String(one ?? '—') : `${one ?? '—'} → ${other ?? '—'}`;
  const same = dated.every(({ before, after }) => JSON.stringify(before) === JSON.stringify(after));
  return [
    heading,
    '',
    textTable(
      [
        { title: columns.period, cell: (row) => row.period },
        { title: columns.place, cell: (row) => row.name },
        { title: columns.days, cell: (row) => String(row.days.length) },
        { title: columns.pm25, cell: ({ before, after }) => moved(before.pm25, after.pm25) },
        { title: columns.pm10, cell: ({ before, after }) => moved(before.pm10, after.pm10) },
        { title: columns.index, cell: ({ before, after }) => moved(before.index, after.index) },
        { title: columns.valid, cell: ({ before, after }) => moved(before.validDays, after.validDays) },
        { title: columns.good, cell: ({ before, after }) => moved(before.goodDays, after.goodDays) },
        { title: columns.ratio, cell: ({ before, after }) => moved(before.goodRatio, after.goodRatio) },
      ],
      dated,
    ),
    ...(same ? ['', words.effectSame] : []),
  ].join('\n');
}

/** A list of events, row by row; `stored` null: only looked at. */
export function eventListText({ file, findings, lines, stored }: EventListReport & { readonly stored: boolean | null }): string {
  const rows = lines.map(({ sheet, cell, kind, name, from, to, places, number, failure }) => {
    const at = `  ${sheet}!${cell}`;
    const said =
      kind === null ? '' : `　${eventName({ kind, name })}　${eventDays({ from, to })}　${places.join('、') || words.everywhere}`;
    if (failure !== null) return `${at}${said}\n      ✗ ${failureText(failure.code as FailureCode, failure.params)}`;
    return `${at}${said}　${number === '' ? words.line.ok : `${words.line.approved}（${number}）`}`;
  });
  const wrong = lines.filter(({ failure }) => failure !== null).length;
  return [
    file,
    ...findings.map(({ code, params }) => `  ✗ ${findingText(code, params)}`),
    ...rows,
    '',
    words.importDone({ rows: lines.length, wrong, stored }),
  ].join('\n');
}
