import { type ActingDays, actingDays, type SwitchesOn } from '../../../shared/domain/monitoring/events/acting-days.ts';
import { exceptionalEvents, type ExceptionalEvent } from '../../../shared/domain/monitoring/events/exceptional-events.ts';
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
  const ofYear = events.filter(({ from, to }) => from <= last && first <= to);
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
