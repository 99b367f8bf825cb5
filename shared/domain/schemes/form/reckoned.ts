import type { Rational } from '../../numbers/rational.ts';
import { type Explained, valueOf } from '../base/explain.ts';
import type { Params } from '../base/problems.ts';

/** 算式 of a value: how it came about, with values as they are shown. */
export interface Reckoned {
  readonly code: string;
  readonly params: Params;
  readonly value: string | null;
  readonly state: Explained['outcome']['state'];
  readonly children: readonly Reckoned[];
}

export function reckonedOf(explained: Explained): Reckoned {
  const value = valueOf(explained);
  const shown = value === null ? null : shownValue(value);
  const { code, params, outcome, children } = explained;
  return {
    code,
    params: shown === null || params['result'] === undefined ? params : { ...params, result: shown },
    value: shown,
    state: outcome.state,
    children: children.map(reckonedOf),
  };
}

const SHORT = 3;
const SHOWN_DECIMALS = 2;

/** Long decimals are shown to two places; they are reckoned with in full. */
export function shownValue(value: Rational): string {
  const text = value.text();
  return (text.split('.')[1] ?? '').length <= SHORT ? text : value.fixed(SHOWN_DECIMALS);
}
