import type { ConsentRow } from '../../../../shared/contract/consents.ts';

export type ConsentState = 'waiting' | 'given' | 'unasked';

export const stateOf = ({ asked, consent }: Pick<ConsentRow, 'asked' | 'consent'>): ConsentState =>
  consent === null ? 'waiting' : asked === null ? 'unasked' : 'given';

export const FILTERS = ['waiting', 'given', 'all'] as const;
export type ConsentFilter = (typeof FILTERS)[number];

export const passes = (row: ConsentRow, filter: ConsentFilter): boolean =>
  filter === 'all' || (filter === 'waiting') === (row.consent === null);

/** What is still to be decided first, each in the order of plan and form. */
export const waitingFirst = (rows: readonly ConsentRow[]): ConsentRow[] =>
  rows.toSorted((one, other) => Number(one.consent !== null) - Number(other.consent !== null));
