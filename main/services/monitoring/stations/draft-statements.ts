import type { MethodInput } from '../../../../shared/contract/contract.ts';
import { Failure } from '../../../../shared/domain/failure.ts';
import { contentOn, nameKey, newStationKey, placeOfKey, stationRegister } from '../../../../shared/domain/monitoring/stations/register.ts';
import {
  SINCE_EVER,
  type StationContent,
  type StationPlace,
  type StationStatement,
} from '../../../../shared/domain/monitoring/stations/types.ts';
import { DISTRICT } from '../../../../shared/domain/monitoring/types.ts';
import { exact, isDecimalText } from '../../../../shared/domain/numbers/decimal.ts';
import type { Plan } from '../../../../shared/domain/plan/schema.ts';
import { existsWithin } from '../../../../shared/domain/plan/unit-schema.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import { selectStationStatements } from '../../../db/queries/station-statements.ts';
import { readWorkPlan } from '../../plan/work-plan.ts';
import { placeIdOf } from '../gathering/places.ts';
import { findStation, labelOf, ownPlace, stationLabel, type StationNames } from './find-station.ts';

export type SetRequest = Omit<MethodInput<'stations.set'>, 'reason' | 'document'>;

/** Statements that follow those of the work, with the register as it stands after each; nothing is stored. */
export interface Drafts {
  readonly names: () => StationNames;
  readonly statements: readonly StationStatement[];
  /** Key of the station. */
  readonly set: (request: SetRequest) => string;
  readonly assign: (name: string, to: string | null) => string;
}

const LAST_DAY = '9999-12-31';

export function stationDrafts(db: ReadHandle): Drafts {
  const { plan } = readWorkPlan(db);
  const stored: readonly StationStatement[] = selectStationStatements(db);
  const drafts: StationStatement[] = [];
  const nextId = (): number => (stored.at(-1)?.id ?? 0) + drafts.length + 1;
  const names = (): StationNames => ({ db, plan, register: stationRegister([...stored, ...drafts]) });
  const say = (station: string, from: string, content: StationContent): void =>
    void drafts.push({ id: nextId(), act: 'set', station, from, content });
  const call = (station: string, name: string): void => void drafts.push({ id: nextId(), act: 'name', station, name });
  return {
    names,
    statements: drafts,
    set(request) {
      const known = names();
      const from = request.from ?? SINCE_EVER;
      const { station: wanted, name } = request;
      if (wanted === undefined && name === undefined) throw new Failure('STATION_UNNAMED');
      const found = findStation(known, wanted ?? name ?? '');
      if (found === null && wanted !== undefined) throw new Failure('STATION_UNKNOWN', { station: wanted });
      const key = found ?? newStationKey(nextId());
      const content = contentOf(known, key, request, from);
      for (const own of [content.name, content.code ?? ''].filter((text) => text !== '')) refuseTaken(known, own, key);
      say(key, from, content);
      for (const alias of request.aliases ?? []) {
        refuseTaken(known, alias, key);
        call(key, alias);
      }
      return key;
    },
    assign(name, to) {
      const known = names();
      if (ownPlace(plan, name) !== null)
        throw new Failure('STATION_NAME_PLACE', { name, place: labelOf(plan, ownPlace(plan, name) ?? '') });
      if (to === null) {
        call('', name);
        return '';
      }
      const target = ownPlace(plan, to) === null ? findStation(known, to) : null;
      if (target === null && ownPlace(plan, to) === null) throw new Failure('STATION_TARGET', { name, to });
      if (target !== null) {
        call(target, name);
        return target;
      }
      const places = [{ placeId: placeIdOf(plan, to, { from: SINCE_EVER, to: LAST_DAY }), weight: '1' }];
      // A station that bears the name moves with all that is said of it: its items, its kind, its dates.
      const owner = known.register.names.get(nameKey(name)) ?? '';
      const phases = (known.register.stations.get(owner)?.phases ?? []).filter(({ content }) => nameKey(content.name) === nameKey(name));
      for (const { from, content } of phases) if (!samePlaces(content.places, places)) say(owner, from, { ...content, places });
      if (phases.length > 0) return owner;
      // Else a station of its own that stands for the place; a name that was another station's is this one's from now on.
      const key = newStationKey(nextId());
      say(key, SINCE_EVER, { name, code: null, kind: null, places, items: null, until: null });
      return key;
    },
  };
}

