import type { ScoreModel, SubjectModel, Sums } from './score-model.ts';

/** What a subject has in one case: steps of its total, null where it has no place. */
export type Standing = number | null;

export const standingOf = ({ ranked }: Pick<SubjectModel, 'ranked'>, { counted }: Pick<Sums, 'counted'>, total: number): Standing =>
  ranked && counted > 0 ? total : null;

/** Totals of a year in order, so that the place of one unit under another total is looked up and not counted anew. */
export class Standings {
  readonly #base: readonly { readonly kind: string; readonly standing: Standing }[];
  /** Kind → totals, the lowest first. */
  readonly #ordered: ReadonlyMap<string, readonly number[]>;

  constructor(model: Pick<ScoreModel, 'subjects'>) {
    this.#base = model.subjects.map((subject) => ({ kind: subject.kind, standing: standingOf(subject, subject.sums, subject.total) }));
    this.#ordered = new Map(
      [...Map.groupBy(this.#base, ({ kind }) => kind)].map(([kind, ofKind]) => [
        kind,
        ofKind.flatMap(({ standing }) => standing ?? []).toSorted((one, other) => one - other),
      ]),
    );
  }

  /** Place of a subject when these have other standings; null where it has none. */
  place(subject: number, changed: ReadonlyMap<number, Standing> = NONE): number | null {
    const own = this.#base[subject];
    if (own === undefined) return null;
    const standing = changed.has(subject) ? (changed.get(subject) ?? null) : own.standing;
    if (standing === null) return null;
    let above = countAbove(this.#ordered.get(own.kind) ?? [], standing);
    for (const [index, now] of changed) {
      const before = this.#base[index];
      if (before?.kind !== own.kind) continue;
      if (before.standing !== null && before.standing > standing) above -= 1;
      if (now !== null && now > standing) above += 1;
    }
    return above + 1;
  }
}

const NONE: ReadonlyMap<number, Standing> = new Map();

function countAbove(ordered: readonly number[], standing: number): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle] ?? 0) > standing) high = middle;
    else low = middle + 1;
  }
  return ordered.length - low;
}
