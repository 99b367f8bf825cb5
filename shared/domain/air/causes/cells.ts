import type { DecimalText } from '../../numbers/decimal.ts';
import type { Fraction } from '../../numbers/fraction.ts';
import { Rational, sumOf } from '../../numbers/rational.ts';

/** A station of an area with its daily values of one pollutant, and the town or station as which it is named. */
export interface CausePart {
  readonly name: string;
  readonly values: ReadonlyMap<string, Fraction>;
  /** 权重 in the mean of the area, where it has one. */
  readonly weightOn?: ((date: string) => DecimalText) | undefined;
}

/** One period of an area: days that entered its mean, and the stations of which each of them is the mean. */
export interface CauseSide {
  readonly dates: readonly string[];
  readonly parts: readonly CausePart[];
  /** The month of the later period that a day is held against. */
  readonly monthOf: (date: string) => string;
}

/** A part in a month: the share its days have in the mean, and share times concentration. */
export interface Cell {
  readonly part: string;
  readonly month: string;
  readonly weight: Rational;
  readonly amount: Rational;
}

/** Cells by part and month; all weights together are 1, all amounts the mean. */
export function cellsOf({ dates, parts, monthOf }: CauseSide): Map<string, Cell> {
  const sums = new Map<string, Sums>();
  for (const date of dates) {
    const entered = parts.flatMap((part) => {
      const value = part.values.get(date);
      return value === undefined ? [] : [{ name: part.name, value, weight: part.weightOn?.(date) ?? '1' }];
    });
    const all = totalOf(entered.map(({ weight }) => weight));
    const month = monthOf(date);
    for (const one of entered) addTo(sums, one, month, all);
  }
  const days = Rational.of(dates.length);
  return new Map(
    [...sums].map(([key, { part, month, byShare }]) => {
      const terms = [...byShare.values()];
      const weight = sumOf(terms.map(({ share, count }) => share.times(Rational.of(count))));
      const amount = sumOf(
        terms.map(({ share, byDen }) => share.times(sumOf([...byDen].map(([den, num]) => Rational.quotient(num, den))))),
      );
      return [key, { part, month, weight: weight.div(days), amount: amount.div(days) }];
    }),
  );
}

interface Sums {
  readonly part: string;
  readonly month: string;
  /** Days on which the part had the same share in the area: how many, and the sums of their values by denominator. */
  readonly byShare: Map<string, { readonly share: Rational; count: number; readonly byDen: Map<bigint, bigint> }>;
}

interface Entered {
  readonly name: string;
  readonly value: Fraction;
  readonly weight: DecimalText;
}

function addTo(sums: Map<string, Sums>, { name, value, weight }: Entered, month: string, all: DecimalText): void {
  const key = `${name} ${month}`;
  const own = sums.get(key) ?? { part: name, month, byShare: new Map() };
  sums.set(key, own);
  const shareKey = `${weight} ${all}`;
  const shared = own.byShare.get(shareKey) ?? { share: Rational.of(weight).div(Rational.of(all)), count: 0, byDen: new Map() };
  own.byShare.set(shareKey, shared);
  shared.count += 1;
  const den = BigInt(value.den);
  shared.byDen.set(den, (shared.byDen.get(den) ?? 0n) + BigInt(value.num));
}

/** Weights are few and mostly 1. */
function totalOf(weights: readonly DecimalText[]): DecimalText {
  if (weights.every((weight) => weight === '1')) return String(weights.length);
  return sumOf(weights.map((weight) => Rational.of(weight))).text();
}
