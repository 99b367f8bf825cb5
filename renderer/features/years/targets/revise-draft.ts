import type { TargetRow } from '../../../../shared/contract/years.ts';
import { targetsText } from '../../../../shared/text/ui/targets-text.ts';
import { emptyTarget, printedDraft, type TargetDraft } from './target-value.ts';

/** One target that a document sets. */
export interface RevisionLine {
  readonly key: number;
  readonly measure: string;
  readonly year: number;
  readonly target: TargetDraft;
}

export interface Revision {
  readonly measure: string;
  readonly year: number;
  readonly value: string;
}

/** What holds of a measure in a year. */
export const heldTarget = (rows: readonly TargetRow[], measure: string, year: number): string | null =>
  rows.find((row) => row.measure === measure)?.byYear[String(year)] ?? null;

export const newLine = (key: number, rows: readonly TargetRow[], measure: string, year: number): RevisionLine => ({
  key,
  measure,
  year,
  target: emptyTarget(heldTarget(rows, measure, year)),
});

/** The lines as the core takes them; null while one is not complete. */
export function revisionsOf(lines: readonly RevisionLine[]): Revision[] | null {
  const revisions = lines.map(({ measure, year, target }) => ({ measure, year, value: printedDraft(target) }));
  const complete = revisions.filter((one): one is Revision => one.value !== null);
  return complete.length === lines.length ? complete : null;
}

/** Why the lines cannot be stored as they stand; null where they can. */
export function wrongLines(lines: readonly RevisionLine[]): string | null {
  if (revisionsOf(lines) === null) return targetsText.lineMissing;
  const places = lines.map(({ measure, year }) => `${measure} ${year}`);
  return new Set(places).size < places.length ? targetsText.twice : null;
}
