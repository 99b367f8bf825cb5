import { exact } from '../numbers/decimal.ts';
import { type CalendarDate, dateOfSerial, isCalendarDate, isoDate } from '../calendar.ts';
import { plainText, saysNotApplicable } from './cell-text.ts';
import { inPlainDates, withArabicDates } from './chinese-number.ts';
import { PAGE_EDITION, READING_EDITION } from './reading-edition.ts';
import { type CellContext, type CellIssue, type CellReading, issue, NOT_APPLICABLE, unread } from './reading.ts';
import type { RawValue } from '../tables/raw-workbook.ts';
import { simplified } from './written-characters.ts';

/**
 * Why a date cannot be read: `month` only a month is given, `calendar` no such day, `order` 8/9/2024 may be of August or of September, `number`
 * a number that is no day (8.31 becomes the 8th of January 1900), `year` only a year is given, `early` and `far` a day of another century, `form` not a
 * date at all.
 */
export type DateProblem = 'month' | 'calendar' | 'order' | 'number' | 'year' | 'early' | 'far' | 'form';

/**
 * Reads a date from a serial or from text in the forms that are in use: 2024-08-31, 2024/8/31, 2024.8.31, 2024、8、31, 2024年8月31日, 二〇二四年八月三十一日,
 * 20240831, 8月31日, 31/8/2024.
 */
export function parseDate(raw: RawValue, context: DateContext): CellReading {
  if (raw.type === 'text' && saysNotApplicable(raw.text)) return NOT_APPLICABLE;
  const found = raw.type === 'number' ? dateOfNumber(raw, context.date1904) : raw.type === 'text' ? dateOfText(raw.text, context) : 'form';
  if (typeof found === 'string') return unread('DATE_UNREADABLE', { reason: found });
  if (!isCalendarDate(found.date)) return unread('DATE_UNREADABLE', { reason: 'calendar' });
  const issues: CellIssue[] = [];
  const date = isoDate(found.date);
  if (found.yearAssumed) issues.push(issue('DATE_YEAR_ASSUMED', { date }));
  if (found.date.year !== context.year) issues.push(issue('DATE_OTHER_YEAR', { date, year: context.year }));
  return { value: { kind: 'date', value: date }, issues };
}

export type DateContext = Pick<CellContext, 'date1904' | 'year' | 'edition'>;

interface FoundDate {
  readonly date: CalendarDate;
  readonly yearAssumed: boolean;
}

const sure = (year: string, month: string, day: string): FoundDate => ({
  date: { year: Number(year), month: Number(month), day: Number(day) },
  yearAssumed: false,
});

function dateOfNumber(
  raw: { readonly digits: string; readonly format: 'general' | 'percent' | 'date' },
  date1904: boolean,
): FoundDate | DateProblem {
  const number = exact(raw.digits);
  if (raw.format === 'percent') return 'form';
  if (number.isInteger()) {
    const compact = COMPACT.exec(number.toFixed());
    if (compact !== null) return sure(compact[1] ?? '', compact[2] ?? '', compact[3] ?? '');
    if (/^20\d\d(0[1-9]|1[0-2])$/.test(number.toFixed())) return 'month';
  }
  const date = dateOfSerial(number.floor().toNumber(), date1904);
  // Whatever the format of the cell, 8.31 is no day of 1900, and 831 none of 1902.
  if (date === null || date.year < 2000 || date.year > 2099) return 'number';
  if (raw.format === 'general' && !number.isInteger()) return 'number';
  return { date, yearAssumed: false };
}

const COMPACT = /^(20\d\d)(\d\d)(\d\d)$/;
const TIME = /[ T]*\d{1,2}[:时点]\d{1,2}(分|:\d{1,2}(\.\d+)?)?(Z|秒)?$/;
const YEAR_MONTH_DAY = /^(20\d\d)(?: ?[-/.年、,\\·–—] ?| )(\d{1,2})(?: ?[-/.月、,\\·–—] ?| )(\d{1,2}) ?[日号]?$/;
const OTHER_CENTURY = /^(1[89]|2[1-9])\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2} ?[日号]?$/;
const SHORT_YEAR = /^(\d\d) ?(?:[-/.年、]) ?(\d{1,2}) ?(?:[-/.月、]) ?(\d{1,2}) ?[日号]?$/;
const MONTH_DAY = /^(\d{1,2}) ?(?:[-/.月]) ?(\d{1,2}) ?[日号]?$/;
/** 31/8/2024, 08/31/2024. */
const YEAR_LAST = /^(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(20\d\d)$/;
const MONTH_ONLY =
  /^(?:20\d\d ?[-/.年] ?)?(\d{1,2}) ?(?:月(?:份|底|初|中旬|上旬|下旬|中|末)?)$|^20\d\d ?[-/.] ?\d{1,2}$|^20\d\d(0[1-9]|1[0-2])$/;

function dateOfText(text: string, { date1904, year, edition = READING_EDITION }: DateContext): FoundDate | DateProblem {
  const written = simplified(plainText(text));
  const plain = withArabicDates(edition < PAGE_EDITION ? written : inPlainDates(written))
    .replaceAll(/^["'“”‘’「]+|["'“”‘’」]+$/gu, '')
    .replace(/[。,;]+$/u, '')
    .replace(TIME, '')
    .replace(/ ?\(.*\)$| ?(星期|周).$/u, '')
    .replace(/(建成|完成)$/u, '')
    .trim();
  // A serial or a compact date that was pasted as text.
  if (/^\d{5}$|^\d{8}$/.test(plain)) return dateOfNumber({ digits: plain, format: 'general' }, date1904);
  const full = YEAR_MONTH_DAY.exec(plain);
  if (full !== null) return sure(full[1] ?? '', full[2] ?? '', full[3] ?? '');
  if (MONTH_ONLY.test(plain)) return 'month';
  if (/^20\d\d ?年?度?$/u.test(plain)) return 'year';
  const century = OTHER_CENTURY.exec(plain)?.[1];
  if (century !== undefined) return Number(century) < 20 ? 'early' : 'far';
  const last = YEAR_LAST.exec(plain);
  if (last !== null) return yearLast(last[1] ?? '', last[2] ?? '', last[3] ?? '');
  const short = SHORT_YEAR.exec(plain);
  if (short !== null) return { ...sure(`20${short[1]}`, short[2] ?? '', short[3] ?? ''), yearAssumed: true };
  const day = MONTH_DAY.exec(plain);
  if (day !== null) return { ...sure(String(year), day[1] ?? '', day[2] ?? ''), yearAssumed: true };
  return 'form';
}

/** Day and month in whichever order the calendar allows; asked where it allows both. */
function yearLast(first: string, second: string, year: string): FoundDate | DateProblem {
  const readings = [sure(year, second, first), sure(year, first, second)].filter(({ date }) => isCalendarDate(date));
  const [one, other] = readings;
  if (one === undefined) return 'calendar';
  return other === undefined || isoDate(one.date) === isoDate(other.date) ? one : 'order';
}
