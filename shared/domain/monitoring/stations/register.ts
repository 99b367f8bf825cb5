import { shiftDate } from '../../air/period.ts';
import { headerText } from '../pollutant-text.ts';
import type { RegisteredStation, StationContent, StationPhase, StationPlace, StationStatement } from './types.ts';

/** The register (站点登记) as its entries leave it. */
export interface StationRegister {
  /** By key. */
  readonly stations: ReadonlyMap<string, RegisteredStation>;
  /** Every name, code and alias, as nameKey makes it → key of the station; a blank key: taken from all. */
  readonly names: ReadonlyMap<string, string>;
}

/** How names are compared. */
export const nameKey = (name: string): string => headerText(name);

/** Days that a file gives by a name of the register are stored under this place and the name as printed: whose they are the register says. */
export const REGISTERED = 'registered';

export const stationKey = (placeId: string, name: string): string => `${placeId}|${name}`;

const BORN = 'station:';

/** Key of a station that the register knows before any data do. */
export const newStationKey = (number: number): string => `${BORN}${number}`;

/** False for a station that the data of a town brought up. */
export const isBornHere = (key: string): boolean => key.startsWith(BORN);

/** The town whose data brought the station up; null for one of the register's own. */
export const placeOfKey = (key: string): string | null => (isBornHere(key) ? null : key.slice(0, key.indexOf('|')));

type SetStatement = StationStatement & { readonly act: 'set' };

export function stationRegister(statements: readonly StationStatement[]): StationRegister {
  const groups = new Map<string, SetStatement[]>();
  const names = new Map<string, string>();
  const printed = new Map<string, string>();
  const claims = new Set<string>();
  for (const statement of statements) {
    const { station } = statement;
    if (statement.act === 'name') {
      names.set(nameKey(statement.name), station);
      printed.set(nameKey(statement.name), statement.name);
      continue;
    }
    groups.set(station, [...(groups.get(station) ?? []), statement]);
    for (const name of ownNames(station, statement.content)) {
      // Said again with other items, a name that has been given to another station stays there.
      if (claims.has(`${station} ${name}`)) continue;
      claims.add(`${station} ${name}`);
      names.set(name, station);
    }
  }
  const stations = [...groups].map(([key, group]): [string, RegisteredStation] => {
    const aliases = [...printed].flatMap(([name, text]) => (names.get(name) === key ? [text] : []));
    return [key, { key, phases: phasesOf(group), aliases }];
  });
  return { stations: new Map(stations), names };
}

/** The name under which the data of a town bring a station up means that town's only, so that each town may have its station of that name. */
const ownNames = (key: string, { name, code }: StationContent): string[] =>
  [name, code ?? ''].filter((text) => text !== '' && !(placeOfKey(key) !== null && key.endsWith(`|${text}`))).map(nameKey);

/** Of several statements that hold from one day the last one counts. */
function phasesOf(group: readonly SetStatement[]): StationPhase[] {
  const byFrom = new Map(group.map(({ from, content }) => [from, content]));
  const ordered = [...byFrom].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return ordered.map(([from, content], index) => {
    const next = ordered[index + 1]?.[0];
    return { from, to: next === undefined ? null : shiftDate(next, -1), content };
  });
}

/** What holds of a station on a day; null before its first and after its last day. */
export function contentOn({ phases }: Pick<RegisteredStation, 'phases'>, date: string): StationContent | null {
  const phase = phases.findLast(({ from }) => from <= date);
  return phase === undefined || (phase.content.until !== null && date > phase.content.until) ? null : phase.content;
}

/** What is said last. */
export function newestContent({ phases }: Pick<RegisteredStation, 'phases'>): StationContent {
  const last = phases.at(-1);
  if (last === undefined) throw new Error('a station without a statement');
  return last.content;
}

/** The key of the station that stored days belong to; null where their name has been taken from all. */
export function ownerOf({ names }: StationRegister, placeId: string, name: string): string | null {
  const key = name === '' ? undefined : names.get(nameKey(name));
  if (key !== undefined && key !== '') return key;
  return placeId === REGISTERED ? null : stationKey(placeId, name);
}

/** Towns for which a station stands on a day, with weights; before the register speaks of it, a station of a town's data is that town's. */
export function placesOn(key: string, station: RegisteredStation | undefined, date: string): readonly StationPlace[] {
  const own = placeOfKey(key);
  const before = station === undefined || date < (station.phases[0]?.from ?? '');
  if (before) return own === null ? [] : [{ placeId: own, weight: '1' }];
  return contentOn(station, date)?.places ?? [];
}
