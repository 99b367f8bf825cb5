import { countedDay } from '../aqi/counted-day.ts';
import { dailyAqi } from '../aqi/daily-aqi.ts';
import { standardOf } from '../standards/evaluation-standard.ts';
import { categoryOf } from '../standards/levels.ts';
import type { Pollutant } from '../standards/pollutants.ts';
import type { PlaceDay } from '../types.ts';
import type { Forecast, ForecastDay } from './types.ts';

/** 实况 of the forecast's day under the standard of its day of publication, or why there is none. */
export function observationOf(
  forecast: Pick<Forecast, 'published' | 'stated'>,
  day: PlaceDay | undefined,
  monitored: readonly Pollutant[],
): ForecastDay['observed'] | 'noObservation' | 'observationNa' {
  const standard = standardOf(forecast.published.slice(0, ISO_DATE_LENGTH));
  const aqi = day === undefined ? null : dailyAqi(day, standard.aqi, monitored);
  if (day === undefined || aqi === null || aqi.used.length === 0) return statedOf(forecast) ?? 'noObservation';
  if (aqi.category === null || !countedDay(aqi, standard).counted) return 'observationNa';
  return { aqi: aqi.aqi, level: aqi.category.level, primary: aqi.primary, standard: standard.id, source: 'monitoring' };
}

const ISO_DATE_LENGTH = 10;

/** An AQI that the forecaster's table states cannot be reckoned anew, so it stands as it is. */
function statedOf({ stated, published }: Pick<Forecast, 'published' | 'stated'>): ForecastDay['observed'] | null {
  if (stated === null) return null;
  return {
    aqi: stated.aqi,
    level: categoryOf(stated.aqi).level,
    primary: stated.primary,
    standard: standardOf(published.slice(0, ISO_DATE_LENGTH)).id,
    source: 'stated',
  };
}
