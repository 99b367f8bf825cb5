import { useMemo } from 'react';
import { useCall } from '../../../client/context.tsx';
import { carriedTargets, type OutlookTarget, ownTargets, type OwnTargets } from './outlook-words.ts';

/** Targets for a year of which the plan has none: those of an earlier year, or somebody's own. */
export interface ChosenTargets {
  readonly kind: 'carry' | 'own' | null;
  /** Year they are taken from; null where the plan has no earlier one. */
  readonly from: number | null;
  /** What is handed over; null leaves the choice to the plan. */
  readonly targets: OutlookTarget[] | null;
  readonly typed: OwnTargets;
}

/** The choice stands in the address: `targets=carry`, or `targets=own` with the three values. Only for a year without targets. */
export function useChosenTargets(year: number, params: Readonly<Record<string, string>>): ChosenTargets {
  const plan = useCall('plan.show', {});
  return useMemo(() => {
    const measures = plan.data?.plan.annex1.rows.flatMap((row) => row.measures) ?? [];
    const typed = { pm25: params['pm25'] ?? '', goodDayRatio: params['good'] ?? '', heavyDayRatio: params['heavy'] ?? '' };
    const carried = carriedTargets(measures, year);
    const planned = measures.some(({ subject, targets }) => subject === 'pm25' && targets[String(year)] !== undefined);
    const kind = planned ? null : params['targets'] === 'carry' && carried !== null ? 'carry' : params['targets'] === 'own' ? 'own' : null;
    const own = kind === 'own' ? ownTargets(typed) : null;
    const targets = kind === 'carry' ? (carried?.targets ?? null) : own !== null && own.length > 0 ? own : null;
    return { kind, from: carried?.from ?? null, targets, typed };
  }, [plan.data, year, params]);
}
