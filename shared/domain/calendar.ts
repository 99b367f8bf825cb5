/**
 * Dates as calendar arithmetic on proleptic Gregorian days, without Date: an Excel serial is a day, and a day must not move with the time
 * zone of the machine that reads it.
 */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export const isCalendarDate = ({ year, month, day }: CalendarDate): boolean =>
  year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

export function isoDate({ year, month, day }: CalendarDate): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Every day of the year in order: 366 of them in a leap year (闰年). */
/** The day in Beijing (北京时间) of a moment with its offset: 2025-02-10T09:00:00+08:00. */
export function beijingDay(moment: string): string {
  const EIGHT_HOURS = 8 * 60 * 60 * 1000;
  return new Date(Date.parse(moment) + EIGHT_HOURS).toISOString().slice(0, 'yyyy-mm-dd'.length);
}

export function daysOfYear(year: number): string[] {
  return monthsOfYear(year).flatMap((month) =>
    Array.from({ length: daysInMonth(year, Number(month.slice(5))) }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`),
  );
}

export const monthsOfYear = (year: number): string[] =>
  Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);

/**
 * Excel serial → date. The 1900 system counts 1900-02-29, which never was (serial 60), so serials below it are one day short; the 1904
 * system starts at 1904-01-01 = 0. Null outside what Excel itself can show.
 */
export function dateOfSerial(serial: number, date1904: boolean): CalendarDate | null {
  const day = Math.floor(serial);
  if (date1904) return day < 0 || day > 2_957_003 ? null : dateOfDayNumber(dayNumber({ year: 1904, month: 1, day: 1 }) + day);
  if (day < 1 || day > 2_958_465 || day === 60) return null;
  return dateOfDayNumber(dayNumber({ year: 1899, month: 12, day: day < 60 ? 31 : 30 }) + day);
}

/** Days since 0000-03-01; years start in March so that the leap day is their last. */
export function dayNumber({ year, month, day }: CalendarDate): number {
  const shifted = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  return (
    shifted * 365 +
    Math.floor(shifted / 4) -
    Math.floor(shifted / 100) +
    Math.floor(shifted / 400) +
    Math.floor((153 * monthFromMarch + 2) / 5) +
    day -
    1
  );
}

export function dateOfDayNumber(number: number): CalendarDate {
  const era = Math.floor(number / 146_097);
  const dayOfEra = number - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1 };
}
