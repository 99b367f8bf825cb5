import { exact, toText } from '../../numbers/decimal.ts';
import { Rational, sumOf } from '../../numbers/rational.ts';
import { type CauseSide, type Cell, cellsOf } from '../causes/cells.ts';
import type { RoundedNumber } from '../statistics/types.ts';

/** What a town (of a town's own place: a station) can do to the mean of the area. */
export interface Lever {
  readonly name: string;
  /** Its mean so far. */
  readonly mean: RoundedNumber;
  /** By which the mean so far of the area would be lower, had the town had 1 µg/m³ (CO 1 mg/m³) less on each of its days: all together are 1. */
  readonly weight: RoundedNumber;
  /** By which the mean of the whole year will be lower when it has 1 less on every remaining day, its share staying what it was. */
  readonly rest: RoundedNumber;
  /** Its mean less that of the area, and what that does to the mean of the area: of all towns the latter are 0 together. */
  readonly above: RoundedNumber;
  readonly pull: RoundedNumber;
  /** Its mean less the target; null where there is none. */
  readonly overTarget: RoundedNumber | null;
  /** Its mean less that of the same days of last year; null where it had none. */
  readonly onLastYear: RoundedNumber | null;
}

export interface LeversInput {
  readonly now: CauseSide;
  readonly lastYear: CauseSide;
  readonly remainingDays: number;
  readonly target: string | null;
  /** Decimals of a mean. */
  readonly decimals: number;
}

export interface Levers {
  readonly mean: RoundedNumber;
  readonly days: number;
  /** What raises the mean of the area most stands first. */
  readonly levers: readonly Lever[];
}

/** 各镇街对区均值的影响: the mean is a sum of w·c over the towns, w what a town's days weigh in it. Null without a day. */
export function leversOf({ now, lastYear, remainingDays, target, decimals }: LeversInput): Levers | null {
  const days = now.dates.length;
  if (days === 0) return null;
  const cells = partsOf(now);
  const before = new Map(partsOf(lastYear).map((part) => [part.name, part.amount.div(part.weight)]));
  const mean = sumOf(cells.map(({ amount }) => amount));
  const share = Rational.of(remainingDays).div(Rational.of(days + remainingDays));
  const print = (value: Rational, places = decimals): RoundedNumber => ({
    exact: toText(exact(value.num.toString()).div(exact(value.den.toString()))),
    published: value.fixed(places),
  });
  const levers = cells.map(({ name, weight, amount }) => {
    const own = amount.div(weight);
    const was = before.get(name);
    const above = own.minus(mean);
    return {
      pull: weight.times(above),
      lever: {
        name,
        mean: print(own),
        weight: print(weight, WEIGHT_DECIMALS),
        rest: print(weight.times(share), WEIGHT_DECIMALS),
        above: print(above),
        pull: print(weight.times(above), decimals + FURTHER_DECIMALS),
        overTarget: target === null ? null : print(own.minus(Rational.of(target))),
        onLastYear: was === undefined ? null : print(own.minus(was)),
      },
    };
  });
  return { mean: print(mean), days, levers: levers.toSorted((one, other) => other.pull.cmp(one.pull)).map(({ lever }) => lever) };
}

const WEIGHT_DECIMALS = 4;
const FURTHER_DECIMALS = 2;

interface Part {
  readonly name: string;
  readonly weight: Rational;
  readonly amount: Rational;
}

/** The months of a part together. */
const partsOf = (side: CauseSide): Part[] =>
  [...Map.groupBy(cellsOf(side).values(), ({ part }) => part)].map(([name, own]) => ({
    name,
    weight: sumOf(own.map((cell: Cell) => cell.weight)),
    amount: sumOf(own.map((cell: Cell) => cell.amount)),
  }));
