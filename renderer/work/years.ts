import type { MethodOutput } from '../../shared/contract/contract.ts';

export type ListedYear = MethodOutput<'year.list'>['years'][number];
export type YearState = ListedYear['state'];

/** A year that can be looked at; without a state where there is nothing of it but monitoring data. */
export interface KnownYear {
  readonly year: number;
  readonly state: YearState | null;
}

/** Every year of the plan and every year with data, oldest first. */
export function knownYears(listed: readonly Pick<ListedYear, 'year' | 'state'>[], dataYears: readonly number[]): KnownYear[] {
  const planned = listed.map(({ year, state }) => ({ year, state }));
  const further = dataYears.filter((year) => !planned.some((one) => one.year === year)).map((year) => ({ year, state: null }));
  return [...planned, ...further].toSorted((one, other) => one.year - other.year);
}

/** The year that is being worked on: the newest that is open and not signed, else the newest signed, else the first of the plan. */
export function currentYear(years: readonly KnownYear[]): number | null {
  const newest = (states: readonly (YearState | null)[]): number | undefined => years.findLast(({ state }) => states.includes(state))?.year;
  return newest(AT_WORK) ?? newest(LOCKED) ?? years.find(({ state }) => state !== null)?.year ?? years.at(-1)?.year ?? null;
}

const AT_WORK = ['preparing', 'collecting', 'verifying', 'trial'] as const satisfies YearState[];

const LOCKED = ['final', 'archived'] as const satisfies YearState[];

/** 定稿 or 归档: nothing of the year can be changed. */
export const isLocked = (state: YearState | null): boolean => state === 'final' || state === 'archived';

/** Open for collecting and scoring, or signed; not one that is still to be opened. */
export const isOpened = (state: YearState | null): boolean => state !== null && state !== 'unopened';
