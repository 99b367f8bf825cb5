import { compare, minus, over, plus, type Rational, rational, times } from './rational.ts';

/** One day of an area: its month, and what each of its stations has. */
export interface OracleDay {
  readonly month: string;
  readonly stations: readonly { readonly part: string; readonly value: Rational; readonly weight: Rational }[];
}

export interface OracleCause {
  readonly own: Rational;
  readonly mix: Rational;
}

const ZERO = rational(0);
const sum = (values: readonly Rational[]): Rational => values.reduce(plus, ZERO);

/** The mean of the daily means. */
export const meanOfDays = (days: readonly OracleDay[]): Rational =>
  over(
    sum(
      days.map(({ stations }) =>
        over(sum(stations.map(({ value, weight }) => times(value, weight))), sum(stations.map(({ weight }) => weight))),
      ),
    ),
    rational(days.length),
  );

/**
 * 归因 a second time, term by term and day by day: what every station's day weighs in the mean, added by part and month; then midpoint weights
 * times the change of the concentration, and the change of the weights times how far the concentration lies from the mean.
 */
export function causesBy(
  earlier: readonly OracleDay[],
  later: readonly OracleDay[],
  keyOf: (part: string, month: string) => string,
): Map<string, OracleCause> {
  const [old, young] = [termsOf(earlier), termsOf(later)];
  const middle = over(plus(meanOfDays(earlier), meanOfDays(later)), rational(2));
  const found = new Map<string, OracleCause>();
  for (const term of new Set([...old.keys(), ...young.keys()])) {
    const [part = '', month = ''] = term.split('|');
    const [one, two] = [old.get(term) ?? [], young.get(term) ?? []];
    const [w0, w1] = [sum(one.map(({ weight }) => weight)), sum(two.map(({ weight }) => weight))];
    const c0 = one.length === 0 ? null : over(sum(one.map(({ value, weight }) => times(value, weight))), w0);
    const c1 = two.length === 0 ? null : over(sum(two.map(({ value, weight }) => times(value, weight))), w1);
    const [was, is] = [c0 ?? c1 ?? ZERO, c1 ?? c0 ?? ZERO];
    const cause = {
      own: times(over(plus(w0, w1), rational(2)), minus(is, was)),
      mix: times(minus(over(plus(was, is), rational(2)), middle), minus(w1, w0)),
    };
    const key = keyOf(part, month);
    const before = found.get(key);
    found.set(key, before === undefined ? cause : { own: plus(before.own, cause.own), mix: plus(before.mix, cause.mix) });
  }
  return found;
}

function termsOf(days: readonly OracleDay[]): Map<string, { readonly value: Rational; readonly weight: Rational }[]> {
  const terms = new Map<string, { value: Rational; weight: Rational }[]>();
  for (const { month, stations } of days) {
    const all = sum(stations.map(({ weight }) => weight));
    for (const { part, value, weight } of stations) {
      const key = `${part}|${month}`;
      terms.set(key, [...(terms.get(key) ?? []), { value, weight: over(over(weight, all), rational(days.length)) }]);
    }
  }
  return terms;
}

export const isSame = (left: Rational, right: Rational): boolean => compare(left, right) === 0;
