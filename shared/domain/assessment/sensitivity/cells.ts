import type { DecimalText } from '../../numbers/decimal.ts';
import type { AnswerField, ParsedValue } from '../../returns/types.ts';
import type { ScoreInput } from '../context.ts';
import { type ScoreModel, totalText } from '../model/score-model.ts';
import type { Standings } from '../model/standings.ts';
import { scoreYear } from '../score.ts';
import type { AssessmentResult } from '../types.ts';
import { withCells } from '../whatif/apply-changes.ts';
import { type CellCandidate, cellCandidates } from './cell-candidates.ts';
import { type Effects, effectsOf, inLots, outcomesOf } from './effects.ts';
import type { Outcome } from './reach.ts';

/** One cell that would change the grade or the place of a unit. */
export interface CellFlip {
  readonly direction: 'met' | 'missing';
  /** Whose return the cell stands in. */
  readonly unitId: string;
  readonly unit: string;
  readonly rowId: string;
  readonly field: AnswerField;
  readonly before: ParsedValue | null;
  /** Null: the cell is emptied. */
  readonly after: ParsedValue | null;
  readonly total: DecimalText;
  readonly grade: string;
  readonly place: number | null;
}

/** The nearest first, by how far the unit's total moves. */
export interface NearestCells {
  readonly grade: readonly CellFlip[];
  readonly place: readonly CellFlip[];
}

/** What each cell would change: all of them out of a handful of scores of the year, each with one cell of every row changed. */
export function cellEffects(input: ScoreInput, base: AssessmentResult): ReadonlyMap<CellCandidate, Effects> {
  const candidates = cellCandidates(input, base);
  const found = new Map(inLots(candidates, ({ key }) => [key]).flatMap((lot) => [...effectsOfLot(input, base, lot)]));
  return new Map(
    candidates.flatMap((candidate) => {
      const effects = found.get(candidate);
      return effects === undefined || !comesTrue(candidate, effects) ? [] : [[candidate, effects] as const];
    }),
  );
}

function effectsOfLot(input: ScoreInput, base: AssessmentResult, lot: readonly CellCandidate[]): ReadonlyMap<CellCandidate, Effects> {
  const byKey = new Map(lot.map((candidate) => [candidate.key, candidate]));
  const result = scoreYear(withCells(input, lot));
  return effectsOf(base, result, ({ id }, { subjectId }) => byKey.get(`${id}|${subjectId}`) ?? byKey.get(`${id}|`));
}

/** Some changes do not do what they are meant to: a date in time beside a status that is not done, a numerator emptied beside a typed rate. */
function comesTrue({ direction }: CellCandidate, effects: Effects): boolean {
  const states = [...effects.values()].flatMap((figures) => figures.map(({ state }) => state));
  return direction === 'met' ? states.some((state) => state === 'met' || state === 'noOccurrence') : states.includes('missing');
}

/** Subject (by its place in the model) → the cells that would change its grade or its place, at most `most` of each. */
export function nearestCells(
  input: ScoreInput,
  {
    model,
    standings,
    present,
    effects,
  }: {
    readonly model: ScoreModel;
    readonly standings: Standings;
    readonly present: readonly Outcome[];
    readonly effects: ReadonlyMap<CellCandidate, Effects>;
  },
  most: number,
): ReadonlyMap<number, NearestCells> {
  const names = new Map(input.plan.units.map(({ id, name }) => [id, name]));
  const moved: { readonly subject: number; readonly distance: number; readonly outcome: Outcome; readonly candidate: CellCandidate }[] = [];
  for (const [candidate, own] of effects) {
    for (const [subject, outcome] of outcomesOf(model, standings, own)) {
      const before = present[subject];
      if (before === undefined || (before.grade === outcome.grade && before.place === outcome.place)) continue;
      moved.push({ subject, distance: Math.abs(outcome.total - before.total), outcome, candidate });
    }
  }
  return new Map(
    [...Map.groupBy(moved, ({ subject }) => subject)].map(([subject, own]) => {
      const near = own.toSorted((one, other) => one.distance - other.distance);
      const flips = (what: 'grade' | 'place'): CellFlip[] =>
        near
          .filter(({ outcome }) => outcome[what] !== present[subject]?.[what])
          .slice(0, most)
          .map(({ candidate, outcome }) => flipOf(candidate, outcome, names.get(candidate.unitId) ?? candidate.unitId, model));
      return [subject, { grade: flips('grade'), place: flips('place') }];
    }),
  );
}

const flipOf = (
  { direction, unitId, rowId, field, before, value }: CellCandidate,
  { total, grade, place }: Outcome,
  unit: string,
  model: ScoreModel,
): CellFlip => ({
  direction,
  unitId,
  unit,
  rowId,
  field,
  before,
  after: value,
  total: totalText(total, model),
  grade,
  place,
});
