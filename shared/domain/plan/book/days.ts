import { type CalendarDate, dateOfDayNumber, dayNumber, isoDate } from '../../calendar.ts';

/** The day so many days after (before, where negative) a day written 2024-08-31. */
export const addDays = (date: string, days: number): string => isoDate(dateOfDayNumber(dayNumber(partsOf(date)) + days));

/** 2024年8月31日 */
export function printedDate(date: string): string {
  const { year, month, day } = partsOf(date);
  return `${year}年${month}月${day}日`;
}

function partsOf(date: string): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { year, month, day };
}
