import type { MonitoringCalendar } from '../../../../../shared/contract/monitoring.ts';
import { type DayCell, dayCell } from '../calendar-layout.ts';

export type Tally = MonitoringCalendar['tallies'][number];

/** One place in one month: its days, and its days counted. */
export interface PlaceRow {
  readonly placeId: string;
  readonly name: string;
  readonly cells: readonly DayCell[];
  readonly tally: Tally;
}

export interface MonthBlock {
  readonly month: number;
  readonly rows: readonly PlaceRow[];
}

/** Months with the places below each other, the same day always in the same column. `only`: one month; null: all. */
export function monthBlocks(calendars: readonly MonitoringCalendar[], today: string, only: number | null): MonthBlock[] {
  const months = only === null ? Array.from({ length: 12 }, (_, index) => index + 1) : [only];
  return months.map((month) => ({ month, rows: calendars.map((calendar) => placeRow(calendar, month, today)) }));
}

function placeRow({ placeId, name, year, days, dustDays, tallies }: MonitoringCalendar, month: number, today: string): PlaceRow {
  const period = `${year}-${String(month).padStart(2, '0')}`;
  return {
    placeId,
    name,
    cells: days.filter(({ date }) => date.startsWith(period)).map((day) => dayCell(day, today, dustDays.used)),
    tally: tallies.find((tally) => tally.period === period) ?? { period, good: 0, over: 0, counted: 0, tooFew: 0 },
  };
}
