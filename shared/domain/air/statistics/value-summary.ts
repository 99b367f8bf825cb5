import { compareFractions, ExactSum, type Fraction } from '../../numbers/fraction.ts';
import { DUST_POLLUTANTS, type Pollutant, POLLUTANTS } from '../standards/pollutants.ts';
import type { PlaceDay } from '../types.ts';
import { eachPollutant } from './pollutant-record.ts';

/** Daily values of one pollutant: all that mean and percentile need. */
export interface PollutantValues {
  readonly sum: ExactSum;
  /** Ascending. */
  readonly sorted: readonly Fraction[];
}

export interface ValueSummary {
  readonly withDust: Readonly<Record<Pollutant, PollutantValues>>;
  readonly withoutDust: Readonly<Record<Pollutant, PollutantValues>>;
}

/** Values of some days, with and without the dust days among them. */
export function summariseValues(days: readonly PlaceDay[], dustDates: ReadonlySet<string>): ValueSummary {
  const withDust = eachPollutant((pollutant) => valuesOf(days, pollutant));
  const clean = days.filter((day) => !dustDates.has(day.date));
  if (clean.length === days.length) return { withDust, withoutDust: withDust };
  return {
    withDust,
    withoutDust: eachPollutant((pollutant) => (DUST_POLLUTANTS.has(pollutant) ? valuesOf(clean, pollutant) : withDust[pollutant])),
  };
}

/** The values of all parts together: nothing but sums and order, so that a year is the merge of its months. */
export function mergeValues(parts: readonly ValueSummary[]): ValueSummary {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const withDust = eachPollutant((pollutant) => merged(parts.map((part) => part.withDust[pollutant])));
  const same = parts.every((part) => POLLUTANTS.every((pollutant) => part.withoutDust[pollutant] === part.withDust[pollutant]));
  return {
    withDust,
    withoutDust: same ? withDust : eachPollutant((pollutant) => merged(parts.map((part) => part.withoutDust[pollutant]))),
  };
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
