import type { ForecastResult } from '../../../../shared/contract/monitoring-forecast.ts';
import { forecastAccuracy } from '../../../../shared/domain/air/forecast/forecast-accuracy.ts';
import { daysIn } from '../../../../shared/domain/air/period.ts';
import { EVALUATION_STANDARDS } from '../../../../shared/domain/air/standards/evaluation-standard.ts';
import { DISTRICT } from '../../../../shared/domain/monitoring/types.ts';
import { FORECAST_NOTES, standardName } from '../../../../shared/text/monitoring-text.ts';
import { selectForecasts } from '../../../db/queries/dust-forecast.ts';
import type { ServiceContext } from '../../context.ts';
import { monitoredOf } from './calendar.ts';
import { requirePeriodOf, requirePlace } from '../gathering/places.ts';

/** 预报准确率 of the days of a period, held against what the place measured; of one lead time where `lead` is given. */
export function accuracyOfForecasts(
  context: ServiceContext,
  request: { period: string; place?: string | undefined; lead?: number | undefined },
): ForecastResult {
  const period = requirePeriodOf(request.period);
  const place = requirePlace(context, request.place ?? DISTRICT, period.from, period.to);
  const stored = selectForecasts(context.work.handle, period.from, period.to);
  const forecasts = stored.map(({ date, published, leadDays, low, high, levels, primary, stated, fileName, sheet, cell }) => ({
    source: `${fileName} ${sheet}!${cell}`,
    date,
    published,
    leadDays,
    low,
    high,
    levels,
    primary,
    stated,
  }));
  const wanted = request.lead === undefined ? forecasts : forecasts.filter((forecast) => leadOf(forecast) === request.lead);
  const accuracy = forecastAccuracy(wanted, { days: place.days, monitored: monitoredOf(place) }, { range: 'middle' });
  const used = new Set(accuracy.days.map((day) => day.observed.standard));
  return {
    period: request.period,
    placeId: place.placeId,
    name: place.name,
    sample: stored.some((row) => row.sample === 1) || (accuracy.days.length > 0 && place.sample),
    standards: EVALUATION_STANDARDS.filter((standard) => used.has(standard.id)).map(standardName),
    accuracy,
    notes: [...FORECAST_NOTES],
  };
}

/** 时效 in days: as stated, else from the day of publication. */
const leadOf = ({ leadDays, published, date }: { leadDays: number | null; published: string; date: string }): number =>
  leadDays ?? daysIn({ from: published.slice(0, 10), to: date }) - 1;
