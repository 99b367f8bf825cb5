import { Failure } from '../../../../shared/domain/failure.ts';
import { EVENT_POLLUTANTS, type EventKind, LONGEST_EVENT } from '../../../../shared/domain/monitoring/events/event-kinds.ts';
import type { EventApproval, EventContent, ExceptionalEvent } from '../../../../shared/domain/monitoring/events/exceptional-events.ts';
import { daysOf } from '../../../../shared/domain/monitoring/events/acting-days.ts';
import { type Pollutant, POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import { placesOfKind } from '../../../../shared/domain/monitoring/read-dust-list.ts';
import { DISTRICT } from '../../../../shared/domain/monitoring/types.ts';
import type { Plan } from '../../../../shared/domain/plan/schema.ts';
import { placeIdOf } from '../gathering/places.ts';

/** An event as somebody or a row of a list says it. */
export interface EventRequest {
  readonly kind: EventKind;
  readonly name: string;
  readonly from: string;
  readonly to?: string | undefined;
  readonly hours: EventContent['hours'];
  readonly places: readonly string[];
  readonly pollutants?: readonly Pollutant[] | undefined;
  readonly note: string;
}

/** What is stored of it; refused where it does not hold together, or is there already. */
export function draftEvent(plan: Plan, request: EventRequest, known: readonly ExceptionalEvent[]): EventContent {
  const { kind, name, from, to = from, hours, note } = request;
  if (to < from) throw new Failure('EVENT_SPAN', { from, to, most: LONGEST_EVENT });
  if (daysOf({ from, to }).length > LONGEST_EVENT) throw new Failure('EVENT_SPAN', { from, to, most: LONGEST_EVENT });
  if (kind === 'other' && name === '') throw new Failure('EVENT_NAME', {});
  if (hours !== null && from === to && hours.to <= hours.from) throw new Failure('EVENT_HOURS', { from: hours.from, to: hours.to });
  const content = {
    kind,
    name: kind === 'other' ? name : '',
    from,
    to,
    hours,
    places: placesOf(plan, request),
    pollutants: touched(request),
    note,
  };
  const same = known.find((event) => event.state !== 'withdrawn' && isSame(event, content));
  if (same !== undefined) throw new Failure('EVENT_TWICE', { event: same.id, from, to });
  return content;
}

/** Dust is of particles alone. */
function touched({ kind, pollutants = EVENT_POLLUTANTS }: EventRequest): EventContent['pollutants'] {
  const chosen = POLLUTANTS.filter((pollutant) => pollutants.includes(pollutant));
  const isPm = chosen.length === EVENT_POLLUTANTS.length && EVENT_POLLUTANTS.every((pollutant) => chosen.includes(pollutant));
  if (kind === 'dust' && !isPm) throw new Failure('EVENT_DUST_POLLUTANTS', {});
  return chosen;
}

function placesOf(plan: Plan, { places, from, to = from }: EventRequest): EventContent['places'] {
  const ids = places.flatMap((place) => placesOfKind(plan, place) ?? placeIdOf(plan, place, { from, to }));
  return ids.length === 0 || ids.includes(DISTRICT) || ids.includes('all') ? 'all' : [...new Set(ids)].toSorted();
}

const isSame = (one: EventContent, other: EventContent): boolean =>
  one.kind === other.kind &&
  one.name === other.name &&
  one.from === other.from &&
  one.to === other.to &&
  JSON.stringify([one.hours, one.places, one.pollutants]) === JSON.stringify([other.hours, other.places, other.pollutants]);

/** An approval has its number (文号); null where nothing is said of one. */
export function approvalOf({ number, office, date }: EventApproval): EventApproval | null {
  if (number !== '') return { number, office, date };
  if (office === '' && date === null) return null;
  throw new Failure('EVENT_NUMBER', {});
}
