import { matchUnit, unitWithin } from '../plan/unit-names.ts';
import { airUnits, unitKindOf, type NamedUnits } from '../plan/unit-schema.ts';
import { headerText } from './pollutant-text.ts';
import { nameKey, REGISTERED } from './stations/register.ts';
import { DISTRICT, type MonitoringOptions } from './types.ts';

/** Finds the town (镇街) or the district that a written name means. */
export interface PlaceNames {
  /** A name that stands for a place. */
  place(text: string): string | null;
  /** Name of a station: as it stands, then without 站, 微站, 子站 and numbers. */
  station(text: string): string | null;
  /** The one town, else the district, that a title speaks of; where it names one station of the register, that. */
  inText(text: string): string | null;
  /** A name, a code or an alias of the register of stations (站点登记). */
  registered(text: string): boolean;
  /** The city (市) that the district belongs to. */
  isCity(text: string): boolean;
  /** Whether the register has any name. */
  readonly hasRegister: boolean;
  /** The name of a station of the register as a text has it. */
  registeredIn(text: string): string;
}

export function placeNames(
  plan: NamedUnits,
  districtNames: readonly string[],
  { assigned = {}, registered = new Set() }: Pick<MonitoringOptions, 'assigned' | 'registered'> = {},
): PlaceNames {
  const byStation = new Map(Object.entries(assigned).map(([name, placeId]) => [headerText(name), placeId]));
  const towns = airUnits(plan);
  const named: NamedUnits = { ...plan, units: towns };
  const districts = new Set(districtNames.map(headerText));
  const place = (text: string): string | null => (districts.has(headerText(text)) ? DISTRICT : (matchUnit(named, text)?.id ?? null));
  const isRegistered = (text: string): boolean => registered.size > 0 && registered.has(nameKey(text));
  const station = (text: string): string | null =>
    (isRegistered(text) ? REGISTERED : undefined) ??
    byStation.get(headerText(text)) ??
    place(text) ??
    stationStems(text).reduce<string | null>((found, stem) => found ?? place(stem), null);
  // A seat called as its district (某某县某某镇) is meant in a title by its whole name only: 某某 is the district.
  // Of units that bear one name after each other the later is found, as by matchUnit; the day of a value then tells whose it is.
  const names = [
    ...new Map(
      towns.flatMap((town) => [town.name, withoutEnding(plan, town), ...town.aliases].map((name) => [headerText(name), town.id] as const)),
    ),
  ].filter(([name]) => !districts.has(name));
  const stationsIn = (plain: string): string[] => {
    const fitting = [...registered].filter((name) => name.length > 1 && plain.includes(name));
    return fitting.filter((name) => !fitting.some((other) => other !== name && other.includes(name)));
  };
  const inText = (text: string): string | null => {
    const plain = headerText(text);
    if (stationsIn(plain).length === 1) return REGISTERED;
    // 某某街道 is part of no other name, but a short alias may be: the longest name that fits decides.
    const fitting = names.filter(([name]) => name.length > 1 && plain.includes(name));
    const longest = fitting.filter(([name]) => !fitting.some(([other]) => other !== name && other.includes(name)));
    const ids = new Set(longest.map(([, id]) => id));
    if (ids.size === 1) return [...ids][0] ?? null;
    if (ids.size > 1) return null;
    return place(text) ?? ([...districts].some((name) => name.length > 1 && plain.includes(name)) ? DISTRICT : null);
  };
  return {
    place: remembered(place),
    station: remembered(station),
    inText,
    registered: isRegistered,
    isCity: (text) => plan.district.city !== null && headerText(text) === headerText(plan.district.city),
    hasRegister: registered.size > 0,
    registeredIn: (text) => stationsIn(headerText(text))[0] ?? '',
  };
}

/** The place that a name means on a day: a unit that is no more, or not yet, leaves its name to the one that then bears it. */
export function placeOnDay(plan: NamedUnits): (placeId: string, date: string) => string {
  const dated = new Map(plan.units.filter((unit) => unit.from !== undefined || unit.until !== undefined).map((unit) => [unit.id, unit]));
  return (placeId, date) => {
    const unit = dated.get(placeId);
    return unit === undefined ? placeId : unitWithin(plan, unit, date, date).id;
  };
}

function withoutEnding(plan: NamedUnits, town: NamedUnits['units'][number]): string {
  const ending = unitKindOf(plan, town).endings.find((one) => town.name.endsWith(one) && town.name.length > one.length);
  return ending === undefined ? town.name : town.name.slice(0, -ending.length);
}

function stationStems(text: string): string[] {
  const plain = text.normalize('NFKC').replaceAll(/\s/gu, '');
  const bare = plain.replaceAll(/[-_#]?\d+[#号]?|[#号]/gu, '').replaceAll(/[一二三四五六七八九十]+号/gu, '');
  const stem = bare.replace(
    /(?:乡镇)?(?:环境空气质量|空气质量|环境空气|空气|大气)?(?:网格化|颗粒物)?(?:自动)?(?:监测)?(?:微型|标准|国控|市控|区控|乡镇)?(?:监测站点|监测点位|监测站|监测点|空气站|微站|子站|站点|点位|站)$/u,
    '',
  );
  const office = stem.replace(/(?:政府|人民政府|办事处|街道办|镇政府)$/u, (ending) =>
    ending === '街道办' ? '街道' : ending === '镇政府' ? '镇' : '',
  );
  return [...new Set([bare, stem, office])].filter((name) => name !== '' && name !== plain);
}

function remembered(find: (text: string) => string | null): (text: string) => string | null {
  const known = new Map<string, string | null>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const place = find(text);
    known.set(text, place);
    return place;
  };
}
