import { Failure } from '../../../../shared/domain/failure.ts';
import { DISTRICT } from '../../../../shared/domain/monitoring/types.ts';
import { nameKey, REGISTERED, stationKey, type StationRegister } from '../../../../shared/domain/monitoring/stations/register.ts';
import type { Plan } from '../../../../shared/domain/plan/schema.ts';
import { isDistrictName, matchUnit } from '../../../../shared/domain/plan/unit-names.ts';
import { airUnits } from '../../../../shared/domain/plan/unit-schema.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import { selectStations } from '../../../db/queries/monitoring.ts';

/** What names are looked up in. */
export interface StationNames {
  readonly db: ReadHandle;
  readonly plan: Plan;
  readonly register: StationRegister;
}

/** Key of the station that a name, a code or a key means; null for one that neither the register nor the data know. */
export function findStation({ db, plan, register }: StationNames, text: string): string | null {
  const key = text.trim();
  if (register.stations.has(key)) return key;
  const named = register.names.get(nameKey(key));
  if (named !== undefined && named !== '') return named;
  const known = selectStations(db).filter(({ placeId }) => placeId !== REGISTERED);
  if (known.some(({ placeId, name }) => stationKey(placeId, name) === key)) return key;
  const same = known.filter(({ name }) => name !== '' && nameKey(name) === nameKey(key));
  if (same.length > 1)
    throw new Failure('STATION_AMBIGUOUS', { station: key, places: same.map(({ placeId }) => labelOf(plan, placeId)).join('、') });
  const [only] = same;
  if (only !== undefined) return stationKey(only.placeId, only.name);
  // A town whose data name no station is meant by its own name.
  const place = ownPlace(plan, key);
  return place !== null && known.some(({ placeId, name }) => placeId === place && name === '') ? stationKey(place, '') : null;
}

/** The place that bears the name itself. */
export const ownPlace = (plan: Plan, text: string): string | null =>
  isDistrictName(plan.district, text) ? DISTRICT : (matchUnit({ ...plan, units: airUnits(plan) }, text)?.id ?? null);

export const labelOf = (plan: Plan, placeId: string): string =>
  placeId === DISTRICT ? plan.district.name : (plan.units.find(({ id }) => id === placeId)?.name ?? placeId);

/** How a station is called: its name, else its town's. */
export function stationLabel({ plan, register }: Omit<StationNames, 'db'>, key: string): string {
  const name = register.stations.get(key)?.phases.findLast(({ content }) => content.name !== '')?.content.name;
  if (name !== undefined) return name;
  const [placeId = '', own = ''] = key.split('|');
  return own === '' ? labelOf(plan, placeId) : own;
}
