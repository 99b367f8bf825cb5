import type { Period } from '../../../../shared/domain/air/period.ts';
import type { DustSwitches } from '../../../../shared/domain/air/types.ts';
import { daysOf } from '../../../../shared/domain/monitoring/events/acting-days.ts';
import { eventDaysByKind } from '../../../../shared/domain/monitoring/events/event-days.ts';
import type { ExceptionalEvent } from '../../../../shared/domain/monitoring/events/exceptional-events.ts';
import { eventSentences } from '../../../../shared/text/event-text.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import { actsOn, eventsOf } from '../../settings/acting-events.ts';
import type { GatheredPlace } from '../gathering/gathered-place.ts';

/** What is to be said of 例外事件 under figures of some places in a period. */
export function eventSentencesOf(db: ReadHandle, places: readonly GatheredPlace[], period: Period, dust: DustSwitches): string[] {
  const events = eventsOf(db).filter(({ from, to }) => from <= period.to && period.from <= to);
  if (events.length === 0) return [];
  const measured = places.map(({ placeId, days }) => ({ placeId, dates: new Set(days.map(({ date }) => date)) }));
  const hasData = (event: ExceptionalEvent, date: string): boolean =>
    measured.some(({ placeId, dates }) => (event.places === 'all' || event.places.includes(placeId)) && dates.has(date));
  const applied = events.filter(
    (event) => event.state === 'applied' && daysOf(event).some((date) => period.from <= date && date <= period.to && hasData(event, date)),
  );
  return eventSentences(eventDaysByKind(events, period, { hasData, acts: actsOn(db, dust) }), applied.length);
}
