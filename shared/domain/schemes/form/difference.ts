import type { Path } from '../base/problems.ts';
import { isRecord } from '../base/records.ts';

/** 逐条比较: what a rule says otherwise in another version. */
export interface RuleChange {
  /** In the version in which it stands: the later one, of what is gone the earlier one. */
  readonly path: Path;
  readonly kind: 'changed' | 'added' | 'removed' | 'moved';
  readonly before: unknown;
  readonly after: unknown;
}

export function differenceOf(before: unknown, after: unknown, path: Path = []): readonly RuleChange[] {
  if (same(before, after)) return [];
  if (before === undefined) return [{ path, kind: 'added', before, after }];
  if (after === undefined) return [{ path, kind: 'removed', before, after }];
  if (Array.isArray(before) && Array.isArray(after)) return listDifference(before, after, path);
  if (!isRecord(before) || !isRecord(after)) return [{ path, kind: 'changed', before, after }];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => differenceOf(before[key], after[key], [...path, key]));
}

/** Rows that are the same stay the same wherever they stand; of the others each is held against the one in its place. */
function listDifference(before: readonly unknown[], after: readonly unknown[], path: Path): readonly RuleChange[] {
  const taken = new Set<number>();
  const partner = after.map((item) => {
    const index = before.findIndex((other, at) => !taken.has(at) && same(other, item));
    if (index >= 0) taken.add(index);
    return index;
  });
  const loose = before.map((_, index) => index).filter((index) => !taken.has(index));
  const changes = after.flatMap((item, index): readonly RuleChange[] => {
    if ((partner[index] ?? -1) >= 0) return [];
    const other = loose.shift();
    return other === undefined
      ? [{ path: [...path, index], kind: 'added', before: undefined, after: item }]
      : differenceOf(before[other], item, [...path, index]);
  });
  const gone = loose.map((index): RuleChange => ({ path: [...path, index], kind: 'removed', before: before[index], after: undefined }));
  const kept = partner.filter((index) => index >= 0);
  const reordered = kept.some((index, at) => at > 0 && index < (kept[at - 1] ?? -1));
  return [...changes, ...gone, ...(reordered ? [{ path, kind: 'moved', before, after } as const] : [])];
}

/** Words of a rule may stand in any order. */
export const same = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, sorted(item)] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}
