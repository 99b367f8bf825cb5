import type { StatisticsResult } from '../../../../shared/contract/monitoring-statistics.ts';
import { evaluatedDays } from '../../../../shared/domain/air/record/by-day.ts';
import { captureByMonth } from '../../../../shared/domain/air/record/capture.ts';
import { exceedances } from '../../../../shared/domain/air/record/exceedance.ts';
import { percentilesOf } from '../../../../shared/domain/air/record/percentiles.ts';
import { primaryDays } from '../../../../shared/domain/air/record/primary-days.ts';
import type { DecimalText } from '../../../../shared/domain/numbers/decimal.ts';
import { statisticsNotes } from '../../../../shared/text/statistics-text.ts';
import type { ServiceContext } from '../../context.ts';
import { readWorkPlan } from '../../plan/work-plan.ts';
import { lastDayOfAny } from '../gathering/last-day.ts';
import { placeHours } from '../gathering/place-hours.ts';
import { requirePeriodOf, requirePlace } from '../gathering/places.ts';
import { monitoredOf } from './calendar.ts';
import { printedDecimals } from './printed-decimals.ts';
import { settingsOf, type SettingsInput } from './evaluation-settings.ts';

interface StatisticsRequest {
  readonly place: string;
  readonly period: string;
  readonly percentiles: readonly DecimalText[];
  readonly settings: SettingsInput;
}

/** 数据与超标统计 of a place in a period: what was captured, what was over its limit and when, primary pollutants, any percentile. */
export function statisticsOfPlace(context: ServiceContext, request: StatisticsRequest): StatisticsResult {
  const db = context.work.handle;
  const period = requirePeriodOf(request.period);
  const place = requirePlace(context, request.place, period.from, period.to);
  const settings = settingsOf(db, request.settings, period.to);
  const { placeId, days, dustDates, takenOut } = place;
  const series = { placeId, days, dustDates, takenOut, monitored: monitoredOf(place) };
  const hours = placeHours(db, place, period);
  const evaluated = evaluatedDays(series, period, settings);
  const until = lastDayOfAny(context, readWorkPlan(db).plan, period.from, period.to);
  return {
    period: request.period,
    placeId,
    name: place.name,
    sample: place.sample && evaluated.length > 0,
    until: until < period.from ? null : until,
    capture: captureByMonth(series, { period, until, hours, settings }),
    exceedances: exceedances(evaluated, hours, settings.standard),
    primary: primaryDays(evaluated),
    percentiles: percentilesOf(series, period, request.percentiles, settings),
    notes: statisticsNotes({
      until: until < period.to ? until : null,
      hours: hours.length > 0,
      decimals: printedDecimals(settings, period.to),
    }),
  };
}
