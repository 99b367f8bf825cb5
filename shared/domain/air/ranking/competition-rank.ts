/** 标准竞赛排名: one more than the number of those strictly better, so that equals share a rank and the next is skipped. */
export function competitionRank<Entry>(
  entries: readonly Entry[],
  compare: (left: Entry, right: Entry) => number,
): ReadonlyMap<Entry, number> {
  const ranks = new Map<Entry, number>();
  let [rank, before] = [1, null as Entry | null];
  for (const [index, entry] of entries.toSorted(compare).entries()) {
    if (before === null || compare(before, entry) !== 0) rank = index + 1;
    ranks.set(entry, rank);
    before = entry;
  }
  return ranks;
}
