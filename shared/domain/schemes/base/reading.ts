import type { Rational } from '../../numbers/rational.ts';

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

/**
 * Why there is no figure: no such column, a blank cell, a text nobody can compute with, a concentration below 0, no row of the period it would be taken from. In a work:
 * what the returns lack (`reason`), too few valid data, a pollutant that is not measured, a figure of
 * another year that nobody has set, an input that nobody has entered.
 */
export type LackCode =
  | 'column'
  | 'blank'
  | 'unreadable'
  | 'negative'
  | 'periodRow'
  | 'noValue'
  | 'zeroReference'
  | 'noAmount'
  | 'noCase'
  | 'givenPlaces'
  | 'fewRanked'
  | 'others'
  | 'returned'
  | 'validity'
  | 'pollutants'
  | 'lastYear'
  | 'lastPeriod'
  | 'otherStandard'
  | 'baseYearUnsaid'
  | 'base'
  | 'target'
  | 'stretch'
  | 'limit'
  | 'yearlyTarget'
  | 'groupMean'
  | 'notEntered'
  | 'noData'
  | 'notMonitored'
  | 'yearly'
  | 'yearClosed'
  | 'measureUnknown'
  | 'rowUnknown';

export interface Lack {
  readonly code: LackCode;
  readonly params: Readonly<Record<string, string>>;
}

export type Reading<Value = Rational> =
  /** `strict`: a target of ＞ or ＜, which what equals it does not meet. */
  | { readonly kind: 'value'; readonly value: Value; readonly sources: readonly CellRef[]; readonly strict?: boolean }
  | { readonly kind: 'missing'; readonly lack: Lack; readonly sources: readonly CellRef[] }
  /** 不涉及: leaves its part out. */
  | { readonly kind: 'notApplicable'; readonly sources: readonly CellRef[] }
  /** 无发生: nothing happened that could fall short, so the target is met. */
  | { readonly kind: 'noOccurrence'; readonly sources: readonly CellRef[] };
