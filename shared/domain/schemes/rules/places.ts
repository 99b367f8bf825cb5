import { z } from 'zod';
import { greatest, Rational, sumOf, ZERO } from '../../numbers/rational.ts';
import { type Place, unvalued, valued } from '../base/explain.ts';
import { ruleKind } from '../base/kinds.ts';
import { type PlaceAmount, readPlaces } from './place-list.ts';
import { noValue } from '../base/apply.ts';

/**
 * 名次奖惩: amounts by place, from the front (1, 2, 1..3) and from the end (−1, −3..−1). Those who share a paid place all get its amount, or split
 * what the places they take up would get (`ties: split`).
 */
export const places = ruleKind({
  key: 'places',
  schema: z.strictObject({ places: z.record(z.string(), z.number()), ties: z.enum(['both', 'split']).default('both') }),
  codes: ['placePaid', 'placeUnpaid', 'placeOpen'],
  sample: {
    rule: { rank: { of: 'score' }, order: 'asc', places: { 1: 100, 2: 50, '-1': -200 } },
    rows: [{ score: '2.45' }, { score: '2.55' }, { score: '2.80' }, { score: '6.45' }, { score: '' }],
    results: ['100', '50', '0', '-200', 'missing'],
  },
  make(args, compiler, source) {
    if (!source.ranks) compiler.report('PLACES_WITHOUT_RANK', {}, 'places');
    const list = readPlaces(args.places, compiler);
    return {
      full: list.map(({ amount }) => amount).reduce(greatest, ZERO),
      explain(row, world) {
        const ranked = world.read(source, row);
        const { place } = ranked;
        if (place === null) return unvalued('placeOpen', noValue(ranked), { children: [ranked] });
        const amount = args.ties === 'split' ? splitAmount(list, place) : amountOf(list, place);
        const params = { place: String(place.place), holders: String(place.holders), ties: args.ties };
        return valued(amount.sign === 0 ? 'placeUnpaid' : 'placePaid', amount, { params, children: [ranked] });
      },
    };
  },
});

/** A given place is counted from the front where the front is paid: that its group is whole is only likely. */
function amountOf(list: readonly PlaceAmount[], { place, fromEnd, of }: Place): Rational {
  const front = of === null ? list.find(({ from, to }) => from > 0 && from <= place && place <= to) : undefined;
  return front?.amount ?? amountAt(list, place, fromEnd);
}

/** Of two lists that both name a place, as in a small group, the nearer end decides; from the very middle both are added. */
function amountAt(list: readonly PlaceAmount[], place: number, fromEnd: number | null): Rational {
  const front = list.find(({ from, to }) => from > 0 && from <= place && place <= to);
  const back = fromEnd === null ? undefined : list.find(({ from, to }) => to < 0 && from <= -fromEnd && -fromEnd <= to);
  if (front === undefined || back === undefined || fromEnd === null) return (front ?? back)?.amount ?? ZERO;
  if (place === fromEnd) return front.amount.plus(back.amount);
  return place < fromEnd ? front.amount : back.amount;
}

function splitAmount(list: readonly PlaceAmount[], { place, of, holders, fromEnd }: Place): Rational {
  if (of === null) return amountOf(list, { place, of, holders, fromEnd });
  const taken = Array.from({ length: holders }, (_, index) => amountAt(list, place + index, of - place - index + 1));
  return sumOf(taken).div(Rational.of(holders));
}
