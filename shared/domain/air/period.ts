import { daysInMonth } from '../calendar.ts';

/** 时段: ISO dates, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** '2024', '2024-07', or from the year's first month on '2024-01..2024-07' (累计) as a period; null when it is none of them. */
export function parsePeriod(text: string): Period | null {
  const match = /^(20\d\d)(?:(-01\.\.\1)?-(0[1-9]|1[0-2]))?$/.exec(text);
  if (match === null) return null;
  const [, year = '', fromJanuary, month] = match;
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  return { from: `${year}-${fromJanuary === undefined ? month : '01'}-01`, to: `${year}-${month}-${daysOfMonth(`${year}-${month}`)}` };
}

/**
 * The period a ranking is held against (上期): the month before, the same months without the last one, the year before. Null for January
 * alone as a 累计, before which its year has nothing, and for what is no period.
 */
export function previousPeriod(text: string): string | null {
  const period = parsePeriod(text);
  if (period === null) return null;
  const year = Number(text.slice(0, 4));
  const month = Number(period.to.slice(5, 7));
  if (text.includes('..')) return month === 1 ? null : `${year}-01..${monthText(year, month - 1)}`;
  if (text.includes('-')) return month === 1 ? monthText(year - 1, 12) : monthText(year, month - 1);
  return String(year - 1);
}

const monthText = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`;

export const isCalendarYear = (period: Period): boolean =>
  period.from.endsWith('-01-01') && period.to.endsWith('-12-31') && period.from.slice(0, 4) === period.to.slice(0, 4);

/** A month of a period with the number of its days that lie inside. */
export interface PeriodMonth {
  /** 2024-07 */
  readonly month: string;
  readonly days: number;
}

export function monthsOf(period: Period): readonly PeriodMonth[] {
  const months: PeriodMonth[] = [];
  for (let month = period.from.slice(0, 7); month <= period.to.slice(0, 7); month = nextMonth(month)) {
    const first = month === period.from.slice(0, 7) ? Number(period.from.slice(8)) : 1;
    const last = month === period.to.slice(0, 7) ? Number(period.to.slice(8)) : daysOfMonth(month);
    months.push({ month, days: last - first + 1 });
  }
  return months;
}

/** Days of a month written 2024-02. */
export const daysOfMonth = (month: string): number => daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)));

function nextMonth(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return number === 12 ? monthText(year + 1, 1) : monthText(year, number + 1);
}
