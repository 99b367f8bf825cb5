import type { Rational } from '../../numbers/rational.ts';
import type { CountedTarget } from '../../plan/target-schema.ts';
import type { TaskStatus } from '../../returns/types.ts';
import type { Reading } from './reading.ts';

/** 附件1 指标, 附件2 任务, 附件3 事项, 正文职责, 空气质量 of the place itself. */
export const LIST_NAMES = ['annex1', 'tasks', 'items', 'duties', 'air'] as const;
export type ListName = (typeof LIST_NAMES)[number];

/** All rows, those it leads (牵头), those it is asked to report on. */
export const LIST_SHARES = ['all', 'led', 'asked'] as const;
export type ListShare = (typeof LIST_SHARES)[number];

/** 年度事项, 跨年任务 before its last year, and in it. */
export const HORIZONS = ['annual', 'multiYear', 'finalYear'] as const;
export type Horizon = (typeof HORIZONS)[number];

/** A row of a list of the plan, as it concerns one subject. */
export interface ListedRow {
  readonly id: string;
  readonly title: string;
  readonly figures: readonly ListedFigure[];
}

/** What a row is judged by. */
export type ListedFigure = ListedMeasure | ListedStatus | ListedDate;

export interface ListedMeasure {
  readonly kind: 'measure';
  readonly id: string;
  readonly name: string;
  /** Decimals to which its value is rounded before it is judged. */
  readonly decimals: number;
  /** Null where the year has none: the figure does not count. */
  readonly target: (CountedTarget & { readonly printed: string }) | null;
  readonly reading: Reading;
}

export interface ListedStatus {
  readonly kind: 'status';
  readonly id: string;
  readonly horizon: Horizon;
  readonly reading: Reading<TaskStatus>;
}

export interface ListedDate {
  readonly kind: 'dated';
  readonly id: string;
  /** Has to be finished on a day before this one. */
  readonly before: string;
  readonly printed: string;
  readonly date: Reading<string>;
  readonly status: Reading<TaskStatus>;
}

/** How rows are judged (评判). */
export interface Judging {
  /** Share of a row's points by 完成状态. */
  readonly status: Readonly<Partial<Record<Horizon, ReadonlyMap<TaskStatus, Rational>>>>;
  /** Share for what is finished late. */
  readonly late: Rational;
  /** A missing figure gives 0 and is marked, or leaves the row open. */
  readonly missing: 'zero' | 'open';
  /** Decimals of the points of a row. */
  readonly decimals: number;
}
