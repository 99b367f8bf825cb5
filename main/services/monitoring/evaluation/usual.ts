import type { UsualResult } from '../../../../shared/contract/monitoring-usual.ts';
import { usualRests } from '../../../../shared/domain/air/outlook/usual.ts';
import { usualNotes } from '../../../../shared/text/usual-text.ts';
import { selectAirYears } from '../../../db/queries/returns-air.ts';
import { selectMonitoredYears } from '../../../db/queries/station-days.ts';
import type { ServiceContext } from '../../context.ts';
import { readWorkPlan } from '../../plan/work-plan.ts';
import { airCacheOf } from '../gathering/air-cache.ts';
import { gatherYears, type Wanted } from '../gathering/gather-places.ts';
import type { GatheredPlace } from '../gathering/gathered-place.ts';
import { settingsOf } from './evaluation-settings.ts';
import { outlookOf, type OutlookRequest } from './outlook.ts';

/** 往年同期: what the remaining days of the year brought in earlier years on record, beside what the targets ask of them now. */
export function usualOf(context: ServiceContext, request: OutlookRequest & { readonly years: number }): UsualResult {
  const { year, asOf } = request;
  const db = context.work.handle;
  const { rows, targets, targetsFrom, sample } = outlookOf(context, request);
  const settings = settingsOf(db, request.settings, `${year}-12-31`);
  const remainingDays = rows[0]?.outlook.remainingDays ?? 0;
  const known = [...new Set([...selectMonitoredYears(db), ...selectAirYears(db)])].filter((own) => own < year);
  const years = remainingDays === 0 ? [] : known.toSorted((one, other) => other - one).slice(0, request.years);
  const shown = new Set(rows.map(({ placeId }) => placeId));
  const past = years.map((own) => ({ year: own, places: placesOf(context, own, shown) }));
  const now = placesOf(context, year, shown);
  const { summaries } = airCacheOf(context.work);
  return {
    year,
    asOf,
    remainingDays,
    targetsFrom,
    sample: sample || past.some(({ places }) => rows.some(({ placeId }) => places.get(placeId)?.sample === true)),
    rows: rows.map(({ placeId, name, kind }) => {
      const series = now.get(placeId);
      const own = past.flatMap(({ year: one, places }) => {
        const before = places.get(placeId);
        return before === undefined || before.days.length === 0 ? [] : [{ year: one, series: before }];
      });
      return {
        placeId,
        name,
        kind,
        usual: series === undefined || remainingDays === 0 ? [] : usualRests(series, own, { year, asOf, targets, settings }, summaries),
      };
    }),
    notes: usualNotes(years),
  };
}

function placesOf(context: ServiceContext, year: number, wanted: Wanted): ReadonlyMap<string, GatheredPlace> {
  const { plan } = readWorkPlan(context.work.handle);
  const places = gatherYears(context, plan, `${year}-01-01`, `${year}-12-31`, wanted);
  return new Map(places.map((place) => [place.placeId, place]));
}
