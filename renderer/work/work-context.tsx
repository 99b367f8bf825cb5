import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { createContext, type ReactElement, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { MethodOutput } from '../../shared/contract/contract.ts';
import { useCall, useClient } from '../client/context.tsx';

export type WorkSummary = NonNullable<MethodOutput<'work.current'>>;

export interface Work {
  readonly summary: WorkSummary;
  /** 考核年度 that all pages speak of. */
  readonly year: number;
  /** Years to choose from, oldest first: those of the plan, and those with monitoring data. */
  readonly years: readonly number[];
  setYear(year: number): void;
}

/** Tells one work (and one state of its plan) from another; null where none is open. */
export const workKey = (work: WorkSummary | null): string | null =>
  work === null ? null : `${work.name} ${work.planId} ${work.planVersion}`;

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
  /** Stands where the pages would, for a work that has no year to speak of. */
  readonly noYear: ReactNode;
  readonly children: ReactNode;
}

export function WorkProvider({ summary, noYear, children }: WorkProviderProps): ReactElement {
  const [chosen, setChosen] = useState<number | null>(() => rememberedYear());
  const setYear = useCallback((year: number) => {
    sessionStorage.setItem(YEAR_KEY, String(year));
    setChosen(year);
  }, []);
  const asked = yearOf(summary.targetYears, chosen, null);
  if (asked === null) return <>{noYear}</>;
  return (
    <YearProvider summary={summary} asked={asked} setYear={setYear} noYear={noYear}>
      {children}
    </YearProvider>
  );
}

interface YearProviderProps extends WorkProviderProps {
  readonly asked: number;
  setYear(year: number): void;
}

/** Asks which years have data, and keeps to a year that there is. */
function YearProvider({ summary, asked, setYear, noYear, children }: YearProviderProps): ReactElement {
  const monitored = useCall('monitoring.places', { year: asked }, { keepPrevious: true });
  const dataYears = monitored.isPending ? null : (monitored.data?.years ?? NO_YEARS);
  const year = yearOf(summary.targetYears, asked, dataYears);
  const years = useMemo(() => yearsOf(summary.targetYears, dataYears ?? [asked]), [summary, dataYears, asked]);
  const work = useMemo(() => (year === null ? null : { summary, year, years, setYear }), [summary, year, years, setYear]);
  return work === null ? <>{noYear}</> : <WorkContext value={work}>{children}</WorkContext>;
}

export function useWork(): Work {
  const work = useContext(WorkContext);
  if (work === null) throw new Error('useWork outside of WorkProvider');
  return work;
}

/**
 * The chosen year when it is one to choose from, else the plan's first target year. While it is not known which years have data (null), the
 * chosen one stands, so that a reload does not show another year for a moment. Null where the plan has no target year and none is chosen.
 */
export function yearOf(targetYears: readonly number[], chosen: number | null, dataYears: readonly number[] | null): number | null {
  if (chosen !== null && (dataYears === null || yearsOf(targetYears, dataYears).includes(chosen))) return chosen;
  return targetYears[0] ?? null;
}

/** Every year from the first to the last target year of the plan, those between them that have no target too, and every year with data. */
export function yearsOf(targetYears: readonly number[], dataYears: readonly number[]): number[] {
  const [first, last] = [targetYears[0], targetYears.at(-1)];
  const planned = first === undefined || last === undefined ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return [...new Set([...planned, ...dataYears])].toSorted((one, other) => one - other);
}

const NO_YEARS: readonly number[] = [];

const WorkContext = createContext<Work | null>(null);

const YEAR_KEY = 'zhiqi.year';

function rememberedYear(): number | null {
  const year = Number(sessionStorage.getItem(YEAR_KEY) ?? '');
  return Number.isInteger(year) && year > 0 ? year : null;
}
