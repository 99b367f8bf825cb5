import type { CoveredField } from '../../../db/queries/monitoring.ts';

/** What of a row matters here: its file, and what it speaks of. */
export interface CoveringRow {
  readonly fileId: number;
  readonly covers: readonly CoveredField[];
  /** Of these it has only a part of the day's hours, which takes nothing back. */
  readonly partly: readonly CoveredField[];
  /** A later reading of the very same bytes, by another meaning of their hours: it puts the whole file away. */
  readonly readAgainBy: number | null;
}

/**
 * Rows of one station and date, the newest file last, each with the file after which nothing of it counted any more: the first one that,
 * with those between, speaks of the whole day of everything the row speaks of. Null while something counts. The import marks rows by this, and the check holds
 * the marks against it.
 */
export function supersededBy(rows: readonly CoveringRow[]): readonly (number | null)[] {
  return rows.map((row, index) => {
    const open = new Set(row.covers);
    for (const later of rows.slice(index + 1)) {
      for (const field of later.covers) if (!later.partly.includes(field)) open.delete(field);
      if (open.size === 0) return earlierOf(later.fileId, row.readAgainBy);
    }
    return row.readAgainBy;
  });
}

/** Files are numbered in the order in which they are taken in. */
const earlierOf = (fileId: number, readAgainBy: number | null): number => (readAgainBy === null ? fileId : Math.min(fileId, readAgainBy));
