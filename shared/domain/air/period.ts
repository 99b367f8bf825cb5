import { dateOfDayNumber, dayNumber, daysInMonth, isCalendarDate, isoDate } from '../calendar.ts';

/** 时段: ISO dates, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/**
 * '2024', '2024-07', '2024-Q3' (季度), '2024-H1' (半年), months from the year's first on '2024-01..2024-07' (累计), days
 * '2024-01-01..2024-07-15' as a period; null when it is none of them. A span of days may cross the end of a year.
 */
export function parsePeriod(text: string): Period | null {
  const form = formOf(text);
  if (form === null) return null;
  if (form.kind === 'days') return { from: form.from, to: form.to };
  const [first, last] = monthSpan(form);
  return { from: `${monthText(form.year, first)}-01`, to: lastDay(monthText(form.year, last)) };
}

/**
 * The period before (上期, 环比): the month, quarter, half year or year before; of months from January on (累计) the same without the last,
 * of days from 1 January on the whole months before their last day; of other days as many directly before. Null for a 累计 within January,
 * before which its year has nothing, and for what is no period.
 */
export function previousPeriod(text: string): string | null {
  const form = formOf(text);
  if (form === null) return null;
  switch (form.kind) {
    case 'year':
      return known(String(form.year - 1));
    case 'month':
      return known(form.number === 1 ? monthText(form.year - 1, 12) : monthText(form.year, form.number - 1));
    case 'quarter':
      return known(form.number === 1 ? `${form.year - 1}-Q4` : `${form.year}-Q${form.number - 1}`);
    case 'half':
      return known(form.number === 1 ? `${form.year - 1}-H2` : `${form.year}-H1`);
    case 'toMonth':
      return toMonthBefore(form.year, form.number);
    case 'days':
      return known(daysBefore(form));
  }
}

/**
 * 环比上期: the period of the same length directly before, the end of a year in between or not: the month, quarter, half year or year before; of
 * months from January on (累计) as many months, of days as many days. Null for what is no period, and before the year 2000.
 */
export function precedingPeriod(text: string): string | null {
  const form = formOf(text);
  if (form === null) return null;
  if (form.kind === 'days') return known(spanBefore(form));
  if (form.kind !== 'toMonth') return previousPeriod(text);
  const [from, to] = [monthText(form.year - 1, 13 - form.number), monthText(form.year - 1, 12)];
  return known(`${from}-01..${lastDay(to)}`);
}

/**
 * 同期 (同比): the same period one year earlier. The last day of February stays the last day at the end of a span, so that 1–2月 is held
 * against 1–2月; a span that begins on 29 February begins on the 28th.
 */
export function samePeriodLastYear(text: string): string | null {
  const form = formOf(text);
  if (form === null) return null;
  if (form.kind !== 'days') return known(text.replaceAll(String(form.year), String(form.year - 1)));
  const from = dayLastYear(form.from);
  return known(`${from}..${isMonthEnd(form.to) ? lastDay(dayLastYear(form.to).slice(0, 7)) : dayLastYear(form.to)}`);
}

type Form =
  | { readonly kind: 'year' | 'month' | 'quarter' | 'half' | 'toMonth'; readonly year: number; readonly number: number }
  | { readonly kind: 'days'; readonly from: string; readonly to: string };

const SHAPES = [
  ['year', /^(20\d\d)()$/],
  ['month', /^(20\d\d)-(0[1-9]|1[0-2])$/],
  ['quarter', /^(20\d\d)-Q([1-4])$/],
  ['half', /^(20\d\d)-H([12])$/],
  ['toMonth', /^(20\d\d)-01\.\.\1-(0[1-9]|1[0-2])$/],
] as const;

function formOf(text: string): Form | null {
  for (const [kind, shape] of SHAPES) {
    const match = shape.exec(text);
    if (match !== null) return { kind, year: Number(match[1]), number: Number(match[2]) };
  }
  const [, from, to] = /^(20\d\d-\d\d-\d\d)\.\.(20\d\d-\d\d-\d\d)$/.exec(text) ?? [];
  if (from === undefined || to === undefined || !isDate(from) || !isDate(to) || to < from) return null;
  return { kind: 'days', from, to };
}

/** First and last month. */
function monthSpan({ kind, number }: Exclude<Form, { kind: 'days' }>): readonly [number, number] {
  switch (kind) {
    case 'year':
      return [1, 12];
    case 'month':
      return [number, number];
    case 'quarter':
      return [number * 3 - 2, number * 3];
    case 'half':
      return [number * 6 - 5, number * 6];
    case 'toMonth':
      return [1, number];
  }
}

const toMonthBefore = (year: number, month: number): string | null =>
  month === 1 ? null : `${monthText(year, 1)}..${monthText(year, month - 1)}`;

function daysBefore(period: Period): string {
  const year = Number(period.from.slice(0, 4));
  if (period.from.endsWith('-01-01') && period.to.startsWith(`${year}-`)) return toMonthBefore(year, Number(period.to.slice(5, 7))) ?? '';
  return spanBefore(period);
}

const spanBefore = (period: Period): string => `${shiftDate(period.from, -daysIn(period))}..${shiftDate(period.from, -1)}`;

/** A text that reads as a period again; nothing lies before the year 2000. */
const known = (text: string): string | null => (parsePeriod(text) === null ? null : text);

function dayLastYear(date: string): string {
  const { year, month, day } = parts(date);
  return isoDate({ year: year - 1, month, day: Math.min(day, daysInMonth(year - 1, month)) });
}

const isMonthEnd = (date: string): boolean => date === lastDay(date.slice(0, 7));

const monthText = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`;

const lastDay = (month: string): string => `${month}-${daysOfMonth(month)}`;

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

/** Days of a period, both ends included. */
export const daysIn = ({ from, to }: Period): number => dayNumber(parts(to)) - dayNumber(parts(from)) + 1;

/** The date so many days later, earlier when negative. */
export const shiftDate = (date: string, days: number): string => isoDate(dateOfDayNumber(dayNumber(parts(date)) + days));

const parts = (date: string): { year: number; month: number; day: number } => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
});

const isDate = (date: string): boolean => isCalendarDate(parts(date));

function nextMonth(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return number === 12 ? monthText(year + 1, 1) : monthText(year, number + 1);
}
