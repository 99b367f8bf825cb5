import type { Fraction } from '../../numbers/fraction.ts';
import type { AqiStandard } from '../standards/aqi-standard.ts';
import { type AqiCategory, categoryOf } from '../standards/levels.ts';
import { type Pollutant, POLLUTANTS } from '../standards/pollutants.ts';
import { dailyIaqi, hourlyIaqi } from './iaqi.ts';

/** 实时报 of one hour. */
export interface HourlyAqi {
  readonly aqi: number | null;
  readonly partialAqi: number | null;
  readonly category: AqiCategory | null;
  readonly primary: readonly Pollutant[];
  readonly iaqi: Readonly<Partial<Record<Pollutant, number>>>;
  readonly missing: readonly Pollutant[];
  readonly status: 'published' | 'na' | 'none';
}

/**
 * AQI of an hour from its unrounded 1小时平均, null or absent where there is no valid one; PM10 and PM2.5 by their daily limits
 * (HJ 633-2026 表3 注a). `sulphurDay` is the SO2 mean of the last 24 hours, by which HJ 633-2012 reports an hour above 800.
 */
export function hourlyAqi(
  values: Readonly<Partial<Record<Pollutant, Fraction | null>>>,
  standard: AqiStandard,
  monitored: readonly Pollutant[],
  sulphurDay: Fraction | null = null,
): HourlyAqi {
  const iaqi: Partial<Record<Pollutant, number>> = {};
  const missing: Pollutant[] = [];
  for (const pollutant of POLLUTANTS) {
    const value = values[pollutant] ?? null;
    if (value === null) {
      if (monitored.includes(pollutant)) missing.push(pollutant);
      continue;
    }
    const index = hourlyIaqi(pollutant, value, standard) ?? (sulphurDay === null ? null : dailyIaqi('so2', sulphurDay, standard));
    if (index === null) missing.push(pollutant);
    else iaqi[pollutant] = index;
  }
  return { iaqi, missing, ...verdictOf(iaqi, missing, standard) };
}

const HIGHEST_EXCELLENT = 50;
const HIGHEST_GOOD = 100;

function verdictOf(
  iaqi: HourlyAqi['iaqi'],
  missing: readonly Pollutant[],
  standard: AqiStandard,
): Pick<HourlyAqi, 'aqi' | 'partialAqi' | 'category' | 'primary' | 'status'> {
  const highest = Math.max(-1, ...Object.values(iaqi));
  if (highest < 0) return { aqi: null, partialAqi: null, category: null, primary: [], status: 'none' };
  if (standard.missingPollutant === 'na' && missing.length > 0 && highest <= HIGHEST_GOOD)
    return { aqi: null, partialAqi: highest, category: null, primary: [], status: 'na' };
  const primary = highest > HIGHEST_EXCELLENT ? POLLUTANTS.filter((pollutant) => iaqi[pollutant] === highest) : [];
  return { aqi: highest, partialAqi: null, category: categoryOf(highest), primary, status: 'published' };
}
