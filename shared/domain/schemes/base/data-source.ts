import type { ListedRow, ListName, ListShare } from './listed.ts';
import type { CellRef, Reading } from './reading.ts';

/** 对象: who is assessed in one period (考核对象). */
export interface Row {
  /** Stable through the periods. */
  readonly subjectId: string;
  readonly name: string;
  /** 类别: those of one class are held against each other; blank where there are none. */
  readonly class: string;
  /** Other words for what it is (考核分类 beside its kind), by which a scheme may state figures for it. */
  readonly words?: readonly string[];
  /** 2024-07, 2024-Q3 …; blank where the input names none. */
  readonly period: string;
}

/** What a measure is held against, beside its value. */
export const SLOTS = ['target', 'stretch', 'lastYear', 'lastMonth', 'base', 'groupMean', 'limit'] as const;
export type Slot = (typeof SLOTS)[number];

/** Everything a scheme reads. A table on standard input is one; the counted returns and monitoring data of a work are another. */
export interface SchemeData {
  /** In order; the ones before are what a streak looks back over. */
  readonly periods: readonly string[];
  rowsOf(period: string): readonly Row[];
  value(row: Row, measure: string): Reading;
  slot(row: Row, measure: string, slot: Slot): Reading;
  /** 名次 that was decided elsewhere; below zero from the end (−1 = 末位). */
  place(row: Row, measure: string): Reading;
  manual(row: Row, name: string): Reading;
  param(row: Row, name: string): Reading;
  /** 完成状态 as it is written; a blank `name` is the only status there is. */
  status(row: Row, name: string): Reading<string>;
  event(row: Row, name: string): Reading<boolean>;
  /** Rows of the lists of a plan (附件、事项) that concern a subject; a table has none. */
  listed?(row: Row, list: ListName, of: ListShare): readonly ListedRow[];
  /** 迟报: whether the return of the subject came after its due date (waived: and is let off, 免于扣分); null where nobody can say. */
  late?(row: Row): { readonly late: boolean | 'waived' | null; readonly sources: readonly CellRef[] };
  /** Whether all pollutants are measured that the measure needs to compare with others; so it is where nothing is known of it. */
  complete?(row: Row, measure: string): boolean;
}

export type { CellRef, Lack, LackCode, Reading } from './reading.ts';
