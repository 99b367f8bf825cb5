import type { AreaMembers, CalendarDay } from '../../../../shared/contract/monitoring.ts';
import type { Period } from '../../../../shared/domain/air/period.ts';
import { type Pollutant, POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import type { DayMembers } from '../gathering/place-members.ts';
import type { GatheredPlace } from '../gathering/gathered-place.ts';

type Stations = CalendarDay['stations'];

/** 有效点位 of one pollutant on a day. */
export function stationsOf(place: GatheredPlace, date: string, pollutant: Pollutant): Stations {
  const members = place.members.on(date);
  return members === null ? null : countOf(members, pollutant);
}

/** Of the pollutant that most stations have. */
export function stationsOn(place: GatheredPlace, date: string): Stations {
  const members = place.members.on(date);
  if (members === null) return null;
  const counts = POLLUTANTS.map((pollutant) => countOf(members, pollutant));
  return counts.reduce((best, count) => (count.entered > best.entered ? count : best));
}

const countOf = ({ valid, expected, required }: DayMembers, pollutant: Pollutant): NonNullable<Stations> => ({
  entered: valid[pollutant],
  expected: expected[pollutant],
  required: required[pollutant],
});

/** 参与平均的点位 of a place in a period, beside those of the same period of last year. */
export function periodMembers(place: GatheredPlace, { from, to }: Period, last: LastMembers | null): AreaMembers {
  const entered = place.members.within(from, to);
  const lastYear = last === null ? null : differences(entered, last.place.members.within(last.period.from, last.period.to));
  // A single station always is enough.
  if (place.members.size < 2)
    return { entered: [...entered], expected: place.members.size, most: entered.length, fewest: entered.length, shortDays: 0, lastYear };
  const counts = datesOf(place, from, to).map((date) => ({ date, all: stationsOn(place, date), short: isShort(place, date) }));
  const valued = new Set(place.days.map(({ date }) => date));
  const fewest = counts.flatMap(({ date, all }) => (all !== null && valued.has(date) ? [all.entered] : []));
  return {
    entered: [...entered],
    expected: Math.max(0, ...counts.map(({ all }) => all?.expected ?? 0)),
    most: Math.max(0, ...counts.map(({ all }) => all?.entered ?? 0)),
    fewest: fewest.length === 0 ? 0 : Math.min(...fewest),
    shortDays: counts.filter(({ short }) => short).length,
    lastYear,
  };
}

export interface LastMembers {
  readonly place: GatheredPlace;
  readonly period: Period;
}

/** Who entered the one and not the other. */
export function differences(now: readonly string[], then: readonly string[]): NonNullable<AreaMembers['lastYear']> {
  const [here, there] = [new Set(now), new Set(then)];
  return { joined: now.filter((name) => !there.has(name)), left: then.filter((name) => !here.has(name)) };
}

const datesOf = (place: GatheredPlace, from: string, to: string): string[] =>
  place.members.dates.filter((date) => from <= date && date <= to);

const isShort = (place: GatheredPlace, date: string): boolean => {
  const members = place.members.on(date);
  return (
    members !== null &&
    POLLUTANTS.some((pollutant) => members.valid[pollutant] > 0 && members.valid[pollutant] < members.required[pollutant])
  );
};