const samePlaces = (one: readonly StationPlace[], other: readonly StationPlace[]): boolean =>
  one.length === other.length &&
  one.every(({ placeId, weight }, index) => placeId === other[index]?.placeId && weight === other[index]?.weight);

function contentOf(known: StationNames, key: string, request: SetRequest, from: string): StationContent {
  const { plan, register } = known;
  const station = register.stations.get(key);
  const own = placeOfKey(key);
  const before = station === undefined ? undefined : (contentOn(station, from) ?? station.phases[0]?.content);
  const said: StationContent = before ?? {
    name: own === null ? '' : key.slice(own.length + 1),
    code: null,
    kind: null,
    places: own === null ? [] : [{ placeId: own, weight: '1' }],
    items: null,
    until: null,
  };
  const until = request.until === undefined ? said.until : request.until;
  if (until !== null && until < from) throw new Failure('STATION_DATES', { from, until });
  const name = renamed(known, key, request);
  const places = request.places === undefined ? said.places : placesOf(plan, request.places, from, until ?? LAST_DAY);
  if (places.length === 0) throw new Failure('STATION_PLACE_MISSING', { station: stationLabelOr(known, key, request) });
  return {
    name: name ?? said.name,
    code: request.code === undefined ? said.code : request.code === '' ? null : request.code,
    kind: request.kind === undefined ? said.kind : request.kind,
    places,
    items: request.items === undefined ? said.items : request.items,
    until,
  };
}

/** The name that a request gives; a code, an alias or the town itself that only finds the station gives none. */
function renamed(known: StationNames, key: string, { station, name }: SetRequest): string | null {
  if (name === undefined) return null;
  if (ownPlace(known.plan, name) !== null) {
    if (station === undefined && known.register.stations.has(key)) return null;
    if (station === undefined && placeOfKey(key) !== null) return null;
    throw new Failure('STATION_NAME_PLACE', { name, place: labelOf(known.plan, ownPlace(known.plan, name) ?? '') });
  }
  return station === undefined && known.register.names.get(nameKey(name)) === key ? null : name;
}

const stationLabelOr = (known: StationNames, key: string, { name, station }: SetRequest): string =>
  name ?? station ?? stationLabel(known, key);

function refuseTaken(known: StationNames, name: string, key: string): void {
  const owner = known.register.names.get(nameKey(name));
  if (owner !== undefined && owner !== '' && owner !== key)
    throw new Failure('STATION_NAME_TAKEN', { name, station: stationLabel(known, owner) });
  const place = ownPlace(known.plan, name);
  if (place !== null) throw new Failure('STATION_NAME_PLACE', { name, place: labelOf(known.plan, place) });
}

function placesOf(plan: Plan, asked: NonNullable<SetRequest['places']>, from: string, until: string): StationPlace[] {
  const places = asked.map(({ place, weight = '1' }): StationPlace => {
    const placeId = placeIdOf(plan, place, { from, to: until });
    if (!isDecimalText(weight) || exact(weight).lte(0)) throw new Failure('STATION_WEIGHT', { weight, place });
    const unit = plan.units.find(({ id }) => id === placeId);
    if (placeId !== DISTRICT && unit !== undefined && !existsWithin(unit, from, until))
      throw new Failure('STATION_PLACE_OUTSIDE', { place: unit.name, from: unit.from ?? '', until: unit.until ?? '' });
    return { placeId, weight };
  });
  const twice = places.find(({ placeId }, index) => places.findIndex((other) => other.placeId === placeId) !== index);
  if (twice !== undefined) throw new Failure('STATION_PLACE_TWICE', { place: labelOf(plan, twice.placeId) });
  return places;
}
