import { type DecimalText, exact, toText } from '../../numbers/decimal.ts';
import { type Fraction, fractionOf, fractionValue } from '../../numbers/fraction.ts';
import { type Pollutant, POLLUTANTS } from '../standards/pollutants.ts';
import type { PlaceDay } from '../types.ts';
import type { AreaDay, AreaRule } from './area-day.ts';
import { requiredStations } from './area-share.ts';
import { meanOf } from './mean-of.ts';
import { plainAreaDays } from './plain-area-days.ts';

/**
 * 区域日均值: arithmetic mean of the stations' daily values, O3 of their 日最大8小时 (HJ 663 附录A), where enough of them have one (AreaShare); without
 * a rule one is enough. One station's values stay as they are. A bureau may give its stations weights (权重): `weights` has one for each station, or
 * none; the share is of stations, whatever they weigh.
 */
export function areaDays(
  stations: readonly (readonly PlaceDay[])[],
  weights: readonly StationWeight[] = [],
  rule: AreaRule | null = null,
): AreaDay[] {
  if (weights.every((weight) => weight === undefined)) return plainAreaDays(stations, rule);
  const byDate = new Map<string, StationsOfDay>();
  for (const [index, days] of stations.entries()) {
    const weightOf = weights[index];
    for (const day of days) {
      let known = byDate.get(day.date);
      if (known === undefined) byDate.set(day.date, (known = { days: [], weights: [] }));
      known.days.push(day);
      known.weights.push(weightOf?.(day.date) ?? '1');
    }
  }
  return [...byDate].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([date, all]) => areaDay(date, all, rule));
}

/** The weight (权重) of a station on a day, where somebody gave it one. */
export type StationWeight = ((date: string) => DecimalText) | undefined;

/** What the stations say of a day, with a weight for each. */
interface StationsOfDay {
  readonly days: PlaceDay[];
  readonly weights: DecimalText[];
}

function areaDay(date: string, { days, weights }: StationsOfDay, rule: AreaRule | null): AreaDay {
  const values: Record<Pollutant, Fraction | null> = { so2: null, no2: null, co: null, o3: null, pm10: null, pm25: null };
  const stations: Record<Pollutant, number> = { so2: 0, no2: 0, co: 0, o3: 0, pm10: 0, pm25: 0 };
  const expected: Record<Pollutant, number> = { so2: 0, no2: 0, co: 0, o3: 0, pm10: 0, pm25: 0 };
  const share = rule?.share(date);
  const enough = (pollutant: Pollutant): boolean =>
    share === undefined || stations[pollutant] >= requiredStations(expected[pollutant], share);
  for (const pollutant of POLLUTANTS) {
    const valid: Fraction[] = [];
    for (const day of days) {
      const value = day.values[pollutant];
      if (value !== null) valid.push(value);
    }
    stations[pollutant] = valid.length;
    expected[pollutant] = Math.max(valid.length, rule?.expected(date, pollutant) ?? 0);
    if (!enough(pollutant)) continue;
    values[pollutant] = weightedMean(
      valid,
      weightsOf(days, weights, (day) => day.values[pollutant]),
    );
  }
  const oneHour = enough('o3') ? days.flatMap((day) => day.o3OneHour ?? []) : [];
  const weighed = weightedMean(
    oneHour,
    weightsOf(days, weights, (day) => day.o3OneHour),
  );
  return { date, values, o3OneHour: weighed, stations, expected };
}

/** Weights of the stations that have the value. */
const weightsOf = (
  days: readonly PlaceDay[],
  weights: readonly DecimalText[],
  valueOf: (day: PlaceDay) => Fraction | null,
): DecimalText[] => weights.filter((_, index) => days[index] !== undefined && valueOf(days[index]) !== null);

/** Mean with a weight for each value; equal weights, whatever they are, leave the plain mean. */
export function weightedMean(values: readonly Fraction[], weights: readonly DecimalText[]): Fraction | null {
  const [first] = weights;
  if (weights.every((weight) => weight === first)) return meanOf(values);
  const sum = values.reduce((total, value, index) => total.plus(fractionValue(value).times(weights[index] ?? '1')), exact(0));
  const whole = weights.reduce((total, weight) => total.plus(weight), exact(0));
  return fractionOf(toText(sum.div(whole)));
}
