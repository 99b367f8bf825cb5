import type { HeadedColumn } from './table-columns.ts';

/** The columns that say to what a row belongs. */
export interface TableKeys {
  readonly place: HeadedColumn | null;
  readonly station: HeadedColumn | null;
  /** 区县 beside the place, which says whose town it is; null where it is the place itself. */
  readonly region: HeadedColumn | null;
  /** 年 and 月 in columns of their own, where `date` holds the day of the month only. */
  readonly year: HeadedColumn | null;
  readonly month: HeadedColumn | null;
  readonly date: HeadedColumn | null;
  readonly hour: HeadedColumn | null;
  readonly pollutant: HeadedColumn | null;
}
