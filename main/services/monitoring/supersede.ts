import type { CoveredField } from '../../db/queries/monitoring.ts';

/** What of a row matters here: its file, and what it speaks of. */
export interface CoveringRow {
  readonly fileId: number;
  readonly covers: readonly CoveredField[];
  /** Of these it has only a part of the day's hours, which takes nothing back. */
  readonly partly: readonly CoveredField[];
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
      if (open.size === 0) return later.fileId;
    }
    return null;
  });
}
