import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { ConsentRow } from '../../shared/contract/consents.ts';
import type { MethodOutput } from '../../shared/contract/contract.ts';
import { consentsText } from '../../shared/text/ui/consents-page-text.ts';
import { useCall } from '../client/context.tsx';
import { useRoute } from './routes.ts';
import { useWork } from './work-context.tsx';
import { isOpened } from './years.ts';

/** 申请不涉及 of the year; nothing is asked of a year that is not open. */
export function useConsents(): UseQueryResult<MethodOutput<'consents.list'>> {
  const { year, state } = useWork();
  return useCall('consents.list', { year }, { enabled: isOpened(state) });
}

export interface ConsentCounts {
  /** In the returns that count. */
  readonly asked: number;
  readonly given: number;
  readonly waiting: number;
}

export const countsOf = (rows: readonly ConsentRow[]): ConsentCounts => ({
  asked: rows.filter(({ asked }) => asked !== null).length,
  given: rows.filter(({ consent }) => consent !== null).length,
  waiting: rows.filter(({ consent }) => consent === null).length,
});

/** 申请 3 项，已同意 2 项，待同意 1 项, with the way to them; of one unit, or of all. */
export function ConsentsLine({ unitId }: { readonly unitId?: string }): ReactElement | null {
  const { href } = useRoute();
  const listed = useConsents();
  if (listed.data === undefined) return null;
  const { asked, given, waiting } = countsOf(listed.data.rows.filter((row) => unitId === undefined || row.unitId === unitId));
  const params = { ...(unitId === undefined ? {} : { unit: unitId }), ...(waiting === 0 ? { state: 'all' } : {}) };
  return (
    <span className={waiting === 0 ? '' : 'consents-waiting'}>
      {consentsText.counted(asked, given, waiting)}
      {asked + given === 0 ? null : (
        <>
          {'　'}
          <a href={href('consents', params)}>{consentsText.open}</a>
        </>
      )}
    </span>
  );
}
