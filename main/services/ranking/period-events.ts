import type { RankingResult } from '../../../shared/contract/ranking.ts';
import { eventDaysByKind } from '../../../shared/domain/monitoring/events/event-days.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { actsOn, eventsOf } from '../settings/acting-events.ts';
import type { RankedPeriod } from './rank-figures.ts';

/** Approved 例外事件 on days of the period on which a town that they touch has data. */
export function eventsOfPeriod(db: ReadHandle, { period, dust, towns }: RankedPeriod): NonNullable<RankingResult['events']> {
  const events = eventsOf(db).filter(({ state, from, to }) => state === 'approved' && from <= period.to && period.from <= to);
  if (events.length === 0) return [];
  const measured = [...towns].map(([id, { place }]) => ({ id, dates: new Set(place.days.map(({ date }) => date)) }));
  return eventDaysByKind(events, period, {
    hasData: ({ places }, date) => measured.some(({ id, dates }) => (places === 'all' || places.includes(id)) && dates.has(date)),
    acts: actsOn(db, dust),
  }).map((kind) => ({ ...kind, numbers: [...kind.numbers] }));
}

/** Whether one other than dust takes something out of a town's figures. */
export const otherEventsAct = ({ towns }: RankedPeriod): boolean =>
  [...towns.values()].some(({ evaluation }) => evaluation.events !== undefined);
