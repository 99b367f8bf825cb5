import type { MonitoringCalendar, CalendarDay } from '../../../../shared/contract/monitoring.ts';
import { countedDay } from '../../../../shared/domain/air/aqi/counted-day.ts';
import { lacksStations } from '../../../../shared/domain/air/area/area-share.ts';
import { isExceptional, treatedDay, treatmentOf } from '../../../../shared/domain/air/aqi/treated-day.ts';
import { dailyAqi, type DailyAqi } from '../../../../shared/domain/air/aqi/daily-aqi.ts';
import { daysIn, shiftDate } from '../../../../shared/domain/air/period.ts';
import { type EvaluationStandard, type StandardChoice, standardOf } from '../../../../shared/domain/air/standards/evaluation-standard.ts';
import { itemsOn, itemsWithin, presentIn } from '../../../../shared/domain/air/statistics/monitored.ts';
import type { DustDayMode, MonitoredSpan, PlaceDay } from '../../../../shared/domain/air/types.ts';
import { daysOfYear, monthsOfYear } from '../../../../shared/domain/calendar.ts';
import { standardName } from '../../../../shared/text/monitoring-text.ts';
import type { ServiceContext } from '../../context.ts';
import type { GatheredPlace } from '../gathering/gathered-place.ts';
import { requirePlace } from '../gathering/places.ts';
import { type DayEvent, eventsOnDays } from '../../settings/acting-events.ts';
import { dustOn } from '../../settings/dust.ts';
import { stationsOn } from './period-members.ts';

/** AQI日历: every day of the year with its AQI under the standard chosen, those without data too. */
export function airCalendar(
  context: ServiceContext,
  {
    place: name,
    year,
    standard,
    dustDays: asked,
  }: { place: string; year: number; standard: StandardChoice; dustDays?: DustDayMode | undefined },
): MonitoringCalendar {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const place = requirePlace(context, name, first, last);
  const monitored = monitoredOf(place);
  const byDate = new Map(place.days.map((day) => [day.date, day]));
  const [firstDay, lastDay] = [place.days[0]?.date ?? null, place.days.at(-1)?.date ?? null];
  const dustDays = dustDaysOf(context, year, asked);
  const events = eventsOnDays(context.work.handle, place.placeId, { ...dustOn(context, last), days: dustDays.used });
  const days = daysOfYear(year).map(
    (date) =>
      calendarDay(place, date, byDate.get(date), { monitored, standard: standardOf(date, standard), dust: dustDays.used, events }).day,
  );
  const standards = new Set(place.days.map((day) => standardOf(day.date, standard)));
  return {
    placeId: place.placeId,
    name: place.name,
    year,
    sample: place.sample,
    standards: [...standards].map(standardName),
    pollutants: [...itemsWithin(monitored, first, last)],
    dustDays,
    days,
    tallies: [String(year), ...monthsOfYear(year)].map((period) => tallyOf(period, days)),
    gaps: firstDay === null || lastDay === null ? [] : gapsBetween(firstDay, lastDay, days),
    firstDay,
    lastDay,
  };
}

/** In a year as its evaluation counts them: by the setting on its last day. */
export function dustDaysOf(context: ServiceContext, year: number, asked: DustDayMode | undefined): MonitoringCalendar['dustDays'] {
  const ofWork = dustOn(context, `${year}-12-31`).days;
  return { used: asked ?? ofWork, ofWork };
}

/** What the place measures at all (HJ 633-2026 5.3.2): as the register of stations says, else pollutants with a value in the year. */
export const monitoredOf = ({ days, monitored }: Pick<GatheredPlace, 'days' | 'monitored'>): readonly MonitoredSpan[] =>
  monitored ?? [{ from: '', items: presentIn(days) }];

export interface DayRules {
  readonly monitored: readonly MonitoredSpan[];
  readonly standard: EvaluationStandard;
  readonly dust: DustDayMode;
  readonly events: (date: string) => readonly DayEvent[];
}

/** One day with its AQI, a dust day as it counts; `aqi` as measured, null where the place has no value on it. */
export function calendarDay(
  place: GatheredPlace,
  date: string,
  day: PlaceDay | undefined,
  { monitored, standard, dust: mode, events: eventsOn }: DayRules,
): { readonly day: CalendarDay; readonly aqi: DailyAqi | null } {
  const items = itemsOn(monitored, date);
  const dust = place.dustDates.has(date);
  const measured = day === undefined ? null : dailyAqi(day, standard.aqi, items);
  const treatment = treatmentOf(place, date, mode);
  const asCounted = day === undefined || !isExceptional(place, date) ? null : treatedDay(day, standard, { items, treatment });
  const aqi = asCounted?.aqi ?? measured;
  const count = asCounted?.count ?? (measured === null ? null : countedDay(measured, standard));
  const events = eventsOn(date).map((event) => ({ ...event, pollutants: [...event.pollutants] }));
  const shown: CalendarDay = {
    date,
    status: aqi?.status ?? 'none',
    aqi: aqi?.aqi ?? null,
    partialAqi: aqi?.partialAqi ?? null,
    level: aqi?.category?.level ?? null,
    category: aqi?.category?.name ?? null,
    primary: [...(aqi?.primary ?? [])],
    missing: [...(aqi?.missing ?? [])],
    counted: count?.counted ?? false,
    count: count?.count ?? 'none',
    countClause: count?.clause ?? '',
    standard: standardName(standard),
    dust,
    measured: treatment.without.size > 0 && count?.count !== 'dust' && measured !== null ? headOf(measured) : null,
    ...(events.length === 0 ? {} : { events }),
    source: day === undefined ? null : (place.sources.get(date) ?? null),
    stations: stationsOn(place, date),
  };
  return { day: shown, aqi: measured };
}

const headOf = ({ aqi, category, primary }: DailyAqi): NonNullable<CalendarDay['measured']> => ({
  aqi,
  level: category?.level ?? null,
  category: category?.name ?? null,
  primary: [...primary],
});

/** Counted days (有效天) by what they count as. */
function tallyOf(period: string, days: readonly CalendarDay[]): MonitoringCalendar['tallies'][number] {
  const own = days.filter(({ date }) => date.startsWith(period));
  const counted = own.filter((day) => day.counted);
  const over = counted.filter(({ count }) => count === 'exceeded').length;
  return { period, good: counted.length - over, over, counted: counted.length, tooFew: own.filter(isTooFew).length };
}

const isTooFew = ({ status, stations }: CalendarDay): boolean => status === 'none' && lacksStations(stations);

/** Runs of days without data between the first and the last day with data; of a day that lacks stations there are some. */
function gapsBetween(first: string, last: string, days: readonly CalendarDay[]): MonitoringCalendar['gaps'] {
  const gaps: MonitoringCalendar['gaps'] = [];
  for (const day of days) {
    const { date } = day;
    if (date < first || last < date || day.status !== 'none' || isTooFew(day)) continue;
    const open = gaps.at(-1);
    if (open !== undefined && shiftDate(open.to, 1) === date)
      gaps.splice(-1, 1, { from: open.from, to: date, days: daysIn({ from: open.from, to: date }) });
    else gaps.push({ from: date, to: date, days: 1 });
  }
  return gaps;
}
