import { useCall } from '../client/context.tsx';
import { useWork } from './work-context.tsx';
import { isOpened } from './years.ts';

/** Whether anything of the year is 示例数据. */
export function useSample(): boolean {
  const { year, state } = useWork();
  const status = useCall('returns.status', { year }, { enabled: isOpened(state) });
  const monitored = useCall('monitoring.places', { year });
  return (status.data?.units.some((unit) => unit.sample) ?? false) || (monitored.data?.places.some((place) => place.sample) ?? false);
}
