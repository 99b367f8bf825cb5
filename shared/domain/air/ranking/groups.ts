import { REST_GROUP, type RankingScheme } from './ranking-scheme.ts';

interface RankedGroup {
  readonly id: string;
  readonly holds: (unitId: string) => boolean;
}

/** The groups as they are ranked, each unit in exactly one: those that no group names are in the last, `default`. Without groups one of blank id. */
export function groupsOf({ groups }: Pick<RankingScheme, 'groups'>): readonly RankedGroup[] {
  if (groups.length === 0) return [{ id: '', holds: () => true }];
  const named = groups.filter((group) => group.id !== REST_GROUP);
  return [
    ...named.map(({ id, units }) => ({ id, holds: (unitId: string) => units.includes(unitId) })),
    { id: REST_GROUP, holds: () => true },
  ];
}
