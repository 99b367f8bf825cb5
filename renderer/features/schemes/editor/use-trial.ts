import { useState } from 'react';
import type { Raw } from '../../../../shared/domain/schemes/base/records.ts';
import { useCall } from '../../../client/context.tsx';
import { useWork } from '../../../work/work-context.tsx';
import { isOpened } from '../../../work/years.ts';

/** 试算 of a draft beside the version it was made from: on a year that is chosen, once it is asked for. */
export function useTrial(id: string, number: number, data: Raw) {
  const { year, years } = useWork();
  const known = years.filter(({ state }) => isOpened(state)).map((one) => one.year);
  const [chosen, setChosen] = useState<number | null>(null);
  const tried = chosen ?? (known.includes(year - 1) ? year - 1 : known.includes(year) ? year : (known.at(-1) ?? year));
  const [asked, setAsked] = useState<{ readonly data: Raw; readonly year: number } | null>(null);
  const answer = useCall(
    'schemes.trial',
    { id, number, data: asked?.data ?? data, year: asked?.year ?? tried },
    { enabled: asked !== null },
  );
  return {
    years: known.includes(tried) ? known : [...known, tried],
    year: tried,
    choose: setChosen,
    start: () => setAsked({ data, year: tried }),
    running: asked !== null && answer.isFetching,
    failure: asked === null ? null : answer.error,
    trial: asked === null ? null : (answer.data ?? null),
    /** What is shown was computed from something else than what stands in the form now. */
    stale: asked !== null && (asked.data !== data || asked.year !== tried),
  };
}

export type Trial = ReturnType<typeof useTrial>;
