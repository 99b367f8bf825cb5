import { dailyAqi } from '../../../../shared/domain/air/aqi/daily-aqi.ts';
import { standardOf } from '../../../../shared/domain/air/standards/evaluation-standard.ts';
import { itemsOn } from '../../../../shared/domain/air/statistics/monitored.ts';
import type { Finding } from '../../../../shared/domain/findings.ts';
import { reportStated } from '../../../../shared/domain/monitoring/check-stated.ts';
import { noticesOf } from '../../../../shared/domain/monitoring/notices.ts';
import type { ReadPublishedDay } from '../../../../shared/domain/monitoring/read-published.ts';
import type { ServiceContext } from '../../context.ts';
import { readWorkPlan } from '../../plan/work-plan.ts';
import { gatherYears } from '../gathering/gather-places.ts';
import { monitoredOf } from './calendar.ts';

/**
 * Published AQI (公布的AQI) of places against what their concentrations give, as measured: the best check there is of either. One of a single station
 * is not held against the value of its town.
 */
export function comparePublished(context: ServiceContext, file: string, days: readonly ReadPublishedDay[]): readonly Finding[] {
  const dates = days.map(({ date }) => date).toSorted();
  const [from, to] = [dates[0], dates.at(-1)];
  if (from === undefined || to === undefined) return [];
  const notices = noticesOf(file);
  const { plan } = readWorkPlan(context.work.handle);
  const places = new Map(gatherYears(context, plan, from, to).map((place) => [place.placeId, place]));
  for (const { placeId, station, date, said } of days) {
    const place = station === '' ? places.get(placeId) : undefined;
    const day = place?.days.find((one) => one.date === date);
    if (place === undefined || day === undefined) continue;
    const aqi = dailyAqi(day, standardOf(date).aqi, itemsOn(monitoredOf(place), date));
    if (aqi.status === 'published') reportStated(said, aqi, notices, () => ({ place: place.name, date }));
  }
  return notices.findings();
}
