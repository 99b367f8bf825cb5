import { z } from 'zod';
import type { Opening } from '../plan/years/opening.ts';

/** 填报日期: the days between which a return of a year can be dated. */
export interface ReportSpan {
  readonly from: string;
  readonly to: string;
}

/**
 * Month and day from which a yearly return can be dated, where the office has set no other: a report on a whole year is drawn up from its last
 * quarter on, and an earlier date is nearly always one of the year after, typed with the old year.
 */
export const YEARLY_FROM = '10-01';

/** How late a return on a year can still come; a date beyond is a slip of the year. */
const YEARS_AFTER = 2;

/** What of the year decides from when on it is reported. */
export type Reporting = Pick<Opening, 'due' | 'rounds'>;

const YEARLY: Reporting = { due: null, rounds: ['year'] };

/**
 * Where the year is reported by quarter or by month, or its own last day comes before the usual first one, returns are dated from the beginning
 * of the year on; else from the day on from which yearly ones are.
 */
export function reportSpan(year: number, { due, rounds }: Reporting = YEARLY, yearlyFrom: string = YEARLY_FROM): ReportSpan {
  const [begins, yearly] = [`${year}-01-01`, `${year}-${yearlyFrom}`];
  const within = rounds.some((round) => round !== 'year') || (due !== null && due < yearly);
  return { from: within ? begins : yearly, to: `${year + YEARS_AFTER}-12-31` };
}

export const isReportDate = (date: string, { from, to }: ReportSpan): boolean => from <= date && date <= to;

/** A month and a day as 10-01; one that every year has. */
export const monthDaySchema = z
  .string()
  .transform((text) => text.trim())
  .refine((text) => z.iso.date().safeParse(`2025-${text}`).success);
