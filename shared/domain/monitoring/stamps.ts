import { dateOfDayNumber, dateOfSerial, dayNumber, isCalendarDate, isoDate } from '../calendar.ts';
import { exact } from '../numbers/decimal.ts';
import { plainText } from '../returns/cell-text.ts';
import { parseDate } from '../returns/parse-date.ts';
import type { RawValue } from '../tables/raw-workbook.ts';

/** A day, or an hour of it as it is labelled: 0 to 24. */
export interface Stamp {
  readonly date: string;
  readonly hour: number | null;
  /** The cell is a number, so that a missing time of day is midnight where other cells of the column have one. */
  readonly serial: boolean;
  readonly yearAssumed: boolean;
}

export interface StampContext {
  readonly date1904: boolean;
  readonly year: number | null;
  /** Year and month that the title states, for columns that only number the days. */
  readonly month: string | null;
}

export function readStamp(value: RawValue, context: StampContext): Stamp | null {
  if (value.type === 'number') return value.format === 'percent' ? null : stampOfNumber(value.digits, value.format === 'date', context);
  return value.type === 'text' ? stampOfText(plainText(value.text), context) : null;
}

/** Label of an hour in a column of its own: 5, 05:00, 5时, or a time of day that Excel keeps as a fraction. */
export function readHour(value: RawValue): number | null {
  if (value.type === 'text') return hourLabel(value.text);
  if (value.type !== 'number' || value.format === 'percent') return null;
  const number = exact(value.digits);
  if (value.format === 'date' && number.lt(1)) return wholeHour(number.times(1440).round().toNumber());
  return number.isInteger() && number.gte(0) && number.lte(24) ? number.toNumber() : null;
}

export function hourLabel(text: string): number | null {
  const match = /^(\d{1,2})(?: ?(?:时|点|h|:00(?::00)?|点钟|00时))?$/iu.exec(plainText(text));
  return match === null || Number(match[1]) > 24 ? null : Number(match[1]);
}

/** The day before or after, by the calendar. */
export function shiftDate(date: string, days: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return isoDate(dateOfDayNumber(dayNumber({ year, month, day }) + days));
}

const sure = (date: string, hour: number | null, serial: boolean): Stamp => ({ date, hour, serial, yearAssumed: false });

function stampOfNumber(digits: string, dated: boolean, context: StampContext): Stamp | null {
  const compact = dated ? null : compactStamp(digits);
  if (compact !== null) return compact;
  if (!/^\d{1,7}(?:\.\d+)?$/.test(digits)) return null;
  const number = exact(digits);
  const date = dateOfSerial(number.floor().toNumber(), context.date1904);
  // A small number without a date format is a figure, not a day of the last century.
  if (date === null || date.year < 2000 || date.year > 2099) return null;
  const minutes = number.minus(number.floor()).times(1440).round().toNumber();
  if (minutes === 0) return sure(isoDate(date), null, true);
  const hour = wholeHour(minutes);
  if (hour === null) return null;
  return hour === 24 ? sure(shiftDate(isoDate(date), 1), 0, true) : sure(isoDate(date), hour, true);
}

/** 20240101, 2024010105, 202401010500, 20240101050000. */
function compactStamp(digits: string): Stamp | null {
  const match = /^(20\d\d)(\d\d)(\d\d)(?:(\d\d)(?:00(?:00)?)?)?$/.exec(digits);
  if (match === null) return null;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  const hour = match[4] === undefined ? null : Number(match[4]);
  return isCalendarDate(date) && (hour ?? 0) <= 24 ? sure(isoDate(date), hour, false) : null;
}

/** Means of an hour are labelled by whole hours; a time between them is a record of another kind. */
const wholeHour = (minutes: number): number | null => (minutes % 60 === 0 ? minutes / 60 : null);

const DATE_TIME = /^(.*?[\d日号])[ T]*(?<=[ T日号])(\d{1,2})(?:[:时点](?:00(?:分|:00(?:\.0+)?)?)?)?(?:Z|秒|整)?$/u;

function stampOfText(text: string, context: StampContext): Stamp | null {
  const compact = compactStamp(text);
  if (compact !== null) return compact;
  const day = /^(\d{1,2})[日号]$/u.exec(text);
  if (day !== null && context.month !== null) return dayOfMonth(context.month, Number(day[1]));
  const whole = dateText(text, context);
  const timed = DATE_TIME.exec(text);
  if (timed !== null) {
    const hour = Number(timed[2]);
    const date = hour > 24 ? null : dateText((timed[1] ?? '').trim(), context);
    if (date !== null) return { ...date, hour };
  }
  return /\d{1,2}[:时点]\d{0,2}/u.test(text) ? null : whole;
}

function dayOfMonth(month: string, day: number): Stamp | null {
  const [year = 0, monthNumber = 0] = month.split('-').map(Number);
  const date = { year, month: monthNumber, day };
  return isCalendarDate(date) ? sure(isoDate(date), null, false) : null;
}

/** Stands for a year that nobody stated. */
const NO_YEAR = 1;

function dateText(text: string, { date1904, year }: StampContext): Stamp | null {
  const reading = parseDate({ type: 'text', text }, { date1904, year: year ?? NO_YEAR });
  if (reading.value?.kind !== 'date' || reading.value.value.startsWith('0001')) return null;
  return {
    date: reading.value.value,
    hour: null,
    serial: false,
    yearAssumed: reading.issues.some((issue) => issue.code === 'DATE_YEAR_ASSUMED'),
  };
}
