import { areaHours } from '../../../../shared/domain/air/area/area-hours.ts';
import { type HoursOfDay, isValidHour } from '../../../../shared/domain/air/hours/hours-of-day.ts';
import type { Period } from '../../../../shared/domain/air/period.ts';
import type { RecordHours } from '../../../../shared/domain/air/record/record-hours.ts';
import { type Pollutant, POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import type { DecimalText } from '../../../../shared/domain/numbers/decimal.ts';
import type { Fraction } from '../../../../shared/domain/numbers/fraction.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import { countedDays } from './counted-days.ts';
import { groupsOfPlace, standsFor } from './day-stations.ts';
import { effectiveDays } from './effective-days.ts';
import type { GatheredPlace } from './gathered-place.ts';
import { groupPlaces } from './station-groups.ts';

interface StationHours {
  readonly key: string;
  readonly hours: HoursOfDay['values'];
  readonly weight: DecimalText;
}

/**
 * Hours at a place, of the days that have any of these pollutants, in order: means over its stations (where as many have a valid hour as the day asks for),
 * and how many valid ones each station has.
 */
export function placeHours(
  db: ReadHandle,
  place: GatheredPlace,
  { from, to }: Pick<Period, 'from' | 'to'>,
  pollutants: readonly Pollutant[] = POLLUTANTS,
): RecordHours[] {
  const byDate = new Map<string, StationHours[]>();
  for (const group of groupsOfPlace(db, place)) {
    for (const { day, hours } of effectiveDays(countedDays(db, group.members, from, to))) {
      if (pollutants.every((pollutant) => hours[pollutant] === undefined)) continue;
      const at = groupPlaces(group, day.date).find(standsFor(place));
      if (at === undefined) continue;
      const station = { key: group.key, hours, weight: place.kind === 'town' ? at.weight : '1' };
      const known = byDate.get(day.date);
      if (known === undefined) byDate.set(day.date, [station]);
      else known.push(station);
    }
  }
  return [...byDate]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([date, stations]) => hoursOn(place, date, stations, pollutants));
}

function hoursOn(place: GatheredPlace, date: string, stations: readonly StationHours[], pollutants: readonly Pollutant[]): RecordHours {
  const required = place.members.on(date)?.required;
  const means: Partial<Record<Pollutant, (Fraction | null)[]>> = {};
  const valid: Partial<Record<Pollutant, { station: string; hours: number }[]>> = {};
  for (const pollutant of pollutants) {
    const own = stations.filter(({ hours }) => hours[pollutant] !== undefined);
    if (own.length === 0) continue;
    means[pollutant] = areaHours(
      own.map(({ hours }) => hours),
      pollutant,
      own.map(({ weight }) => weight),
      required?.[pollutant] ?? 1,
    ).map(({ mean }) => mean);
    valid[pollutant] = own.map(({ key, hours }) => ({
      station: key,
      hours: (hours[pollutant] ?? new Int32Array()).filter(isValidHour).length,
    }));
  }
  return { date, means, valid };
}
