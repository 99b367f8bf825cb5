import { type DecimalText, exact, roundHalfEven, toText } from '../../numbers/decimal.ts';
import { ONE, Rational, sumOf, ZERO } from '../../numbers/rational.ts';
import type { RoundedNumber } from '../statistics/types.ts';
import { type CauseSide, type Cell, cellsOf } from './cells.ts';

/** What a town, a month, or a town in a month has to do with the change of the whole. */
export interface Cause {
  /** Its mean in either period; null where it has no value there. */
  readonly before: RoundedNumber | null;
  readonly now: RoundedNumber | null;
  /** 浓度变化: by which its own concentration has moved the mean of the whole. */
  readonly own: RoundedNumber;
  /** 构成变化: by which more or fewer valid days and members have moved it. */
  readonly mix: RoundedNumber;
  /** Both together. */
  readonly total: RoundedNumber;
  /** `total` as a share of the whole change, in %; null where nothing has changed. */
  readonly share: RoundedNumber | null;
}

export interface NamedCause extends Cause {
  readonly name: string;
}

export interface Causes {
  /** Means of both periods, and what lies between them. */
  readonly before: RoundedNumber;
  readonly now: RoundedNumber;
  readonly whole: Pick<Cause, 'own' | 'mix' | 'total'>;
  /** What raised the mean most stands first. */
  readonly parts: readonly NamedCause[];
  /** In order; the name is the month of the later period, 2025-07. */
  readonly months: readonly NamedCause[];
  /** A row for each part, a number for each month. */
  readonly cells: readonly { readonly name: string; readonly totals: readonly RoundedNumber[] }[];
  /** 修约尾差: printed whole less the sum of what is printed of its parts. */
  readonly rests: { readonly parts: Rest; readonly months: Rest };
  /** Those that have values in one of the periods only. */
  readonly joined: readonly string[];
  readonly left: readonly string[];
}

export type Rest = Readonly<Record<'own' | 'mix' | 'total', DecimalText>>;

/**
 * 归因: the change of an area's mean, taken apart by its members and by months. The mean is a sum of w·c over members and months, w the share that
 * the valid days of a member in a month have in it (all w are 1 together) and c its mean there. Each term changes by w̄·Δc, what its own air has
 * done, and (c̄ − C̄)·Δw, what its greater or smaller share has done (w̄, c̄, C̄: midway between both periods); a member or month that has values in
 * one period only has a share and no concentration to compare. All terms together are the whole change exactly, whatever the members. Null where
 * one of the periods has no value.
 */
export function causesOf(earlier: CauseSide, later: CauseSide, decimals: number): Causes | null {
  const [old, young] = [cellsOf(earlier), cellsOf(later)];
  if (old.size === 0 || young.size === 0) return null;
  const [before, now] = [amountOf(old.values()), amountOf(young.values())];
  const middle = half(before.plus(now));
  const keys = [...new Set([...old.keys(), ...young.keys()])];
  const terms = keys.map((key) => termOf(old.get(key), young.get(key), middle));
  const printed = printing(decimals);
  const change = now.minus(before);
  const grouped = (nameOf: (term: Term) => string): NamedCause[] =>
    [...Map.groupBy(terms, nameOf)].map(([name, own]) => ({ name, ...causeOf(own, change, printed) }));
  const parts = grouped(({ part }) => part).toSorted(byTotal);
  const months = grouped(({ month }) => month).toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const whole = causeOf(terms, change, printed);
  const known = new Map(terms.map((term) => [`${term.part} ${term.month}`, term.own.plus(term.mix)]));
  return {
    before: printed(before),
    now: printed(now),
    whole: { own: whole.own, mix: whole.mix, total: whole.total },
    parts,
    months,
    cells: parts.map(({ name }) => ({ name, totals: months.map((month) => printed(known.get(`${name} ${month.name}`) ?? ZERO)) })),
    rests: { parts: restOf(whole, parts), months: restOf(whole, months) },
    joined: parts.flatMap((cause) => (cause.before === null ? [cause.name] : [])),
    left: parts.flatMap((cause) => (cause.now === null ? [cause.name] : [])),
  };
}

type Printed = (value: Rational) => RoundedNumber;

const printing =
  (decimals: number): Printed =>
  (value) => ({ exact: toText(exact(value.num.toString()).div(exact(value.den.toString()))), published: value.fixed(decimals) });

interface Term {
  readonly part: string;
  readonly month: string;
  readonly old: Cell | undefined;
  readonly young: Cell | undefined;
  readonly own: Rational;
  readonly mix: Rational;
}

function termOf(old: Cell | undefined, young: Cell | undefined, middle: Rational): Term {
  const { part, month } = young ?? old ?? NOWHERE;
  const term = { part, month, old, young };
  if (old === undefined || young === undefined) {
    const [known, sign] = young === undefined ? [old ?? NOWHERE, ONE.negated()] : [young, ONE];
    return { ...term, own: ZERO, mix: known.amount.minus(middle.times(known.weight)).times(sign) };
  }
  const [before, now] = [old.amount.div(old.weight), young.amount.div(young.weight)];
  return {
    ...term,
    own: half(old.weight.plus(young.weight)).times(now.minus(before)),
    mix: half(before.plus(now)).minus(middle).times(young.weight.minus(old.weight)),
  };
}

const NOWHERE: Cell = { part: '', month: '', weight: ONE, amount: ZERO };

const HALF = Rational.quotient(1n, 2n);
const half = (value: Rational): Rational => value.times(HALF);

const amountOf = (cells: Iterable<Cell>): Rational => sumOf([...cells].map(({ amount }) => amount));

function causeOf(terms: readonly Term[], change: Rational, printed: Printed): Cause {
  const [own, mix] = [sumOf(terms.map((term) => term.own)), sumOf(terms.map((term) => term.mix))];
  const total = own.plus(mix);
  return {
    before: meanOf(
      terms.flatMap(({ old }) => old ?? []),
      printed,
    ),
    now: meanOf(
      terms.flatMap(({ young }) => young ?? []),
      printed,
    ),
    own: printed(own),
    mix: printed(mix),
    total: printed(total),
    share: change.sign === 0 ? null : shareOf(total.div(change)),
  };
}

function meanOf(cells: readonly Cell[], printed: Printed): RoundedNumber | null {
  const weight = sumOf(cells.map((cell) => cell.weight));
  return weight.sign === 0 ? null : printed(amountOf(cells).div(weight));
}

const HUNDRED = Rational.of('100');
const shareOf = (value: Rational): RoundedNumber => printing(SHARE_DECIMALS)(value.times(HUNDRED));
const SHARE_DECIMALS = 1;

const byTotal = (one: NamedCause, other: NamedCause): number => exact(other.total.exact).comparedTo(one.total.exact);

function restOf(whole: Pick<Cause, 'own' | 'mix' | 'total'>, causes: readonly Cause[]): Rest {
  const rest = (of: 'own' | 'mix' | 'total'): DecimalText => {
    const decimals = whole[of].published.split('.')[1]?.length ?? 0;
    return roundHalfEven(
      causes.reduce((left, cause) => left.minus(cause[of].published), exact(whole[of].published)),
      decimals,
    );
  };
  return { own: rest('own'), mix: rest('mix'), total: rest('total') };
}
