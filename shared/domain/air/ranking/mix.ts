import { type DecimalText, exact, type ExactNumber, roundHalfEven } from '../../numbers/decimal.ts';
import { competitionRank } from './competition-rank.ts';
import type { Measure } from './measures.ts';
import type { RankingKey, RankingMix } from './ranking-scheme.ts';

interface Mixed {
  readonly published: Readonly<Record<Measure, DecimalText | null>>;
}

/** Weighted mean of places or scores of places that all have every value, rounded once; `order` says which end is the better one. */
export function mixedResults<Place extends Mixed>(
  places: readonly Place[],
  mix: RankingMix,
  decimals: number,
): { values: ReadonlyMap<Place, DecimalText>; order: RankingKey['order'] } {
  const parts = mix.parts.map((part) => ({
    weight: part.weight,
    of: mix.by === 'places' ? placesBy(places, part) : scoresBy(places, part, mix.base),
  }));
  const values = new Map(
    places.map((place) => {
      const sum = parts.reduce((total, part) => total.plus(part.of(place).times(part.weight)), exact(0));
      return [place, roundHalfEven(sum, decimals)] as const;
    }),
  );
  return { values, order: mix.by === 'places' ? 'ascending' : 'descending' };
}

/** 名次. */
function placesBy<Place extends Mixed>(places: readonly Place[], { measure, order }: RankingKey): (place: Place) => ExactNumber {
  const sign = order === 'ascending' ? 1 : -1;
  const ranks = competitionRank(places, (left, right) => valueOf(left, measure).cmp(valueOf(right, measure)) * sign);
  return (place) => exact(ranks.get(place) ?? 0);
}

/** 功效系数法: the best gets 100, the worst `base`, the others in proportion; where all are equal nobody is behind and all get 100. */
function scoresBy<Place extends Mixed>(
  places: readonly Place[],
  { measure, order }: RankingKey,
  base: number,
): (place: Place) => ExactNumber {
  const ordered = places.map((place) => valueOf(place, measure)).toSorted((left, right) => left.cmp(right));
  const [least, most] = [ordered[0] ?? exact(0), ordered.at(-1) ?? exact(0)];
  const [best, worst] = order === 'ascending' ? [least, most] : [most, least];
  if (best.eq(worst)) return () => exact(100);
  return (place) =>
    valueOf(place, measure)
      .minus(worst)
      .times(100 - base)
      .div(best.minus(worst))
      .plus(base);
}

const valueOf = (place: Mixed, measure: Measure): ExactNumber => exact(place.published[measure] ?? 0);
