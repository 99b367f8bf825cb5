import type { RankedPlace } from './rank-places.ts';
import type { RankingScheme } from './ranking-scheme.ts';

type Ranked = Pick<RankedPlace, 'unitId' | 'group' | 'rank' | 'withheld'>;

/** Why places of a group are not held against those of the period before: who is ranked now and was not then, and the other way round. */
export interface SetChange {
  readonly group: string;
  readonly came: readonly string[];
  readonly left: readonly string[];
  /** 上期名次没有公布: too few were ranked then, so that there is nothing to hold against. */
  readonly withheldBefore: boolean;
}

/**
 * 名次升降 tells something of a place only where the same places were ranked: among others it moves without having changed. The groups in which
 * they differ; none where the scheme lets places move between any sets, and none of groups in which nobody is ranked now.
 */
export function setChanges(
  now: readonly Ranked[],
  before: readonly Ranked[],
  { movement }: Pick<RankingScheme, 'movement'>,
): readonly SetChange[] {
  if (movement !== 'sameSet') return [];
  const groups = [...new Set(now.flatMap(({ group, rank }) => (rank === null ? [] : [group])))];
  return groups.flatMap((group): SetChange[] => {
    const [own, earlier] = [idsOf(now, group), idsOf(before, group)];
    const came = own.filter((id) => !earlier.includes(id));
    const left = earlier.filter((id) => !own.includes(id));
    const withheldBefore = before.some((place) => place.group === group && place.withheld);
    return came.length + left.length === 0 ? [] : [{ group, came: withheldBefore ? [] : came, left, withheldBefore }];
  });
}

const idsOf = (places: readonly Ranked[], group: string): readonly string[] =>
  places.flatMap((place) => (place.group === group && place.rank !== null ? [place.unitId] : [])).toSorted();
