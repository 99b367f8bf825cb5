import type { DayHours } from '../../../../shared/domain/air/pattern/time-pattern.ts';
import { areaHours } from '../../../../shared/domain/air/area/area-hours.ts';
import type { HoursOfDay } from '../../../../shared/domain/air/hours/hours-of-day.ts';
import type { Pollutant } from '../../../../shared/domain/air/standards/pollutants.ts';
import type { DecimalText } from '../../../../shared/domain/numbers/decimal.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import { countedDays } from './counted-days.ts';
import { groupsOfPlace, standsFor } from './day-stations.ts';
import { effectiveDays } from './effective-days.ts';
import type { GatheredPlace } from './gathered-place.ts';
import { groupPlaces } from './station-groups.ts';

interface StationHours {
  readonly hours: HoursOfDay['values'];
  readonly weight: DecimalText;
}

/**
 * Hourly means of one pollutant at a place on every day of a span that has hours of it, in order: of several stations the mean, where as many
 * have a valid hour as the day asks for.
 */
export function hoursOfSpan(db: ReadHandle, place: GatheredPlace, pollutant: Pollutant, from: string, to: string): DayHours[] {
  const byDate = new Map<string, StationHours[]>();
  for (const group of groupsOfPlace(db, place)) {
    for (const { day, hours } of effectiveDays(countedDays(db, group.members, from, to))) {
      const at = hours[pollutant] === undefined ? undefined : groupPlaces(group, day.date).find(standsFor(place));
      if (at === undefined) continue;
      const station = { hours, weight: place.kind === 'town' ? at.weight : '1' };
      byDate.set(day.date, [...(byDate.get(day.date) ?? []), station]);
    }
  }
  return [...byDate]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([date, stations]) => ({ date, means: meansOf(stations, pollutant, place.members.on(date)?.required[pollutant] ?? 1) }));
}

const meansOf = (stations: readonly StationHours[], pollutant: Pollutant, least: number): DayHours['means'] =>
  areaHours(
    stations.map(({ hours }) => hours),
    pollutant,
    stations.map(({ weight }) => weight),
    least,
  ).map(({ mean }) => mean);
