import { dateOfDayNumber, dateOfSerial, dayNumber, isCalendarDate, isoDate } from '../calendar.ts';
import { exact } from '../numbers/decimal.ts';
import { plainText } from '../returns/cell-text.ts';
import { hourInCharacters, inWholeDay } from './clock-words.ts';
import { MONITORING_EDITION } from './edition.ts';
import { parseDate } from '../returns/parse-date.ts';
import type { RawValue } from '../tables/raw-workbook.ts';

/** A day, or an hour of it as it is labelled: 0 to 24. */
export interface Stamp {
  readonly date: string;
  readonly hour: number | null;
  /** The cell is a number, so that a missing time of day is midnight where other cells of the column have one. */
  readonly serial: boolean;
  readonly yearAssumed: boolean;
  /** The label names the end of its hour by itself: 24:00, 00:00-01:00, 00:59. */
  readonly endsHour: boolean;
  /** The time zone that was converted to 北京时间; null where none was stated, or +08:00. */
  readonly zone: string | null;
}

export interface StampContext {
  readonly date1904: boolean;
  readonly year: number | null;
  /** Year and month that the title states, for columns that only number the days. */
  readonly month: string | null;
  /** Bare numbers beside a heading of places count the days of `month`, however few they are. */
  readonly days?: boolean | undefined;
  /** Rules of reading, of the newest edition where it is left out. */
  readonly edition?: number | undefined;
}

export function readStamp(value: RawValue, context: StampContext): Stamp | null {
  if (value.type === 'number') return value.format === 'percent' ? null : stampOfNumber(value.digits, value.format === 'date', context);
  return value.type === 'text' ? stampOfText(readable(plainText(value.text), context), context) : null;
}

/** Label of an hour in a column of its own: 5, 05:00, 5时, or a time of day that Excel keeps as a fraction. */
export function readHour(value: RawValue): number | null {
  if (value.type === 'text') return hourLabel(value.text);
  if (value.type !== 'number' || value.format === 'percent') return null;
  const number = exact(value.digits);
  if (value.format === 'date' && number.lt(1)) return wholeHour(number.times(1440).round().toNumber())?.hour ?? null;
  return number.isInteger() && number.gte(0) && number.lte(24) ? number.toNumber() : null;
}

/** Halves of the day are read since the fourth edition. */
const readable = (text: string, { edition = MONITORING_EDITION }: StampContext): string =>
  edition < 4 ? text : inWholeDay(edition < 5 ? text : text.replace(WEEKDAY, ''));

/** 3月1日（周六） */
const WEEKDAY = / ?[([]?(?:周|星期|礼拜)[一二三四五六日天][)\]]?/u;

export const hourLabel = (text: string): number | null => hourText(text)?.hour ?? null;

export interface HourText {
  readonly hour: number;
  readonly endsHour: boolean;
}

const PLAIN_HOUR = /^(?:第|h|hour)?(\d{1,2})(?: ?(?:时|点|h|小时|:00(?::00)?|点钟|00时))?$/iu;
const HOUR_SPAN = /^(\d{1,2})(?::00(?::00)?|时|点)? ?(?:-|~|～|—|–|至|到) ?(\d{1,2})(?::00(?::00)?|时|点)?$/u;
const HOUR_59 = /^(\d{1,2}):59(?::\d\d)?$/u;

/** 5时, H05, 05:00; 4-5时 and 04:00-05:00 name both ends; 04:59 is the end of the same hour. */
export function hourText(text: string): HourText | null {
  const plain = inWholeDay(plainText(text));
  const written = hourInCharacters(plain);
  if (written !== null) return { hour: written, endsHour: written === 24 };
  const hour = Number(PLAIN_HOUR.exec(plain)?.[1] ?? NO_HOUR);
  if (hour <= 24) return { hour, endsHour: hour === 24 };
  const span = HOUR_SPAN.exec(plain);
  if (span !== null) return spanEnd(Number(span[1]), Number(span[2]));
  const ended = Number(HOUR_59.exec(plain)?.[1] ?? NO_HOUR);
  return ended <= 23 ? { hour: ended + 1, endsHour: true } : null;
}

const NO_HOUR = 99;

/** The hour from `first` to the next; 23 goes to 24 or 0. */
function spanEnd(first: number, next: number): HourText | null {
  const end = first === 23 && next === 0 ? 24 : next;
  return first <= 23 && end === first + 1 ? { hour: end, endsHour: true } : null;
}

