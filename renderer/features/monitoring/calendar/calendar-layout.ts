import type { CalendarDay, MonitoringCalendar } from '../../../../shared/contract/monitoring.ts';
import { lacksStations } from '../../../../shared/domain/air/area/area-share.ts';
import type { DustDayMode } from '../../../../shared/domain/air/types.ts';
import { tooFewText } from '../../../../shared/text/area-text.ts';
import { dustDayText } from '../../../../shared/text/dust-text.ts';
import { dayEventsText } from '../../../../shared/text/event-text.ts';
import { calendarText, monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';

/** One day of the drawn year. */
export interface DayCell {
  readonly date: string;
  readonly dayOfMonth: number;
  /** na: has values and does not count (a dust day that is left out, too); few: too few stations have values; future: not over yet and without data, so it stays blank; gap: over, without data. */
  readonly look: 'level' | 'na' | 'few' | 'gap' | 'future';
  readonly level: number | null;
  /** In the cell: the AQI, NA, that stations lack, or nothing. */
  readonly text: string;
  readonly dust: boolean;
  /** A 例外事件 of another kind, applied for or approved. */
  readonly event?: true;
  /** The cell in words, for its tooltip and for screen readers. */
  readonly label: string;
}

export interface MonthLayout {
  readonly month: number;
  /** Weeks from Monday; null outside of the month. */
  readonly weeks: readonly (readonly (DayCell | null)[])[];
}

/** The days of a year as twelve months in weeks. `today` tells days to come from days that lack data. */
export function calendarLayout({ days, dustDays }: Pick<MonitoringCalendar, 'days' | 'dustDays'>, today: string): MonthLayout[] {
  const byMonth = Map.groupBy(days, (day) => day.date.slice(0, 7));
  return [...byMonth]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([month, own]) => ({
      month: Number(month.slice(5)),
      weeks: weeksOf(own.toSorted((one, other) => (one.date < other.date ? -1 : 1)).map((day) => dayCell(day, today, dustDays.used))),
    }));
}

/** How many counted days of each level, days that do not count, days without data, with dust, and of these that do not count. */
export function calendarCounts(
  days: readonly CalendarDay[],
  today: string,
): {
  readonly levels: readonly number[];
  readonly na: number;
  readonly few: number;
  readonly gaps: number;
  readonly dust: number;
  readonly left: number;
  readonly events: number;
} {
  return {
    levels: [1, 2, 3, 4, 5, 6].map((level) => days.filter((day) => day.counted && day.level === level).length),
    na: days.filter((day) => day.count === 'incomplete').length,
    few: days.filter(isFew).length,
    gaps: days.filter((day) => day.status === 'none' && !isFew(day) && day.date <= today).length,
    dust: days.filter((day) => day.dust).length,
    left: days.filter((day) => day.dust && day.count === 'dust').length,
    events: days.filter(hasOtherEvent).length,
  };
}

/** The day an arrow key leads to; null where the key moves nothing or would leave the year. */
export function dayAfterKey(date: string, key: string): string | null {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const next = movedDate(key, year, month, day);
  if (next === null) return null;
  const text = next.toISOString().slice(0, 10);
  return text.slice(0, 4) === date.slice(0, 4) ? text : null;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

function movedDate(key: string, year: number, month: number, day: number): Date | null {
  const step = STEPS[key];
  if (step !== undefined) return new Date(Date.UTC(year, month - 1, day + step));
  switch (key) {
    case 'Home':
      return new Date(Date.UTC(year, month - 1, 1));
    case 'End':
      return new Date(Date.UTC(year, month, 0));
    case 'PageUp':
      return inMonth(year, month - 1, day);
    case 'PageDown':
      return inMonth(year, month + 1, day);
    default:
      return null;
  }
}

/** The same day of another month, or its last one. */
const inMonth = (year: number, month: number, day: number): Date =>
  new Date(Date.UTC(year, month - 1, Math.min(day, new Date(Date.UTC(year, month, 0)).getUTCDate())));

const isFew = ({ status, stations }: CalendarDay): boolean => status === 'none' && lacksStations(stations);

export function dayCell(day: CalendarDay, today: string, used: DustDayMode): DayCell {
  const uncounted = day.count === 'incomplete' || day.count === 'dust';
  const look = day.counted ? 'level' : uncounted ? 'na' : isFew(day) ? 'few' : day.date > today ? 'future' : 'gap';
  const aqi = day.status === 'na' ? calendarText.na : String(day.aqi ?? monitoringText.none);
  const text = look === 'level' || look === 'na' ? aqi : look === 'few' ? calendarText.few : '';
  return {
    date: day.date,
    dayOfMonth: Number(day.date.slice(8)),
    look,
    level: look === 'level' ? day.level : null,
    text,
    dust: day.dust,
    ...(hasOtherEvent(day) ? { event: true as const } : {}),
    label: labelOf(day, used),
  };
}

function labelOf(day: CalendarDay, used: DustDayMode): string {
  const { label } = calendarText;
  const names = (pollutants: readonly (keyof typeof monitoringText.pollutants)[]): string =>
    pollutants.map((one) => monitoringText.pollutants[one]).join('、');
  const dust = `${day.dust ? label.dust(dustDayText(day, used)) : ''}${day.events === undefined ? '' : label.dust(dayEventsText(day.events, day.dust ? null : day.measured))}`;
  if (isFew(day)) return label.few(day.date, tooFewText(day.stations) ?? '') + dust;
  if (day.status === 'none') return label.none(day.date) + dust;
  if (day.status === 'na') return label.na(day.date, names(day.missing)) + dust;
  return (
    label.published(day.date, day.aqi, day.category ?? '') +
    (day.primary.length === 0 ? '' : label.primary(names(day.primary))) +
    (day.count === 'incomplete' ? label.uncounted(names(day.missing)) : '') +
    dust
  );
}

const hasOtherEvent = ({ events = [] }: CalendarDay): boolean => events.some(({ kind }) => kind !== 'dust');

const WEEK = 7;

function weeksOf(cells: readonly DayCell[]): (DayCell | null)[][] {
  const first = cells[0];
  const before = first === undefined ? 0 : (new Date(`${first.date}T00:00:00Z`).getUTCDay() + WEEK - 1) % WEEK;
  const places: (DayCell | null)[] = [...Array.from({ length: before }, () => null), ...cells];
  while (places.length % WEEK !== 0) places.push(null);
  return Array.from({ length: places.length / WEEK }, (_, week) => places.slice(week * WEEK, (week + 1) * WEEK));
}
