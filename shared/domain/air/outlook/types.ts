import type { DecimalText } from '../../numbers/decimal.ts';
import type { StandardId } from '../standards/evaluation-standard.ts';
import type { ValidityGap } from '../statistics/types.ts';

export const OUTLOOK_MEASURES = ['pm25', 'goodDayRatio', 'heavyDayRatio'] as const;
export type OutlookMeasure = (typeof OUTLOOK_MEASURES)[number];

/** A target of the year: the measure, rounded half-even to `decimals`, is held against `value` (µg/m³ or %). */
export interface OutlookTarget {
  readonly measure: OutlookMeasure;
  readonly operator: 'ge' | 'le' | 'eq';
  readonly value: DecimalText;
  readonly decimals: number;
  /** The plan's target where it is written otherwise: ＞84.5. */
  readonly printed?: string | undefined;
}

/**
 * met, missed: the year is over; secured: met whatever the remaining days bring; impossible: missed whatever they bring; possible: it depends
 * on them; noData: no day to judge.
 */
export type OutlookState = 'met' | 'missed' | 'secured' | 'impossible' | 'possible' | 'noData';

/** A bound of the mean that the remaining days must keep. */
export interface MeanBound {
  /** Threshold, unrounded; the mean may equal it only when `inclusive` (a tie that half-even rounding takes to the target's side). */
  readonly exact: DecimalText;
  readonly inclusive: boolean;
  /** One decimal, on the safe side: a mean of it meets the target, one step of 0.1 further misses it. */
  readonly published: DecimalText;
}

/** 倒排测算 of PM2.5. */
export interface MeanOutlook {
  readonly kind: 'mean';
  readonly target: OutlookTarget;
  readonly state: OutlookState;
  /** Days in the mean so far, and the mean; null without one. */
  readonly usedDays: number;
  readonly meanExact: DecimalText | null;
  readonly mean: DecimalText | null;
  /** Highest (le) and lowest (ge) mean of the remaining days, both for eq; null where there is no such bound or nothing remains. */
  readonly atMost: MeanBound | null;
  readonly atLeast: MeanBound | null;
}

/** 倒排测算 of a ratio of days. */
export interface CountOutlook {
  readonly kind: 'count';
  readonly target: OutlookTarget;
  readonly state: OutlookState;
  /** Valid days so far, and of the whole year when every remaining day is valid. */
  readonly validSoFar: number;
  readonly validExpected: number;
  /** Good (heavily polluted) days so far, and their ratio so far. */
  readonly soFar: number;
  readonly ratioExact: DecimalText | null;
  readonly ratio: DecimalText | null;
  /** Totals of the year that meet the target; null: none does. */
  readonly yearAtLeast: number | null;
  readonly yearAtMost: number | null;
  /** Of the remaining days, how many at least and at most may still be good (heavily polluted) ones; null when it is impossible. */
  readonly stillAtLeast: number | null;
  readonly stillAtMost: number | null;
  /** goodDayRatio: how many remaining days may be worse than good; heavyDayRatio: how many more may be heavily polluted. Null when it is impossible. */
  readonly allowed: number | null;
}

export type TargetOutlook = MeanOutlook | CountOutlook;

export interface Outlook {
  readonly placeId: string;
  readonly year: number;
  /** The last day whose data count. */
  readonly asOf: string;
  readonly calendarDays: number;
  readonly elapsedDays: number;
  /** Days after `asOf`, all taken as valid. */
  readonly remainingDays: number;
  readonly standards: readonly StandardId[];
  readonly targets: readonly TargetOutlook[];
  /** Of PM2.5 among the elapsed days. */
  readonly gaps: readonly ValidityGap[];
}
