import type { Period } from '../period.ts';
import type { Pollutant } from '../standards/pollutants.ts';
import type { PlaceDay, PlaceSeries } from '../types.ts';
import type { EvaluationSettings } from './types.ts';
import { DUST_POLLUTANTS } from '../standards/pollutants.ts';

/** Days of a period that enter mean and percentile of a pollutant (usedDays of its evaluation): with a value, and not taken out as dust days. */
export const usedDays = (
  { days, dustDates }: Pick<PlaceSeries, 'days' | 'dustDates'>,
  pollutant: Pollutant,
  { from, to }: Period,
  { dust }: Pick<EvaluationSettings, 'dust'>,
): PlaceDay[] =>
  days.filter(
    ({ date, values }) =>
      from <= date &&
      date <= to &&
      values[pollutant] !== null &&
      !(dust.concentrations && DUST_POLLUTANTS.has(pollutant) && dustDates.has(date)),
  );
