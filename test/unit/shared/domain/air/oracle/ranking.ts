import { compare, fromText, halfEven, minus, over, plus, type Rational, rational, times } from './rational.ts';

export type Slot = 'now' | 'lastYear' | 'recent';

/** A place: values of every pollutant in each of the periods; null where there is none. */
export interface OraclePlace {
  readonly id: string;
  readonly values: Readonly<Record<Slot, Readonly<Record<string, Rational | null>>>>;
}

export interface OracleKey {
  /** What is added up, with weights; a single pollutant is a sum of one. */
  readonly parts: readonly (readonly [pollutant: string, weight: string])[];
  readonly weighted: boolean;
  readonly against: Slot;
  readonly decimals: number;
}

/** 排名 by hand: every place is held against every other, key by key; a plain sum changes as a whole, a weighted one part by part. */
export function ranksOf(places: readonly OraclePlace[], keys: readonly OracleKey[], least: number): Map<string, number | null> {
  const valued = places.map((place) => ({ place, values: keys.map((key) => valueOf(place, key)) }));
  const ranked = valued.filter(({ values }) => values[0] !== null);
  return new Map(
    valued.map(({ place, values }) => {
      if (values[0] === null || ranked.length < least) return [place.id, null];
      return [place.id, 1 + ranked.filter((other) => isBetter(other.values, values)).length];
    }),
  );
}

function isBetter(left: readonly (Rational | null)[], right: readonly (Rational | null)[]): boolean {
  for (const [index, one] of left.entries()) {
    const other = right[index] ?? null;
    if (one === null && other === null) continue;
    if (one === null || other === null) return other === null;
    const side = compare(one, other);
    if (side !== 0) return side < 0;
  }
  return false;
}

function valueOf({ values }: OraclePlace, { parts, weighted, against, decimals }: OracleKey): Rational | null {
  const of = (slot: Slot, pollutant: string): Rational | null => values[slot][pollutant] ?? null;
  const level = (slot: Slot): Rational | null => total(parts, (pollutant) => of(slot, pollutant));
  const exact =
    against === 'now'
      ? level('now')
      : weighted
        ? total(parts, (pollutant) => rate(of('now', pollutant), of(against, pollutant)))
        : rate(level('now'), level(against));
  return exact === null ? null : rounded(exact, decimals);
}

/** A change of −0.05 is as near to the even one as 0.05 is. */
function rounded(value: Rational, decimals: number): Rational {
  if (value.n >= 0n) return halfEven(value, decimals);
  const positive = halfEven(rational(-value.n, value.d), decimals);
  return rational(-positive.n, positive.d);
}

function total(parts: OracleKey['parts'], of: (pollutant: string) => Rational | null): Rational | null {
  let sum = rational(0);
  for (const [pollutant, weight] of parts) {
    const value = of(pollutant);
    if (value === null) return null;
    sum = plus(sum, times(value, fromText(weight)));
  }
  return sum;
}

const rate = (now: Rational | null, before: Rational | null): Rational | null =>
  now === null || before === null || before.n === 0n ? null : over(times(minus(now, before), rational(100)), before);

/** Ids of those ranked in both periods or in one of them only. */
export function setsOf(now: ReadonlyMap<string, number | null>, before: ReadonlyMap<string, number | null>) {
  const ranked = (ranks: ReadonlyMap<string, number | null>, id: string): boolean => (ranks.get(id) ?? null) !== null;
  const all = [...new Set([...now.keys(), ...before.keys()])].toSorted();
  return {
    came: all.filter((id) => ranked(now, id) && !ranked(before, id)),
    left: all.filter((id) => !ranked(now, id) && ranked(before, id)),
  };
}
