import { DISTRICT } from '../../../../shared/domain/monitoring/types.ts';
import type { Plan } from '../../../../shared/domain/plan/schema.ts';
import { airUnits } from '../../../../shared/domain/plan/unit-schema.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import { selectLastAirDays } from '../../../db/queries/returns-air.ts';
import { selectLastDay } from '../../../db/queries/station-days.ts';
import type { ServiceContext } from '../../context.ts';
import { gatherYears } from './gather-places.ts';
import { everyPlaceOf, stationGroups } from './station-groups.ts';

/**
 * The last day from the year of `from` up to `to` on which any place has a value; blank without one. No place has one after its last stored row, so
 * places are gathered only while their last row is later than what was found.
 */
export function lastDayOfAny(context: Pick<ServiceContext, 'work'>, plan: Plan, from: string, to: string): string {
  const ends = lastRows(context.work.handle, `${from.slice(0, 4)}-01-01`, to);
  const newest = [...ends.values()].reduce((last, end) => (end > last ? end : last), '');
  const places = [
    ...airUnits(plan)
      .map(({ id }) => ({ id, end: ends.get(id) ?? '' }))
      .toSorted((one, other) => (one.end > other.end ? -1 : Number(one.end < other.end))),
    { id: DISTRICT, end: newest },
  ];
  let found = '';
  for (const { id, end } of places) {
    if (end <= found) continue;
    const [place] = gatherYears(context, plan, from, to, new Set([id]));
    const last = place?.days.findLast(({ date }) => date <= to)?.date ?? '';
    if (last > found) found = last;
  }
  return found;
}

/** The last day of which something is stored, by place; a row may say that nothing valid was measured. */
function lastRows(db: ReadHandle, from: string, to: string): ReadonlyMap<string, string> {
  const ends = selectLastAirDays(db, from, to);
  for (const group of stationGroups(db)) {
    for (const { id } of group.members) {
      const last = selectLastDay(db, id, from, to) ?? '';
      for (const placeId of everyPlaceOf(group)) if (last > (ends.get(placeId) ?? '')) ends.set(placeId, last);
    }
  }
  return ends;
}
