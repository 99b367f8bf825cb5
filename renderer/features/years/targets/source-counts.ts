import type { TargetRow } from '../../../../shared/contract/years.ts';
import { targetsText } from '../../../../shared/text/ui/targets-text.ts';

/** How many targets came about in which way. */
export type SourceCounts = Readonly<Record<keyof typeof targetsText.factsOf, number>>;

export function sourceCounts(rows: readonly Pick<TargetRow, 'rule'>[]): SourceCounts {
  const count = (...rules: readonly TargetRow['rule'][]): number => rows.filter(({ rule }) => rules.includes(rule)).length;
  return {
    plan: count('only', 'annex1First', 'annex2First', 'annex3First'),
    revised: count('revised'),
    user: count('user'),
    chosen: count('carried', 'interpolated', 'entered'),
    none: count('none'),
    open: count(null),
  };
}

/** 方案 18 项，文件调整 2 项: the ways that occur. */
export const sourceCountsText = (counts: SourceCounts): string =>
  targetsText.facts(
    (Object.keys(targetsText.factsOf) as (keyof SourceCounts)[]).flatMap((way) =>
      counts[way] === 0 ? [] : [targetsText.factsOf[way](counts[way])],
    ),
  );
