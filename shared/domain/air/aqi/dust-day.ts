import { DUST_POLLUTANTS, type Pollutant } from '../standards/pollutants.ts';
import type { EvaluationStandard } from '../standards/evaluation-standard.ts';
import type { DustDayMode, PlaceDay } from '../types.ts';
import { type CountedDay, countedDay } from './counted-day.ts';
import { type DailyAqi, dailyAqi } from './daily-aqi.ts';

/** A dust day as it is judged without its PM10 and PM2.5: by what else is monitored. */
export const aqiWithoutPm = (day: PlaceDay, standard: EvaluationStandard, items: readonly Pollutant[]): DailyAqi =>
  dailyAqi(
    { ...day, values: { ...day.values, pm10: null, pm25: null } },
    standard.aqi,
    items.filter((item) => !DUST_POLLUTANTS.has(item)),
  );

/** Its AQI as it counts by a mode, and whether it does: not at all when it is left out, or nothing but particles was measured. */
export function dustDay(
  day: PlaceDay,
  standard: EvaluationStandard,
  { items, mode }: { readonly items: readonly Pollutant[]; readonly mode: DustDayMode },
): { readonly aqi: DailyAqi; readonly count: CountedDay } {
  const measured = dailyAqi(day, standard.aqi, items);
  if (mode === 'kept' || measured.used.length === 0) return { aqi: measured, count: countedDay(measured, standard) };
  const aqi = mode === 'left-out' ? measured : aqiWithoutPm(day, standard, items);
  if (mode === 'left-out' || aqi.used.length === 0) return { aqi: measured, count: LEFT_OUT };
  return { aqi, count: countedDay(aqi, standard) };
}

const LEFT_OUT: CountedDay = { counted: false, count: 'dust', clause: '' };
