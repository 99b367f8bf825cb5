import type { AreaDay, AreaRule } from '../../../../shared/domain/air/area/area-day.ts';
import { type AreaShare, requiredStations } from '../../../../shared/domain/air/area/area-share.ts';
import { type Pollutant, POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import { presentIn } from '../../../../shared/domain/air/statistics/monitored.ts';
import { daysOfYear } from '../../../../shared/domain/calendar.ts';
import type { DecimalText } from '../../../../shared/domain/numbers/decimal.ts';
import { settingAt, type SettingEntry } from '../../../../shared/domain/settings/settings.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import { selectSettings } from '../../../db/queries/settings.ts';
import type { MemberPart, PlaceMembers } from './place-members.ts';
import type { StationSeries } from './station-series.ts';

/** What may enter the mean of an area: a station, a town by its return, or a town of which nothing is known (no series). */
export interface Member {
  /** As it is printed: 某某镇, 某某镇某某站. */
  readonly name: string;
  /** The town by which it has come to the area; a station of the district's own: its name. */
  readonly town: string;
  readonly series: StationSeries | null;
  /** Whether it is to have values on the day; a town of which nothing is known stands for all pollutants. */
  readonly expectedOn: (date: string) => boolean;
}

/** Members of one town: on a day that is taken from its return the return speaks for the whole town. */
export function townMembers(name: string, series: readonly StationSeries[]): Member[] {
  const returns = series.filter(({ origin }) => origin === 'return');
  const returned = new Set(returns.flatMap(({ days }) => days.map(({ date }) => date)));
  const stations = series.length > returns.length;
  return series.map((one) => ({
    name: one.name === '' ? name : series.length === 1 ? name : `${name}${one.name}`,
    town: name,
    series: one,
    expectedOn: one.origin === 'return' ? (date) => !stations || returned.has(date) : (date) => stands(one, date) && !returned.has(date),
  }));
}

/** Since its first day, as long as the register does not end it: one that falls silent is missed. */
const stands = ({ since = '', standsOn }: StationSeries, date: string): boolean => since <= date && (standsOn?.(date) ?? true);

/** Members of the district that are stations of its own. */
export const stationMembers = (series: readonly StationSeries[], name: string): Member[] =>
  series.map((one) => {
    const own = one.name === '' ? name : one.name;
    return { name: own, town: own, series: one, expectedOn: (date) => stands(one, date) };
  });

/** A station that several towns share is one member. */
export function onceEach(members: readonly Member[], merged: readonly StationSeries[]): Member[] {
  const known = members.filter(({ series }) => series !== null);
  const groups = [...Map.groupBy(known, ({ series }, index) => series?.key ?? index).values()];
  return groups.flatMap((group, index): Member[] => {
    const [first, ...others] = group;
    const series = merged[index];
    if (first === undefined || series === undefined) return [];
    if (others.length === 0) return [{ ...first, series }];
    const town = [...new Set(group.map((member) => member.town))].join('、');
    return [{ name: series.name, town, series, expectedOn: (date) => group.some((member) => member.expectedOn(date)) }];
  });
}

/** What an area asks of its members in a year. */
export function areaRule(db: ReadHandle, members: readonly Member[], year: number): AreaRule {
  const dates = daysOfYear(year);
  const indexOf = new Map(dates.map((date, index) => [date, index]));
  const counts = expectedCounts(members, dates);
  const share = shareOf(selectSettings(db), year);
  return { expected: (date, pollutant) => counts[pollutant][indexOf.get(date) ?? 0] ?? 0, share };
}

function expectedCounts(members: readonly Member[], dates: readonly string[]): Readonly<Record<Pollutant, Int32Array>> {
  const made = (): Int32Array => new Int32Array(dates.length);
  const counts = { so2: made(), no2: made(), co: made(), o3: made(), pm10: made(), pm25: made() };
  /** Members of which the register says nothing, by what their data propose: nearly all have the same. */
  const alike = new Map<string, { readonly items: readonly Pollutant[]; readonly days: Int32Array }>();
  for (const { series, expectedOn } of members) {
    const items = series === null ? POLLUTANTS : presentIn(series.days);
    if (series?.itemsOn === undefined) {
      const key = items.join();
      const known = alike.get(key) ?? { items, days: made() };
      alike.set(key, known);
      for (const [index, date] of dates.entries()) if (expectedOn(date)) known.days[index] = (known.days[index] ?? 0) + 1;
      continue;
    }
    for (const [index, date] of dates.entries()) {
      if (!expectedOn(date)) continue;
      for (const pollutant of series.itemsOn(date) ?? items) counts[pollutant][index] = (counts[pollutant][index] ?? 0) + 1;
    }
  }
  for (const { items, days } of alike.values())
    for (const pollutant of items)
      for (const [index, count] of days.entries()) counts[pollutant][index] = (counts[pollutant][index] ?? 0) + count;
  return counts;
}

/** The share by date; settings change on few days. */
function shareOf(entries: readonly SettingEntry[], year: number): (date: string) => AreaShare {
  const own = entries.filter(({ key }) => key.startsWith('air.area-'));
  const at = (date: string): AreaShare => ({
    share: Number(settingAt(own, 'air.area-share', date)),
    few: Number(settingAt(own, 'air.area-few', date)),
    fewShare: Number(settingAt(own, 'air.area-few-share', date)),
  });
  const turns = [...new Set([`${year}-01-01`, ...own.map(({ from }) => from).filter((from) => from.startsWith(`${year}-`))])].toSorted();
  const spans = turns.map((from) => ({ from, share: at(from) }));
  return (date) => spans.findLast(({ from }) => from <= date)?.share ?? at(date);
}

/** How many stations an area of the work needs on a day, as its settings say. */
export const areaShareOn = (db: ReadHandle, date: string): AreaShare => shareOf(selectSettings(db), Number(date.slice(0, 4)))(date);

/** Days of an area as its members make them, with what they ask of them. */
export interface Area {
  readonly days: readonly AreaDay[];
  readonly share: (date: string) => AreaShare;
}

/** `area` is asked for when somebody asks for a day. */
export function placeMembers(members: readonly Member[], area: () => Area): PlaceMembers {
  let byDate: ReadonlyMap<string, AreaDay> | null = null;
  return {
    parts: members.flatMap(({ name, town, series }) =>
      series === null ? [] : [{ name, town, days: series.days, weightOn: series.weightOn }],
    ),
    size: members.length,
    get dates() {
      return area().days.map(({ date }) => date);
    },
    on: (date) => {
      const { days, share } = area();
      byDate ??= new Map(days.map((day) => [day.date, day]));
      const day = byDate.get(date);
      if (day === undefined) return null;
      const required = { ...day.expected };
      for (const pollutant of POLLUTANTS) required[pollutant] = requiredStations(day.expected[pollutant], share(date));
      return { valid: day.stations, expected: day.expected, required };
    },
    names: (date) => ({
      entered: members.flatMap((member) => (hasValue(member, date, date) ? [member.name] : [])),
      lacking: members.flatMap((member) => (member.expectedOn(date) && !hasValue(member, date, date) ? [member.name] : [])),
    }),
    within: (from, to) => members.flatMap((member) => (hasValue(member, from, to) ? [member.name] : [])),
  };
}

const hasValue = ({ series }: Member, from: string, to: string): boolean =>
  series?.days.some(({ date, values }) => from <= date && date <= to && POLLUTANTS.some((pollutant) => values[pollutant] !== null)) ??
  false;

/** The same over several years. */
export const membersOfYears = (years: readonly { readonly year: string; readonly members: PlaceMembers }[]): PlaceMembers => {
  const of = (date: string): PlaceMembers | undefined => years.find(({ year }) => date.startsWith(year))?.members;
  return {
    parts: partsOfYears(years.flatMap(({ members }) => members.parts)),
    size: Math.max(0, ...years.map(({ members }) => members.size)),
    get dates() {
      return years.flatMap(({ members }) => members.dates);
    },
    on: (date) => of(date)?.on(date) ?? null,
    names: (date) => of(date)?.names(date) ?? { entered: [], lacking: [] },
    within: (from, to) => [...new Set(years.flatMap(({ members }) => members.within(from, to)))],
  };
};

const partsOfYears = (parts: readonly MemberPart[]): MemberPart[] =>
  [...Map.groupBy(parts, ({ name, town }) => `${town} ${name}`).values()].flatMap((group) => {
    const [first, ...others] = group;
    if (first === undefined) return [];
    if (others.length === 0) return [first];
    const weightOn = (date: string): DecimalText =>
      group.find(({ days }) => days.some((day) => day.date.slice(0, 4) === date.slice(0, 4)))?.weightOn?.(date) ?? '1';
    return [{ ...first, days: group.flatMap(({ days }) => days), weightOn }];
  });
