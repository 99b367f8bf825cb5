import type { MonitoringPlace } from '../../../../shared/contract/monitoring.ts';
import { placeOf } from '../monitoring-types.ts';

/** The places of the address (`a,b`) that there are, each once; else the one that the other views show. */
export function chosenPlaces(
  places: readonly MonitoringPlace[],
  params: Readonly<Record<string, string>>,
  most: number,
): readonly MonitoringPlace[] {
  const asked = [...new Set((params['places'] ?? '').split(','))];
  const found = asked.flatMap((id) => places.find(({ placeId }) => placeId === id) ?? []).slice(0, most);
  if (found.length > 0) return found;
  const one = placeOf(places, params['place']);
  return one === undefined ? [] : [one];
}

/** For the address: one place goes where the other views look for it. */
export const placesParams = (chosen: readonly string[]): Readonly<Record<string, string | null>> => ({
  places: chosen.length > 1 ? chosen.join() : null,
  ...(chosen[0] === undefined ? {} : { place: chosen[0] }),
});
