import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { createContext, type ReactElement, type ReactNode, useContext, useMemo } from 'react';
import type { MethodOutput } from '../../shared/contract/contract.ts';
import { useCall, useClient } from '../client/context.tsx';
import { type Address, isUnknown, type UnknownName } from './address.ts';
import { useAddress } from './use-address.ts';
import { currentYear, type KnownYear, knownYears, type YearState } from './years.ts';

export type WorkSummary = NonNullable<MethodOutput<'work.current'>>;

export interface Work {
  readonly summary: WorkSummary;
  /** 考核年度 that all pages speak of; it stands in the address. */
  readonly year: number;
  /** Its state; null where there is nothing of it but monitoring data. */
  readonly state: YearState | null;
  /** Years to choose from, oldest first. */
  readonly years: readonly KnownYear[];
  /** The year of the address, where it is none of them. */
  readonly unknownYear: string | null;
}

/** Tells one work from another, while its plan grows by documents; null where none is open. */
export const workKey = (work: WorkSummary | null): string | null => (work === null ? null : `${work.name} ${work.planId} ${work.madeAt}`);

/**
 * The open work, which belongs to the program and not to this page: another window or tab may open a different one. So it is asked for again
 * and again, and everything remembered about the work before is forgotten before the page hears of the new one.
 */
export function useCurrentWork(): UseQueryResult<WorkSummary | null> {
  const client = useClient();
  const answers = useQueryClient();
  return useQuery({
    queryKey: CURRENT_WORK,
    queryFn: async () => {
      const work = await client.call('work.current', {});
      const before = answers.getQueryData<WorkSummary | null>(CURRENT_WORK);
      if (before !== undefined && workKey(before) !== workKey(work))
        answers.removeQueries({ predicate: (query) => query.queryKey[0] !== CURRENT_WORK[0] && query.queryKey[0] !== 'host' });
      // Somebody else has stored a document in this very work.
      else if (before !== undefined && before?.planVersion !== work?.planVersion)
        void answers.invalidateQueries({ predicate: (query) => query.queryKey[0] !== CURRENT_WORK[0] });
      return work;
    },
    refetchInterval: WATCH_MS,
    refetchOnWindowFocus: 'always',
  });
}

const CURRENT_WORK = ['work.current', {}] as const;
const WATCH_MS = 3000;

export interface WorkProviderProps {
  readonly summary: WorkSummary;
  /** Stands where the pages would until the years are known. */
  readonly wait: ReactNode;
  /** Stands there for a work that has no year to speak of, or whose years could not be read. */
  noYear(failure: Error | null, retry: () => void): ReactNode;
  readonly children: ReactNode;
}

/** Asks which years there are, and takes that of the address; without one there the year that is being worked on. */
export function WorkProvider({ summary, wait, noYear, children }: WorkProviderProps): ReactElement {
  const listed = useCall('year.list', {});
  const monitored = useCall('monitoring.places', { year: EMPTY_YEAR });
  const address = useAddress();
  const years = useMemo(() => knownYears(listed.data?.years ?? [], monitored.data?.years ?? []), [listed.data, monitored.data]);
  const work = useMemo(() => workOf(summary, years, address), [summary, years, address]);
  if (listed.isPending || monitored.isPending) return <>{wait}</>;
  if (listed.data === undefined) return <>{noYear(listed.error, () => void listed.refetch())}</>;
  return work === null ? <>{noYear(null, () => void listed.refetch())}</> : <WorkContext value={work}>{children}</WorkContext>;
}

/** A year without data, which costs nothing to gather: every answer tells of all the years that have any. */
const EMPTY_YEAR = 2000;

/** Null where the work has no year to speak of. */
export function workOf(summary: WorkSummary, years: readonly KnownYear[], address: Address | UnknownName): Work | null {
  const current = currentYear(years);
  if (current === null) return null;
  const asked = address.year;
  const found = years.find(({ year }) => year === (asked ?? current));
  const misnamed = isUnknown(address) && address.kind === 'year' ? address.name : null;
  const unknownYear = misnamed ?? (found === undefined ? String(asked) : null);
  const shown = found ?? years.find(({ year }) => year === current);
  return { summary, year: shown?.year ?? current, state: shown?.state ?? null, years, unknownYear };
}

export function useWork(): Work {
  const work = useContext(WorkContext);
  if (work === null) throw new Error('useWork outside of WorkProvider');
  return work;
}

const WorkContext = createContext<Work | null>(null);
