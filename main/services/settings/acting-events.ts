import type { DustSwitches } from '../../../shared/domain/air/types.ts';
import { type ActingDays, actingDays, type SwitchesOn } from '../../../shared/domain/monitoring/events/acting-days.ts';
import { exceptionalEvents, type ExceptionalEvent, touches } from '../../../shared/domain/monitoring/events/exceptional-events.ts';
import { settingAt } from '../../../shared/domain/settings/settings.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectDustDays } from '../../db/queries/dust-forecast.ts';
import { selectEventStatements } from '../../db/queries/event-statements.ts';
import { selectSettings, type SettingRecord } from '../../db/queries/settings.ts';

/** Days of a place that something is taken out of. */
export type ActingOf = (placeId: string) => ActingDays;

/** 例外事件 of the work as they stand. */
export const eventsOf = (db: ReadHandle): ExceptionalEvent[] => exceptionalEvents(selectEventStatements(db));

/**
 * 扣沙日 of lists and approved events of a year, by place: the one answer for calendar, evaluation, ranking, score and all others. `events`: others
 * than those of the work, to see what one of them moves.
 */
export function actingIn(db: ReadHandle, year: number, events: readonly ExceptionalEvent[] = eventsOf(db)): ActingOf {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const listed = Map.groupBy(selectDustDays(db, first, last), (day) => day.placeId);
  const switchesOn = eventSwitches(selectSettings(db));
  const ofYear = events
    .filter(({ from, to }) => from <= last && first <= to)
    .map((event) => ({ ...event, from: event.from < first ? first : event.from, to: event.to > last ? last : event.to }));
  return (placeId) =>
    actingDays(placeId, {
      events: ofYear,
      listed: [...(listed.get('all') ?? []), ...(listed.get(placeId) ?? [])].map(({ date }) => date),
      switchesOn,
    });
}

/** How events of each kind act, on the day on which they are. */
export const eventSwitches =
  (entries: readonly SettingRecord[]): SwitchesOn =>
  (kind, date) => ({
    concentrations: settingAt(entries, `events.${kind}.concentrations`, date),
    days: settingAt(entries, `events.${kind}.days`, date),
  });

/** An event of one day of a place, as it is shown with the day; `out`: something of the day is taken out for it. */
export interface DayEvent extends Pick<ExceptionalEvent, 'kind' | 'name' | 'state' | 'pollutants'> {
  readonly event: number;
  readonly number: string;
  readonly out: boolean;
}

/** Events of a place on a day that are applied for or approved. `dust`: how dust acts in what is shown. */
export function eventsOnDays(db: ReadHandle, placeId: string, dust: DustSwitches): (date: string) => DayEvent[] {
  const events = eventsOf(db).filter(({ state }) => state === 'approved' || state === 'applied');
  if (events.length === 0) return () => [];
  const acts = actsOn(db, dust);
  return (date) =>
    events
      .filter((event) => touches(event, placeId, date))
      .map((event) => {
        const { id, kind, name, state, pollutants, approval } = event;
        return { event: id, kind, name, state, pollutants, number: approval?.number ?? '', out: acts(event, date) };
      });
}

/** Whether something is taken out for an event on a day. */
export function actsOn(db: ReadHandle, dust: DustSwitches): (event: ExceptionalEvent, date: string) => boolean {
  const switchesOn = eventSwitches(selectSettings(db));
  return ({ kind, state }, date) => {
    const { concentrations, days } = kind === 'dust' ? dust : switchesOn(kind, date);
    return state === 'approved' && (concentrations || days !== 'kept');
  };
}
