import { parsePeriod, type Period, shiftDate } from '../../../../../shared/domain/air/period.ts';
import type { Pollutant } from '../../../../../shared/domain/air/standards/pollutants.ts';
import type { EvaluationSettings } from '../../../../../shared/domain/air/statistics/types.ts';
import type { PlaceDay, PlaceSeries } from '../../../../../shared/domain/air/types.ts';
import { type Fraction, fractionOf } from '../../../../../shared/domain/numbers/fraction.ts';

export type DayValues = Readonly<Partial<Record<Pollutant, string>>>;

export const SETTINGS: EvaluationSettings = {
  standard: 'byDate',
  dust: { concentrations: true, days: 'kept' },
  index: { rounding: 'sum', weights: { so2: '1', no2: '1', co: '1', o3: '1', pm10: '1', pm25: '1' } },
};

/** Clean air of all six pollutants. */
export const CLEAN: DayValues = { so2: '10', no2: '20', co: '0.8', o3: '80', pm10: '40', pm25: '30' };

export function dayOf(date: string, values: DayValues): PlaceDay {
  const value = (pollutant: Pollutant): Fraction | null => (values[pollutant] === undefined ? null : fractionOf(values[pollutant]));
  return {
    date,
    values: { so2: value('so2'), no2: value('no2'), co: value('co'), o3: value('o3'), pm10: value('pm10'), pm25: value('pm25') },
    o3OneHour: null,
  };
}

export const seriesOf = (days: readonly PlaceDay[], dustDates: readonly string[] = [], placeId = 'a'): PlaceSeries => ({
  placeId,
  days,
  dustDates: new Set(dustDates),
});

export function periodOf(text: string): Period {
  const period = parsePeriod(text);
  if (period === null) throw new Error(`no period: ${text}`);
  return period;
}

export function datesOf({ from, to }: Period): string[] {
  const dates: string[] = [];
  for (let date = from; date <= to; date = shiftDate(date, 1)) dates.push(date);
  return dates;
}

/** Days of a period with the same values, without the listed dates. */
export const daysWith = (values: DayValues, text: string, absent: readonly string[] = []): PlaceDay[] =>
  datesOf(periodOf(text))
    .filter((date) => !absent.includes(date))
    .map((date) => dayOf(date, values));

/** The first so many dates of a month. */
export const firstDates = (month: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
