import type { RankingResult, WithheldGroup } from '../../../shared/contract/ranking.ts';
import type { SetChange } from '../../../shared/domain/air/ranking/movement.ts';
import type { RankedPlace } from '../../../shared/domain/air/ranking/rank-places.ts';
import type { RankingScheme } from '../../../shared/domain/air/ranking/ranking-scheme.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';

/** Groups whose places are not published, for want of enough that can be ranked. */
export function groupsWithheld(ranked: readonly RankedPlace[], scheme: RankingScheme): readonly WithheldGroup[] {
  const { least } = scheme;
  if (least === undefined) return [];
  const short = new Map(ranked.flatMap(({ group, withheld, of }) => (withheld ? [[group, of] as const] : [])));
  return [...short].map(([group, count]) => ({ group: groupName(scheme, group), ranked: count, needed: least }));
}

export function withheldGroups(ranked: readonly RankedPlace[], scheme: RankingScheme): Pick<RankingResult, 'withheld'> {
  const withheld = groupsWithheld(ranked, scheme);
  return withheld.length === 0 ? {} : { withheld: [...withheld] };
}

export function namedSetChanges(changes: readonly SetChange[], scheme: RankingScheme, plan: Plan): Pick<RankingResult, 'setChanges'> {
  if (changes.length === 0) return {};
  const named = (ids: readonly string[]): string[] => ids.map((id) => plan.units.find((unit) => unit.id === id)?.name ?? id);
  return {
    setChanges: changes.map(({ group, came, left, withheldBefore }) => ({
      group: groupName(scheme, group),
      came: named(came),
      left: named(left),
      withheldBefore,
    })),
  };
}

const groupName = ({ groups }: RankingScheme, id: string): string => groups.find((group) => group.id === id)?.name ?? '';
