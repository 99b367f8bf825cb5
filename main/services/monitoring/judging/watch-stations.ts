import { type Pollutant, POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import { type Finding, finding } from '../../../../shared/domain/findings.ts';
import {
  contentOn,
  ownerOf,
  placeOfKey,
  placesOn,
  REGISTERED,
  stationKey,
  type StationRegister,
} from '../../../../shared/domain/monitoring/stations/register.ts';
import type { StationContent, StationStatement } from '../../../../shared/domain/monitoring/stations/types.ts';
import { ownDay, type PreparedDay } from '../receiving/prepare-days.ts';
import type { MeasuredContext } from './measured-findings.ts';

/** What the register of stations has to say of a file. */
export interface WatchedStations {
  readonly findings: readonly Finding[];
  /**
   * 监测项目 as the data had them until this file, to be kept with it: what a station monitors is said by somebody and does not change because
   * a file has one value more.
   */
  readonly proposals: readonly ProposedItems[];
}

export type ProposedItems = Pick<StationStatement & { readonly act: 'set' }, 'station' | 'from' | 'content'>;

export function watchStations(days: readonly PreparedDay[], register: StationRegister, context: MeasuredContext): WatchedStations {
  const keyOf = ({ placeId, station }: PreparedDay): string => ownerOf(register, placeId, station) ?? stationKey(placeId, station);
  const spoken = days.filter(({ blank }) => !blank);
  const outside = [...Map.groupBy(spoken, keyOf)].flatMap(([key, own]) => outsideOf(key, own, register, context));
  const years = [...Map.groupBy(spoken, (day) => `${day.date.slice(0, 4)} ${keyOf(day)}`).values()];
  const changes = years.flatMap((own) => changeOf(own, register, context, keyOf));
  return {
    findings: [...outside, ...changes.map(({ said }) => said)],
    proposals: changes.flatMap(({ proposal }) => (proposal === null ? [] : [proposal])),
  };
}

/** Days of a station of the register on which it stands for no place. */
function outsideOf(key: string, days: readonly PreparedDay[], register: StationRegister, { file }: MeasuredContext): Finding[] {
  const station = register.stations.get(key);
  if (station === undefined) return [];
  const beyond = days.filter(({ date }) => placesOn(key, station, date).length === 0).map(({ date }) => date);
  const [from, to] = [beyond.toSorted()[0], beyond.toSorted().at(-1)];
  if (from === undefined || to === undefined) return [];
  const name = days[0]?.station ?? '';
  return [finding('MONITOR_STATION_OUTSIDE', { file }, { station: name, count: beyond.length, from, to })];
}

interface Change {
  readonly said: Finding;
  readonly proposal: ProposedItems | null;
}

/** Items that a file brings to a station of which others are known from earlier days of the year. */
function changeOf(
  days: readonly PreparedDay[],
  register: StationRegister,
  { file, known, nameOf }: MeasuredContext,
  keyOf: (day: PreparedDay) => string,
): Change[] {
  const [first] = days;
  if (first === undefined) return [];
  const before = known.itemsOf(first);
  const key = keyOf(first);
  const station = register.stations.get(key);
  if (station === undefined && before.from === null) return [];
  const saidOn = (date: string): readonly Pollutant[] | null => (station === undefined ? null : (contentOn(station, date)?.items ?? null));
  const isNew = (day: PreparedDay, item: Pollutant): boolean =>
    !before.items.includes(item) &&
    day.covers.includes(item) &&
    saidOn(day.date)?.includes(item) !== true &&
    ownDay(day).day.values[item] !== null;
  const bringing = days.filter((day) => POLLUTANTS.some((item) => isNew(day, item)));
  const added = POLLUTANTS.filter((item) => bringing.some((day) => isNew(day, item)));
  const from = bringing.map(({ date }) => date).toSorted()[0];
  if (from === undefined) return [];
  const said = saidOn(from);
  if (said === null && (before.from === null || from <= before.from)) return [];
  const params = {
    place: nameOf(first.placeId, first.station),
    station: first.station,
    first: station?.phases.findLast((phase) => phase.from <= from)?.from ?? before.from ?? '',
    before: (said ?? before.items).join(),
    added: added.join(),
    from,
    count: bringing.length,
  };
  return [
    {
      said: finding('MONITOR_ITEMS_NEW', { file }, params),
      proposal: said === null ? proposalOf(key, register, from, before.items) : null,
    },
  ];
}

function proposalOf(key: string, register: StationRegister, date: string, items: readonly Pollutant[]): ProposedItems | null {
  const phase = register.stations.get(key)?.phases.findLast(({ from }) => from <= date);
  if (phase !== undefined) return { station: key, from: phase.from, content: { ...phase.content, items } };
  const placeId = placeOfKey(key);
  if (placeId === null || placeId === REGISTERED) return null;
  const content: StationContent = {
    name: key.slice(placeId.length + 1),
    code: null,
    kind: null,
    places: [{ placeId, weight: '1' }],
    items,
    until: null,
  };
  return { station: key, from: `${date.slice(0, 4)}-01-01`, content };
}
