/** 采用: which version of a unit's return counts, and how a new version stands to the one that counts. */

/** 采用 or 撤回 of one version, by its 收件号. */
export interface VersionDecision {
  readonly number: number;
  readonly act: 'adopt' | 'withdraw';
}

/**
 * The version of one unit's year that counts, by the decisions in their order: of those whose last word is an adoption the one adopted last, so
 * that a withdrawal brings back what counted before. Null where none counts.
 */
export function countingVersion(decisions: readonly VersionDecision[]): number | null {
  const standing = new Map<number, VersionDecision['act']>();
  for (const { number, act } of decisions) {
    standing.delete(number);
    standing.set(number, act);
  }
  return [...standing].findLast(([, act]) => act === 'adopt')?.[0] ?? null;
}

/** What of a version is held against another one. */
export interface VersionMeasure {
  /** 填报日期; null where there is none, or none that can be true. */
  readonly reportedOn: string | null;
  /** Not a single answer where answers are owed. */
  readonly empty: boolean;
  /** Cells that were filled in and can be read, those on hold too; days of air values. */
  readonly answers: number;
  readonly errors: number;
}

/** Why a version does not take the place of another one by itself. */
export type Objection = 'empty' | 'older' | 'fewer' | 'errors' | 'undated';

/** better: takes its place; same: says the same, and takes its place; worse: it has lost something or is older; undated: neither is newer. */
export type Standing = 'first' | 'better' | 'same' | 'worse' | 'undated';

export interface VersionComparison {
  readonly standing: Standing;
  readonly objections: readonly Objection[];
}

/** How a version stands to the one that counts; `differs`: whether any value does. Order, batch and file name do not come into it. */
export function compareVersions(next: VersionMeasure, present: VersionMeasure, differs: boolean): VersionComparison {
  const older = next.reportedOn !== null && present.reportedOn !== null && next.reportedOn < present.reportedOn;
  const newer = next.reportedOn !== null && present.reportedOn !== null && next.reportedOn > present.reportedOn;
  const blank = next.empty && !present.empty;
  const objections: Objection[] = [
    ...(blank ? (['empty'] as const) : []),
    ...(older ? (['older'] as const) : []),
    ...(next.answers < present.answers && !blank ? (['fewer'] as const) : []),
    ...(next.errors > present.errors ? (['errors'] as const) : []),
  ];
  if (objections.length > 0) return { standing: 'worse', objections };
  if (newer) return { standing: 'better', objections };
  return differs ? { standing: 'undated', objections: ['undated'] } : { standing: 'same', objections };
}

/** Whether one version may take the place of another without anybody's word. */
export const takesPlace = ({ standing }: VersionComparison): boolean =>
  standing === 'first' || standing === 'better' || standing === 'same';

/** A 填报日期 that can be true: not before what is reported on began, not after the day it came in. */
export const credibleDate = (reportedOn: string | null, { from, to }: { readonly from: string; readonly to: string }): string | null =>
  reportedOn !== null && from <= reportedOn && reportedOn <= to ? reportedOn : null;
