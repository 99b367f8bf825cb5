import type { UseQueryResult } from '@tanstack/react-query';
import type { YearView } from '../../../../shared/contract/years.ts';
import { useCall } from '../../../client/context.tsx';
import { useWork } from '../../../work/work-context.tsx';

/** What holds of the year that is shown. */
export function useYearView(): UseQueryResult<YearView> {
  const { year } = useWork();
  return useCall('year.show', { year });
}
