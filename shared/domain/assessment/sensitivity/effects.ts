import { averageOf, type FigureShare } from '../model/average.ts';
import { gradeAt, replaced, type ScoreModel, shareOfFigure, type SubjectModel, totalOf } from '../model/score-model.ts';
import { type Standing, standingOf, type Standings } from '../model/standings.ts';
import type { AssessmentResult, RowState, ScoreFigure, SubjectScore } from '../types.ts';
import type { Outcome } from './reach.ts';

/** A figure that one case gives another share of its row's points. */
interface FigureEffect {
  readonly part: number;
  readonly row: number;
  readonly figure: number;
  readonly share: FigureShare;
  readonly state: RowState;
}

/** Subject (by its place in the model) → what the case changes of it. */
export type Effects = ReadonlyMap<number, readonly FigureEffect[]>;

/**
 * Many cases out of one score of the year: `result` was computed with all of them at once, and they touch different figures. `caseOf` names the
 * case that a differing figure belongs to.
 */
export function effectsOf<Case>(
  base: AssessmentResult,
  result: AssessmentResult,
  caseOf: (figure: ScoreFigure, subject: SubjectScore) => Case | undefined,
): ReadonlyMap<Case, Effects> {
  const found = new Map<Case, Map<number, FigureEffect[]>>();
  const after = [...result.units, result.district];
  for (const [index, subject] of [...base.units, base.district].entries()) {
    for (const [part, { rows }] of subject.parts.entries()) {
      for (const [row, { figures }] of rows.entries()) {
        for (const [figure, then] of figures.entries()) {
          const now = after[index]?.parts[part]?.rows[row]?.figures[figure];
          if (now === undefined || now.id !== then.id || (now.share === then.share && now.state === then.state)) continue;
          const owner = caseOf(now, subject);
          if (owner !== undefined) add(owner, index, { part, row, figure, share: shareOfFigure(now), state: now.state });
        }
      }
    }
  }
  return found;

  function add(owner: Case, subject: number, effect: FigureEffect): void {
    const effects = found.get(owner) ?? new Map<number, FigureEffect[]>();
    found.set(owner, effects);
    effects.set(subject, [...(effects.get(subject) ?? []), effect]);
  }
}

/** Totals, grades and places of the subjects a case changes; `places`: further subjects to place, whose rivals it may have changed. */
export function outcomesOf(
  model: ScoreModel,
  standings: Standings,
  effects: Effects,
  places: 'changed' | 'all' = 'changed',
): ReadonlyMap<number, Outcome> {
  const changed = new Map<number, Standing>();
  const scored = new Map<number, Omit<Outcome, 'place'>>();
  for (const [index, figures] of effects) {
    const subject = model.subjects[index];
    if (subject === undefined || !subject.follows) continue;
    const sums = sumsWith(subject, figures);
    const total = totalOf(sums, subject.penalty, model);
    scored.set(index, { total, grade: gradeAt(total, sums, model) });
    changed.set(index, standingOf(subject, sums, total));
  }
  const wanted = places === 'changed' ? [...scored.keys()] : [...model.subjects.keys()];
  return new Map(
    wanted.map((index) => {
      const { total = 0, grade = '' } = scored.get(index) ?? model.subjects[index] ?? {};
      return [index, { total, grade, place: standings.place(index, changed) }];
    }),
  );
}

function sumsWith(subject: SubjectModel, effects: readonly FigureEffect[]): SubjectModel['sums'] {
  let { sums } = subject;
  for (const ofRow of Map.groupBy(effects, ({ part, row }) => `${part} ${row}`).values()) {
    const [first] = ofRow;
    const row = first === undefined ? undefined : subject.parts[first.part]?.rows[first.row];
    if (row === undefined) continue;
    const figures = row.figures.map((figure, index) => ofRow.find((effect) => effect.figure === index)?.share ?? figure);
    sums = replaced(sums, row, averageOf(figures));
  }
  return sums;
}

/** Puts cases into as few lots as possible, so that no two of a lot have a key in common. */
export function inLots<Case>(cases: readonly Case[], keysOf: (one: Case) => readonly string[]): Case[][] {
  const lots: { readonly taken: Set<string>; readonly cases: Case[] }[] = [];
  for (const one of cases) {
    const keys = keysOf(one);
    let lot = lots.find(({ taken }) => keys.every((key) => !taken.has(key)));
    if (lot === undefined) {
      lot = { taken: new Set(), cases: [] };
      lots.push(lot);
    }
    for (const key of keys) lot.taken.add(key);
    lot.cases.push(one);
  }
  return lots.map(({ cases: own }) => own);
}
