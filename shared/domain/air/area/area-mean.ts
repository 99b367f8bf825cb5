import { exact, toText } from '../../numbers/decimal.ts';
import { type Fraction, fractionOf, fractionValue } from '../../numbers/fraction.ts';
import { type Pollutant, POLLUTANTS } from '../standards/pollutants.ts';
import type { PlaceDay } from '../types.ts';

/** A day of an area and how many stations each of its values is the mean of. */
export interface AreaDay extends PlaceDay {
  readonly stations: Readonly<Record<Pollutant, number>>;
}

/**
 * 区域日均值: arithmetic mean of the stations' daily values, O3 of their 日最大8小时 (HJ 663 附录A). Every station with a valid value counts; what
 * share of them must be there no standard at hand says, so the number of stations goes with the value. One station's values stay as they are.
 */
export function areaDays(stations: readonly (readonly PlaceDay[])[]): AreaDay[] {
  const byDate = new Map<string, PlaceDay[]>();
  for (const days of stations) {
    for (const day of days) {
      const known = byDate.get(day.date);
      if (known === undefined) byDate.set(day.date, [day]);
      else known.push(day);
    }
  }
  return [...byDate.keys()].toSorted().map((date) => areaDay(date, byDate.get(date) ?? []));
}

function areaDay(date: string, days: readonly PlaceDay[]): AreaDay {
  const values: Record<Pollutant, Fraction | null> = { so2: null, no2: null, co: null, o3: null, pm10: null, pm25: null };
  const stations: Record<Pollutant, number> = { so2: 0, no2: 0, co: 0, o3: 0, pm10: 0, pm25: 0 };
  for (const pollutant of POLLUTANTS) {
    const valid: Fraction[] = [];
    for (const day of days) {
      const value = day.values[pollutant];
      if (value !== null) valid.push(value);
    }
    values[pollutant] = meanOf(valid);
    stations[pollutant] = valid.length;
  }
  return { date, values, o3OneHour: meanOf(days.flatMap((day) => day.o3OneHour ?? [])), stations };
}

/**
 * Mean of some fractions: exact while its whole numbers are (a thousand stations' means of hours are), else kept to twelve decimals or as many
 * as fit. A tie between two printed figures has far fewer decimals, so it stays one.
 */
export function meanOf(values: readonly Fraction[]): Fraction | null {
  const [first] = values;
  if (first === undefined) return null;
  if (values.length === 1) return first;
  let [num, den] = [0, 1];
  for (const value of values) {
    const common = den % value.den === 0 ? den : (den / divisorOf(den, value.den)) * value.den;
    num = num * (common / den) + value.num * (common / value.den);
    den = common;
    if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den * values.length)) return keptMean(values);
  }
  return { num, den: den * values.length };
}

function keptMean(values: readonly Fraction[]): Fraction {
  const sum = values.reduce((total, value) => total.plus(fractionValue(value)), exact(0));
  return fractionOf(toText(sum.div(values.length)));
}

/** Greatest common divisor. */
function divisorOf(left: number, right: number): number {
  let [a, b] = [left, right];
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
