import type { DecimalText } from '../../numbers/decimal.ts';
import { fraction, type Fraction } from '../../numbers/fraction.ts';
import { HOUR_MISSING, HOUR_SCALE, HOURS_OF_DAY, type HoursOfDay, isValidHour } from '../hours/hours-of-day.ts';
import type { Pollutant } from '../standards/pollutants.ts';
import { weightedMean } from './area-mean.ts';

/** An hour of an area: its unrounded mean and how many stations it is the mean of. */
export interface AreaHour {
  readonly mean: Fraction | null;
  readonly stations: number;
}

/** 区域小时均值 of one pollutant on one day, for display: the mean of the stations that have a valid hour, `least` of them at least (HJ 663 附录A). */
export const areaHours = (
  stations: readonly HoursOfDay['values'][],
  pollutant: Pollutant,
  weights: readonly DecimalText[] = [],
  least = 1,
): AreaHour[] =>
  Array.from({ length: HOURS_OF_DAY }, (_, hour) => {
    const all = areaHour(stations, pollutant, hour, weights);
    return all.stations < least ? { ...all, mean: null } : all;
  });

function areaHour(
  stations: readonly HoursOfDay['values'][],
  pollutant: Pollutant,
  hour: number,
  weights: readonly DecimalText[],
): AreaHour {
  const valid: Fraction[] = [];
  const own: DecimalText[] = [];
  for (const [index, values] of stations.entries()) {
    const value = values[pollutant]?.[hour] ?? HOUR_MISSING;
    if (!isValidHour(value)) continue;
    valid.push(fraction(value, HOUR_SCALE));
    own.push(weights[index] ?? '1');
  }
  return { mean: weightedMean(valid, own), stations: valid.length };
}
