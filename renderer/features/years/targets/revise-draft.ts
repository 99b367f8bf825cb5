import type { TargetRow } from '../../../../shared/contract/years.ts';
import type { TargetKind } from '../../../../shared/domain/plan/further-targets.ts';
import { targetsText } from '../../../../shared/text/ui/targets-text.ts';
import { emptyTarget, printedDraft, type TargetDraft } from './target-value.ts';

/** One target that a document sets. */
export interface RevisionLine {
  readonly key: number;
  readonly measure: string;
  readonly year: number;
  /** Name of the one unit whose target it is; blank for the whole district. */
  readonly unit: string;
  readonly aim: TargetKind;
  readonly target: TargetDraft;
}

type Whose = Pick<RevisionLine, 'unit' | 'aim'>;

/** The district's binding target. */
const COMMON: Whose = { unit: '', aim: 'binding' };

export interface Revision {
  readonly measure: string;
  readonly year: number;
  readonly value: string;
  readonly kind?: 'stretch';
  readonly unit?: string;
}

/** What holds of a measure in a year. */
export const heldTarget = (rows: readonly TargetRow[], measure: string, year: number): string | null =>
  rows.find((row) => row.measure === measure)?.byYear[String(year)] ?? null;

export const newLine = (key: number, rows: readonly TargetRow[], measure: string, year: number, whose = COMMON): RevisionLine => ({
  key,
  measure,
  year,
  ...whose,
  target: emptyTarget(heldTarget(rows, measure, year)),
});

/** The lines as the core takes them; null while one is not complete. */
export function revisionsOf(lines: readonly RevisionLine[]): Revision[] | null {
  const revisions = lines.map(({ measure, year, unit, aim, target }) => ({
    measure,
    year,
    value: printedDraft(target),
    ...(aim === 'stretch' ? { kind: aim } : {}),
    ...(unit === '' ? {} : { unit }),
  }));
  const complete = revisions.filter((one): one is Revision => one.value !== null);
  return complete.length === lines.length ? complete : null;
}

/** Why the lines cannot be stored as they stand; null where they can. */
export function wrongLines(lines: readonly RevisionLine[]): string | null {
  if (revisionsOf(lines) === null) return targetsText.lineMissing;
  const places = lines.map(({ measure, year, unit, aim }) => `${measure} ${year} ${unit} ${aim}`);
  return new Set(places).size < places.length ? targetsText.twice : null;
}
