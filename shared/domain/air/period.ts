/** 时段: ISO dates, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** '2024' or '2024-07' as a period; null when it is neither. */
export function parsePeriod(text: string): Period | null {
  const match = /^(20\d\d)(?:-(0[1-9]|1[0-2]))?$/.exec(text);
  if (match === null) return null;
  const [, year = '', month] = match;
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  return { from: `${year}-${month}-01`, to: `${year}-${month}-${daysInMonth(`${year}-${month}`)}` };
}

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
    const last = month === period.to.slice(0, 7) ? Number(period.to.slice(8)) : daysInMonth(month);
    months.push({ month, days: last - first + 1 });
  }
  return months;
}

export function daysInMonth(month: string): number {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  if (number === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(number) ? 30 : 31;
}

function nextMonth(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
