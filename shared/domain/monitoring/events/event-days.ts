import type { Period } from '../../air/period.ts';
import { daysOf } from './acting-days.ts';
import type { EventKind } from './event-kinds.ts';
import type { ExceptionalEvent } from './exceptional-events.ts';

/** Days of a period on which there were approved events of one kind (of others: of one name), with the numbers of their approvals (文号). */
export interface EventDays {
  readonly kind: EventKind;
  readonly name: string;
  readonly days: number;
  readonly numbers: readonly string[];
  /** Something was taken out for one of them. */
  readonly out: boolean;
}

interface Asked {
  readonly hasData: (event: ExceptionalEvent, date: string) => boolean;
  readonly acts: (event: ExceptionalEvent, date: string) => boolean;
}

export function eventDaysByKind(events: readonly ExceptionalEvent[], { from, to }: Period, { hasData, acts }: Asked): EventDays[] {
  const within = events
    .filter(({ state }) => state === 'approved')
    .map((event) => ({ event, dates: daysOf(event).filter((date) => from <= date && date <= to && hasData(event, date)) }))
    .filter(({ dates }) => dates.length > 0);
  return [...Map.groupBy(within, ({ event: { kind, name } }) => `${kind} ${name}`).values()].flatMap((alike): EventDays[] => {
    const [first] = alike;
    if (first === undefined) return [];
    const { kind, name } = first.event;
    return [
      {
        kind,
        name,
        days: new Set(alike.flatMap(({ dates }) => dates)).size,
        numbers: [...new Set(alike.flatMap(({ event }) => event.approval?.number || []))].toSorted(),
        out: alike.some(({ event, dates }) => dates.some((date) => acts(event, date))),
      },
    ];
  });
}
