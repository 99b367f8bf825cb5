import type { DecimalText } from '../../numbers/decimal.ts';
import type { ScoreInput } from '../context.ts';
import { createScoreModel, type ScoreModel, totalText } from '../model/score-model.ts';
import { Standings } from '../model/standings.ts';
import type { AssessmentResult } from '../types.ts';
import { cellEffects, type NearestCells, nearestCells } from './cells.ts';
import { contestedEffects, type ContestedTarget } from './contested.ts';
import { outcomesOf } from './effects.ts';
import { factorsOf } from './factors.ts';
import { type Outcome, type Reach, Reaches } from './reach.ts';
import { unroundedOutcomes } from './rounding-case.ts';
import { type Member, outcomesUnder, weightCases } from './weight-cases.ts';

export interface ShownOutcome {
  readonly total: DecimalText;
  readonly grade: string;
  readonly place: number | null;
}

/** A single row whose weight, taken up or down, changes the grade or the place of a unit. */
export interface WeightMove extends ShownOutcome {
  readonly rowId: string;
  readonly title: string;
  readonly direction: 'up' | 'down';
}

/** A losing target that would change the total, the grade or the place of a unit. */
export interface ContestedMove extends ShownOutcome {
  /** Place in the list of contested targets. */
  readonly contested: number;
}

/** 稳健性 of one unit, or of the district, which has a total and a grade but no place. */
export interface SubjectSensitivity extends ShownOutcome {
  readonly subjectId: string;
  readonly kind: string;
  readonly kindName: string;
  readonly name: string;
  readonly reported: boolean;
  /** False where the total does not follow from the rows: then it stays as it is in every case. */
  readonly follows: boolean;
  /** Over weights, rounding and contested targets. */
  readonly overall: Reach;
  readonly weights: Reach;
  readonly weightMoves: readonly WeightMove[];
  readonly rounding: ShownOutcome;
  readonly contested: Reach;
  readonly contestedMoves: readonly ContestedMove[];
  readonly cells: NearestCells;
}

export interface Sensitivity {
  readonly percent: DecimalText;
  readonly contested: readonly ContestedTarget[];
  readonly district: SubjectSensitivity;
  readonly units: readonly SubjectSensitivity[];
}

export interface SensitivityOptions {
  /** ± so many per cent of each weight. */
  readonly percent: DecimalText;
  readonly contested: readonly ContestedTarget[];
  /** So many cells are named for grade and for place. */
  readonly cells: number;
}

/**
 * 稳健性: between which places and grades a unit lies when weights move by ± x %, when points are not rounded, when one contested target were decided
 * otherwise, and which single cell would change its grade or place. Every case is scored exactly, rounding included, but only what it changes is.
 */
export function sensitivityOf(input: ScoreInput, base: AssessmentResult, { percent, contested, cells }: SensitivityOptions): Sensitivity {
  const model = createScoreModel(base, input.scheme);
  const standings = new Standings(model);
  const present = presentOutcomes(model, standings);
  const reaches = { overall: new Reaches(model, present), weights: new Reaches(model, present), contested: new Reaches(model, present) };
  const weightMoves = seeWeights(model, present, percent, reaches);
  const rounding = unroundedOutcomes(model);
  for (const [index, outcome] of rounding.entries()) reaches.overall.see(index, outcome);
  const contestedMoves = seeContested(contestedEffects(input, base, contested), { model, standings, present, contested, reaches });
  const nearest = nearestCells(input, { model, standings, present, effects: cellEffects(input, base) }, cells);
  const subjects = [...base.units, base.district].map((subject, index): SubjectSensitivity => {
    const { subjectId, kind, kindName, name, reported } = subject;
    return {
      ...shown(present[index] ?? NOTHING, model),
      subjectId,
      kind,
      kindName,
      name,
      reported,
      follows: model.subjects[index]?.follows ?? false,
      overall: reaches.overall.of(index),
      weights: reaches.weights.of(index),
      weightMoves: weightMoves.get(index) ?? [],
      rounding: shown(rounding[index] ?? NOTHING, model),
      contested: reaches.contested.of(index),
      contestedMoves: contestedMoves.get(index) ?? [],
      cells: nearest.get(index) ?? { grade: [], place: [] },
    };
  });
  const [district] = subjects.slice(-1);
  if (district === undefined) throw new RangeError('a result has its district');
  return { percent, contested, district, units: subjects.slice(0, -1) };
}

const NOTHING: Outcome = { total: 0, grade: '', place: null };

interface Seen {
  readonly overall: Reaches;
  readonly weights: Reaches;
  readonly contested: Reaches;
}

const presentOutcomes = ({ subjects }: ScoreModel, standings: Standings): Outcome[] =>
  subjects.map(({ total, grade }, index) => ({ total, grade, place: standings.place(index) }));

const shown = ({ total, grade, place }: Outcome, model: ScoreModel): ShownOutcome => ({ total: totalText(total, model), grade, place });

const differs = (one: Outcome, other: Outcome): boolean => one.grade !== other.grade || one.place !== other.place;

function seeWeights(
  model: ScoreModel,
  present: readonly Outcome[],
  percent: DecimalText,
  { overall, weights }: Seen,
): ReadonlyMap<number, WeightMove[]> {
  const factors = factorsOf(percent);
  const moves = new Map<number, WeightMove[]>();
  const kinds = Map.groupBy(model.subjects.entries() as Iterable<Member>, ([, { kind }]) => kind);
  for (const members of kinds.values()) {
    for (const one of weightCases(members, factors)) {
      for (const [order, outcome] of outcomesUnder(model, members, one, factors).entries()) {
        const index = members[order]?.[0] ?? -1;
        overall.see(index, outcome);
        weights.see(index, outcome);
        if (one.single === null || !differs(outcome, present[index] ?? NOTHING)) continue;
        moves.set(index, [...(moves.get(index) ?? []), { ...one.single, ...shown(outcome, model) }]);
      }
    }
  }
  return moves;
}

function seeContested(
  effects: ReturnType<typeof contestedEffects>,
  {
    model,
    standings,
    present,
    contested,
    reaches,
  }: {
    readonly model: ScoreModel;
    readonly standings: Standings;
    readonly present: readonly Outcome[];
    readonly contested: readonly ContestedTarget[];
    readonly reaches: Seen;
  },
): ReadonlyMap<number, ContestedMove[]> {
  const moves = new Map<number, ContestedMove[]>();
  for (const [order, one] of contested.entries()) {
    const own = effects.get(one);
    if (own === undefined) continue;
    for (const [index, outcome] of outcomesOf(model, standings, own, 'all')) {
      reaches.overall.see(index, outcome);
      reaches.contested.see(index, outcome);
      const before = present[index] ?? NOTHING;
      if (!differs(outcome, before) && outcome.total === before.total) continue;
      moves.set(index, [...(moves.get(index) ?? []), { contested: order, ...shown(outcome, model) }]);
    }
  }
  return moves;
}