/** The minutes of a time between the whole hours, such as 10:05: a record of another kind than means of hours. Null for a whole hour, or none. */
export function minutesPast(value: RawValue): number | null {
  if (value.type === 'number' && value.format === 'date') {
    const number = exact(value.digits);
    const minutes = number.minus(number.floor()).times(1440).round().toNumber();
    return wholeHour(minutes) === null ? minutes % 60 : null;
  }
  const minutes = value.type === 'text' ? /\d{1,2}[:时点](\d{2})(?!\d)/u.exec(plainText(value.text))?.[1] : undefined;
  return minutes !== undefined && minutes !== '00' && minutes !== '59' ? Number(minutes) : null;
}

/** The day before or after, by the calendar. */
export function shiftDate(date: string, days: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return isoDate(dateOfDayNumber(dayNumber({ year, month, day }) + days));
}

const sure = (date: string, hour: number | null, serial: boolean): Stamp => ({
  date,
  hour,
  serial,
  yearAssumed: false,
  endsHour: hour === 24,
  zone: null,
});

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
  const label = wholeHour(minutes);
  if (label === null) return null;
  const { hour, endsHour } = label;
  if (endsHour) return { ...sure(isoDate(date), hour, true), endsHour };
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

/** Means of an hour are labelled by whole hours, or by its last minute; a time between them is a record of another kind. */
function wholeHour(minutes: number): HourText | null {
  if (minutes % 60 === 0) return { hour: minutes / 60, endsHour: false };
  return minutes % 60 === 59 ? { hour: (minutes + 1) / 60, endsHour: true } : null;
}

const DATE_TIME = /^(.*?[\d日号])[ T]*(?<=[ T日号])(\d{1,2})(?:[:时点](?:(00|59)(?:分|:(?:00|59)(?:\.\d+)?)?)?)?(?:秒|整)?(.*)$/u;

function stampOfText(text: string, context: StampContext): Stamp | null {
  const compact = compactStamp(text);
  if (compact !== null) return compact;
  const day = /^(\d{1,2})[日号]$/u.exec(text);
  if (day !== null && context.month !== null) return dayOfMonth(context.month, Number(day[1]));
  const timed = DATE_TIME.exec(text);
  if (timed !== null) {
    const date = dateText((timed[1] ?? '').trim(), context);
    const label = date === null ? null : timeLabel(Number(timed[2]), timed[3] === '59', (timed[4] ?? '').trim());
    if (date !== null && label !== null) return zoned({ ...date, ...label.hour }, label.offset, context);
  }
  return /\d{1,2}[:时点]\d{0,2}/u.test(text) ? null : dateText(text, context);
}

/** The hour of a time, and what follows it: nothing, the end of the hour (00:00-01:00), or a time zone. */
function timeLabel(hour: number, ended: boolean, rest: string): { readonly hour: HourText; readonly offset: string | null } | null {
  if (hour > 24 || (ended && hour > 23)) return null;
  const label: HourText = ended ? { hour: hour + 1, endsHour: true } : { hour, endsHour: hour === 24 };
  if (rest === '') return { hour: label, offset: null };
  const span = HOUR_SPAN.exec(`${hour}${rest}`);
  const end = span === null ? null : spanEnd(hour, Number(span[2]));
  if (end !== null) return { hour: end, offset: null };
  return OFFSET.test(rest) ? { hour: label, offset: rest } : null;
}

const OFFSET = /^(?:Z|UTC|GMT|北京时间|[+-]\d{2}:?\d{2})$/iu;
const BEIJING = 8;

/** The time as it is in Beijing; null for zones that are not of whole hours. */
function zoned(stamp: Stamp & { readonly hour: number }, offset: string | null, context: StampContext): Stamp | null {
  if (offset === null || offset === '北京时间') return stamp;
  if ((context.edition ?? MONITORING_EDITION) < 2) return /^Z$/iu.test(offset) ? stamp : null;
  const digits = /^([+-]\d{2}):?(\d{2})$/.exec(offset);
  const ahead = digits === null ? 0 : Number(digits[1]);
  if (digits !== null && digits[2] !== '00') return null;
  if (ahead === BEIJING) return stamp;
  const total = stamp.hour + BEIJING - ahead;
  const days = Math.floor(total / 24);
  return {
    ...stamp,
    date: shiftDate(stamp.date, days),
    hour: total - days * 24,
    endsHour: stamp.endsHour && stamp.hour !== 24,
    zone: offset,
  };
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
    endsHour: false,
    zone: null,
  };
}
