import type { Rational } from '../../numbers/rational.ts';

/** 对象: who is assessed in one period (考核对象). */
export interface Row {
  /** Stable through the periods. */
  readonly subjectId: string;
  readonly name: string;
  /** 类别: those of one class are held against each other; blank where there are none. */
  readonly class: string;
  /** 2024-07, 2024-Q3 …; blank where the input names none. */
  readonly period: string;
}

/** What a measure is held against, beside its value. */
export const SLOTS = ['target', 'stretch', 'lastYear', 'lastMonth', 'base', 'groupMean', 'limit'] as const;
export type Slot = (typeof SLOTS)[number];

/** Where a figure stands. */
export interface CellRef {
  readonly file: string;
  readonly sheet: string;
  /** C5 */
  readonly cell: string;
  /** Its column's header, or the field of the return. */
  readonly column: string;
  readonly raw: string;
}

/** Why there is no figure: no such column, a blank cell, a text nobody can compute with, or no row of the period it would be taken from. */
export type LackCode =
  | 'column'
  | 'blank'
  | 'unreadable'
  | 'periodRow'
  | 'noValue'
  | 'zeroReference'
  | 'noAmount'
  | 'noCase'
  | 'givenPlaces'
  | 'others';

export interface Lack {
  readonly code: LackCode;
  readonly params: Readonly<Record<string, string>>;
}

export type Reading<Value = Rational> =
  | { readonly kind: 'value'; readonly value: Value; readonly sources: readonly CellRef[] }
  | { readonly kind: 'missing'; readonly lack: Lack; readonly sources: readonly CellRef[] }
  /** 不涉及: leaves its part out. */
  | { readonly kind: 'notApplicable'; readonly sources: readonly CellRef[] }
  /** 无发生: nothing happened that could fall short, so the target is met. */
  | { readonly kind: 'noOccurrence'; readonly sources: readonly CellRef[] };

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
}
