import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { ListedStation } from '../../../../shared/contract/stations.ts';
import {
  nameKey,
  ownerOf,
  placesOn,
  REGISTERED,
  type StationRegister,
  stationRegister,
} from '../../../../shared/domain/monitoring/stations/register.ts';
import {
  SINCE_EVER,
  type StationContent,
  type StationPhase,
  type StationPlace,
} from '../../../../shared/domain/monitoring/stations/types.ts';
import { POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import type { Plan } from '../../../../shared/domain/plan/schema.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import { selectUnknownNames } from '../../../db/queries/monitoring.ts';
import { selectStationSpans, type StationSpan } from '../../../db/queries/station-days.ts';
import { selectStationStatements, type StationEntry } from '../../../db/queries/station-statements.ts';
import type { ServiceContext } from '../../context.ts';
import { readWorkPlan } from '../../plan/work-plan.ts';
import { labelOf, stationLabel } from './find-station.ts';
import { stationGroups } from '../gathering/station-groups.ts';

type Phase = ListedStation['phases'][number];

/** 站点: every station of the register and of the data, and names of files that are assigned to none. */
export function listStations({ work: { handle: db } }: ServiceContext): MethodOutput<'stations.list'> {
  const { plan } = readWorkPlan(db);
  const entries = selectStationStatements(db);
  const register = stationRegister(entries);
  const groups = new Map(stationGroups(db, register).map((group) => [group.key, group]));
  const spans = new Map(selectStationSpans(db).map((span) => [span.stationId, span]));
  const keys = [...new Set([...groups.keys(), ...register.stations.keys()])];
  const stations = keys.map((key): ListedStation => {
    const station = register.stations.get(key);
    const own = (groups.get(key)?.members ?? []).flatMap(({ id }) => spans.get(id) ?? []);
    return {
      key,
      name: stationLabel({ plan, register }, key),
      registered: station !== undefined,
      aliases: [...(station?.aliases ?? [])],
      phases:
        station === undefined
          ? [
              phaseOf(
                plan,
                { from: SINCE_EVER, to: null },
                { ...NOTHING, name: key.slice(key.indexOf('|') + 1), places: placesOn(key, undefined, '') },
              ),
            ]
          : station.phases.map((phase) => phaseOf(plan, phase, phase.content)),
      data: dataOf(own),
      entries: entries.filter((entry) => entry.station === key).map(toldEntry),
    };
  });
  return { stations: ordered(plan, stations), unassigned: unassignedNames(db, register) };
}

const NOTHING: StationContent = { name: '', code: null, kind: null, places: [], items: null, until: null };

const phaseOf = (
  plan: Plan,
  { from, to }: Pick<StationPhase, 'from' | 'to'>,
  { name, code, kind, places, items, until }: StationContent,
): Phase => ({
  from: from === SINCE_EVER ? null : from,
  name,
  code,
  kind,
  places: places.map(({ placeId, weight }: StationPlace) => ({ placeId, name: labelOf(plan, placeId), weight })),
  items: items === null ? null : [...items],
  until,
  to: until !== null && (to === null || until < to) ? until : to,
});

export const toldEntry = (entry: StationEntry): ListedStation['entries'][number] => ({
  id: entry.id,
  act: entry.act,
  from: entry.act === 'name' || entry.from === SINCE_EVER ? null : entry.from,
  name: entry.act === 'name' ? entry.name : entry.content.name,
  document: entry.document,
  reason: entry.reason,
  actor: entry.actor,
  at: entry.at,
});

function dataOf(spans: readonly StationSpan[]): ListedStation['data'] {
  const newest = spans
    .map(({ to }) => to.slice(0, 4))
    .toSorted()
    .at(-1);
  const items = new Set(spans.filter(({ to }) => to.startsWith(newest ?? '-')).flatMap((span) => span.items));
  return {
    days: spans.reduce((sum, { days }) => sum + days, 0),
    from: spans.map(({ from }) => from).toSorted()[0] ?? null,
    to:
      spans
        .map(({ to }) => to)
        .toSorted()
        .at(-1) ?? null,
    items: POLLUTANTS.filter((pollutant) => items.has(pollutant)),
  };
}

/** By town in the order of the plan, then by name. */
function ordered(plan: Plan, stations: readonly ListedStation[]): ListedStation[] {
  const turn = new Map(plan.units.map(({ id }, index) => [id, index]));
  const of = ({ phases }: ListedStation): number => turn.get(phases.at(-1)?.places[0]?.placeId ?? '') ?? plan.units.length;
  return stations.toSorted((one, other) => of(one) - of(other) || (one.name < other.name ? -1 : 1));
}

/** Names that files have and nothing knows by now: the newest file that has one is named. */
function unassignedNames(db: ReadHandle, register: StationRegister): MethodOutput<'stations.list'>['unassigned'] {
  const found = new Map(selectUnknownNames(db).map((row) => [nameKey(row.name), row]));
  return [...found.values()].filter(({ name }) => ownerOf(register, REGISTERED, name) === null);
}
