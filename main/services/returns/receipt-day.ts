import { Failure } from '../../../shared/domain/failure.ts';

/** 收到日期: a day of the year or later, and none that is still to come. */
export function refuseReceiptDay(on: string, year: number, now: string): void {
  const today = now.slice(0, 10);
  if (on > today || on < `${year}-01-01`)
    throw new Failure('RECEIPT_DAY', { date: on, year, today, problem: on > today ? 'ahead' : 'early' });
}
