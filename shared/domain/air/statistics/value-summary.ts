import { compareFractions, ExactSum, type Fraction } from '../../numbers/fraction.ts';
import { isExceptional, isOut } from '../aqi/treated-day.ts';
import { type Pollutant, POLLUTANTS } from '../standards/pollutants.ts';
import type { PlaceDay, PlaceSeries } from '../types.ts';
import { eachPollutant } from './pollutant-record.ts';

/** Daily values of one pollutant: all that mean and percentile need. */
export interface PollutantValues {
  readonly sum: ExactSum;
  /** Ascending. */
  readonly sorted: readonly Fraction[];
}

type Values = Readonly<Record<Pollutant, PollutantValues>>;

/** With and without dust, other events as the work has them. */
export interface ValueSummary {
  readonly withDust: Values;
  readonly withoutDust: Values;
  /** Every value as it was measured; where no other event took part the same object as `withDust`. */
  readonly measured: Values;
}

/** Values of some days, with and without what dust and other events take out. */
export function summariseValues(days: readonly PlaceDay[], events: Pick<PlaceSeries, 'dustDates' | 'takenOut'>): ValueSummary {
  const measured = eachPollutant((pollutant) => valuesOf(days, pollutant));
  const exceptional = days.filter(({ date }) => isExceptional(events, date));
  const version = (dust: boolean): Values => {
    const isTouched = (pollutant: Pollutant): boolean => exceptional.some(({ date }) => isOut(events, date, pollutant, dust));
    if (!POLLUTANTS.some(isTouched)) return measured;
    return eachPollutant((pollutant) =>
      isTouched(pollutant)
        ? valuesOf(
            days.filter(({ date }) => !isOut(events, date, pollutant, dust)),
            pollutant,
          )
        : measured[pollutant],
    );
  };
  const withDust = version(false);
  return { measured, withDust, withoutDust: exceptional.some(({ date }) => events.dustDates.has(date)) ? version(true) : withDust };
}

/** The values of all parts together: nothing but sums and order, so that a year is the merge of its months. */
export function mergeValues(parts: readonly ValueSummary[]): ValueSummary {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const measured = eachPollutant((pollutant) => merged(parts.map((part) => part.measured[pollutant])));
  const merge = (version: 'withDust' | 'withoutDust', base: 'measured' | 'withDust', known: Values): Values =>
    parts.every((part) => part[version] === part[base])
      ? known
      : eachPollutant((pollutant) =>
          parts.every((part) => part[version][pollutant] === part[base][pollutant])
            ? known[pollutant]
            : merged(parts.map((part) => part[version][pollutant])),
        );
  const withDust = merge('withDust', 'measured', measured);
  return { measured, withDust, withoutDust: merge('withoutDust', 'withDust', withDust) };
}

function valuesOf(days: readonly PlaceDay[], pollutant: Pollutant): PollutantValues {
  const sum = new ExactSum();
  const sorted: Fraction[] = [];
  for (const day of days) {
    const value = day.values[pollutant];
    if (value === null) continue;
    sum.add(value);
    sorted.push(value);
  }
  return { sum, sorted: sorted.toSorted(compareFractions) };
}

function merged(parts: readonly PollutantValues[]): PollutantValues {
  const sum = new ExactSum();
  for (const part of parts) sum.addAll(part.sum);
  return { sum, sorted: mergedRuns(parts.map((part) => part.sorted)) };
}

/** Runs are ascending already, so they are merged in pairs instead of sorted anew; a year of a thousand towns has 72,000 of them. */
function mergedRuns(runs: readonly (readonly Fraction[])[]): readonly Fraction[] {
  let rest = runs;
  while (rest.length > 1) {
    const pairs: (readonly Fraction[])[] = [];
    for (let index = 0; index < rest.length; index += 2) pairs.push(mergedPair(rest[index] ?? [], rest[index + 1] ?? []));
    rest = pairs;
  }
  return rest[0] ?? [];
}

function mergedPair(left: readonly Fraction[], right: readonly Fraction[]): readonly Fraction[] {
  const all: Fraction[] = [];
  let [next, other] = [0, 0];
  while (next < left.length || other < right.length) {
    const [one, two] = [left[next], right[other]];
    if (one !== undefined && (two === undefined || one.num / one.den <= two.num / two.den)) {
      all.push(one);
      next += 1;
    } else if (two !== undefined) {
      all.push(two);
      other += 1;
    }
  }
  return all;
}
