import type { DustSwitches, PlaceSeries, TakenOut } from '../../air/types.ts';
import { shiftDate } from '../../air/period.ts';
import type { OtherEventKind } from './event-kinds.ts';
import type { ExceptionalEvent } from './exceptional-events.ts';

/** How events of a kind act that fall on a day. */
export type SwitchesOn = (kind: OtherEventKind, date: string) => DustSwitches;

export type ActingDays = Pick<PlaceSeries, 'dustDates' | 'takenOut'>;

/**
 * Days of one place on which something is taken out: 扣沙日 of lists and of approved events, which go by the dust setting of whatever is reckoned,
 * and what other approved events take out by the setting of their day. Events that are not approved, and kinds of which nothing is taken out, do
 * nothing here.
 */
export function actingDays(
  placeId: string,
  {
    events,
    listed,
    switchesOn,
  }: { readonly events: readonly ExceptionalEvent[]; readonly listed: Iterable<string>; readonly switchesOn: SwitchesOn },
): ActingDays {
  const dustDates = new Set(listed);
  const takenOut = new Map<string, TakenOut>();
  for (const event of events) {
    if (event.state !== 'approved' || (event.places !== 'all' && !event.places.includes(placeId))) continue;
    for (const date of daysOf(event)) {
      if (event.kind === 'dust') dustDates.add(date);
      else {
        const taken = together(takenOut.get(date), event, switchesOn(event.kind, date));
        if (taken !== null) takenOut.set(date, taken);
      }
    }
  }
  return takenOut.size === 0 ? { dustDates } : { dustDates, takenOut };
}

export function daysOf({ from, to }: Pick<ExceptionalEvent, 'from' | 'to'>): string[] {
  const dates: string[] = [];
  for (let date = from; date <= to; date = shiftDate(date, 1)) dates.push(date);
  return dates;
}

const NOTHING: TakenOut = { concentrations: [], leftOut: false, items: [] };

/** Two events of one day each take out what is their own; null where nothing is. */
function together(
  known: TakenOut = NOTHING,
  { pollutants }: Pick<ExceptionalEvent, 'pollutants'>,
  { concentrations, days }: DustSwitches,
): TakenOut | null {
  const joined = (before: TakenOut['items'], is: boolean): TakenOut['items'] =>
    is ? [...new Set([...before, ...pollutants])].toSorted() : before;
  const taken = {
    concentrations: joined(known.concentrations, concentrations),
    leftOut: known.leftOut || days === 'left-out',
    items: joined(known.items, days === 'without-pm'),
  };
  return taken.leftOut || taken.concentrations.length + taken.items.length > 0 ? taken : null;
}
