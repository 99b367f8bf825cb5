import type { Period } from '../period.ts';
import type { Pollutant } from '../standards/pollutants.ts';
import type { PlaceDay, PlaceSeries } from '../types.ts';
import type { EvaluationSettings } from './types.ts';
import { isOut } from '../aqi/treated-day.ts';

/** Days of a period that enter mean and percentile of a pollutant (usedDays of its evaluation): with a value, and not taken out for dust or another event. */
export const usedDays = (
  { days, ...events }: Pick<PlaceSeries, 'days' | 'dustDates' | 'takenOut'>,
  pollutant: Pollutant,
  { from, to }: Period,
  { dust }: Pick<EvaluationSettings, 'dust'>,
): PlaceDay[] =>
  days.filter(
    ({ date, values }) => from <= date && date <= to && values[pollutant] !== null && !isOut(events, date, pollutant, dust.concentrations),
  );
