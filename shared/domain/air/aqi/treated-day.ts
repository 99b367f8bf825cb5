import { DUST_POLLUTANTS, type Pollutant } from '../standards/pollutants.ts';
import type { EvaluationStandard } from '../standards/evaluation-standard.ts';
import type { DustDayMode, PlaceDay, PlaceSeries, TakenOut } from '../types.ts';
import { type CountedDay, countedDay } from './counted-day.ts';
import { type DailyAqi, dailyAqi } from './daily-aqi.ts';

/** What becomes of one day in the day counts: it is left out, or judged without some of its pollutants; without none of them it is as measured. */
export interface DayTreatment {
  readonly leftOut: boolean;
  readonly without: ReadonlySet<Pollutant>;
}

type Events = Pick<PlaceSeries, 'dustDates' | 'takenOut'>;

/** Whether dust or another event takes part in a day at all. */
export const isExceptional = ({ dustDates, takenOut }: Events, date: string): boolean =>
  dustDates.has(date) || takenOut?.get(date) !== undefined;

/** Dust by the mode, other events as the work has them; where both fall on one day each takes out what is its own. */
export function treatmentOf({ dustDates, takenOut }: Events, date: string, mode: DustDayMode): DayTreatment {
  const dust = dustDates.has(date) ? mode : 'kept';
  const other = takenOut?.get(date);
  return {
    leftOut: dust === 'left-out' || other?.leftOut === true,
    without: new Set([...(dust === 'without-pm' ? DUST_POLLUTANTS : []), ...(other?.items ?? [])]),
  };
}

/** Whether a daily value of the pollutant enters no mean and no percentile. `dust`: the work takes dust out of concentrations. */
export const isOut = ({ dustDates, takenOut }: Events, date: string, pollutant: Pollutant, dust: boolean): boolean =>
  (dust && DUST_POLLUTANTS.has(pollutant) && dustDates.has(date)) || isOutOf(takenOut?.get(date), pollutant);

export const isOutOf = (taken: TakenOut | undefined, pollutant: Pollutant): boolean => taken?.concentrations.includes(pollutant) === true;

/** The day's AQI as it counts, and whether it does: not at all when it is left out, or nothing else was measured. */
export function treatedDay(
  day: PlaceDay,
  standard: EvaluationStandard,
  { items, treatment: { leftOut, without } }: { readonly items: readonly Pollutant[]; readonly treatment: DayTreatment },
): { readonly aqi: DailyAqi; readonly count: CountedDay } {
  const measured = dailyAqi(day, standard.aqi, items);
  if ((!leftOut && without.size === 0) || measured.used.length === 0) return { aqi: measured, count: countedDay(measured, standard) };
  const aqi = leftOut ? measured : aqiWithout(day, standard, items, without);
  if (leftOut || aqi.used.length === 0) return { aqi: measured, count: LEFT_OUT };
  return { aqi, count: countedDay(aqi, standard) };
}

/** A day as it is judged without some pollutants: by what else is monitored. */
const aqiWithout = (
  day: PlaceDay,
  standard: EvaluationStandard,
  items: readonly Pollutant[],
  without: ReadonlySet<Pollutant>,
): DailyAqi => {
  const gone = Object.fromEntries([...without].map((pollutant) => [pollutant, null]));
  return dailyAqi(
    // Of O3 its 1-hour value goes with it.
    { ...day, values: { ...day.values, ...gone }, o3OneHour: without.has('o3') ? null : day.o3OneHour },
    standard.aqi,
    items.filter((item) => !without.has(item)),
  );
};

const LEFT_OUT: CountedDay = { counted: false, count: 'dust', clause: '' };
