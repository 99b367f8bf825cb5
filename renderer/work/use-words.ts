import { useMemo } from 'react';
import { type PlanWords, workWords } from '../../shared/text/plan-words.ts';
import { useWork } from './work-context.tsx';

/** What the district of the open work and its kinds of units are called. */
export function useWords(): PlanWords {
  const { summary } = useWork();
  return useMemo(() => workWords(summary), [summary]);
}
