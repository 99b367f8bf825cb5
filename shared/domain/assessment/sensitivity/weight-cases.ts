import { gradeAt, type ScoreModel, type SubjectModel, type Sums, totalOf } from '../model/score-model.ts';
import { reweighed } from '../model/reweigh.ts';
import { standingOf } from '../model/standings.ts';
import { placesByTotal } from '../places.ts';
import { extremeFactors, type FactorMap, type Factors, rivalFactors, rowKey } from './factors.ts';
import type { Outcome } from './reach.ts';

export type Member = readonly [index: number, subject: SubjectModel];

/** One choice of weights; `single` where only one row weighs more or less. */
export interface WeightCase {
  readonly factors: FactorMap;
  readonly single: { readonly rowId: string; readonly title: string; readonly direction: 'up' | 'down' } | null;
}

/**
 * 权重变动 of one kind of units: every row once up and once down by the same per cent, and for every unit the weights within those limits that are
 * best and worst for its own total and against its rivals. Weights are the printed full marks of the rows; a part keeps its own. Every case is one
 * that can be chosen, so that a place that is reported can really come about.
 */
export function weightCases(members: readonly Member[], factors: Factors): WeightCase[] {
  const subjects = members.map(([, subject]) => subject);
  const joint = subjects.flatMap((subject) =>
    (['up', 'down'] as const).flatMap((direction) => [
      extremeFactors(subject, direction, factors),
      rivalFactors(subject, subjects, direction, factors),
    ]),
  );
  const distinct = new Map(joint.map((map) => [signature(map, factors), map]));
  return [...singleCases(subjects, factors), ...[...distinct.values()].map((map) => ({ factors: map, single: null }))];
}

function singleCases(subjects: readonly SubjectModel[], { up, down }: Factors): WeightCase[] {
  const rows = new Map(
    subjects.flatMap(({ parts }) =>
      parts.flatMap((part) => part.rows.map(({ rowId, title }) => [rowKey(part.id, rowId), { rowId, title }] as const)),
    ),
  );
  return [...rows].flatMap(([key, row]): WeightCase[] => [
    { factors: new Map([[key, up]]), single: { ...row, direction: 'up' } },
    { factors: new Map([[key, down]]), single: { ...row, direction: 'down' } },
  ]);
}

const signature = (map: FactorMap, { same }: Factors): string =>
  [...map]
    .filter(([, factor]) => factor !== same)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, factor]) => `${key}=${factor}`)
    .join('|');

/** Total, grade and place of every unit of the kind under one choice of weights; only parts that hold a changed row are split anew. */
export function outcomesUnder(
  model: ScoreModel,
  members: readonly Member[],
  { factors: changed }: WeightCase,
  { same }: Factors,
): Outcome[] {
  const found = members.map(([, subject]) => {
    const sums = sumsUnder(subject, changed, same);
    const total = sums === subject.sums ? subject.total : totalOf(sums, subject.penalty, model);
    const grade = sums === subject.sums ? subject.grade : gradeAt(total, sums, model);
    return { total, grade, standing: standingOf(subject, sums, total) };
  });
  const standing = found.flatMap(({ standing: own }) => own ?? []);
  const places = new Map(placesByTotal(standing).map((place, index) => [standing[index], place]));
  return found.map(({ total, grade, standing: own }) => ({
    total,
    grade,
    place: own === null ? null : (places.get(own) ?? null),
  }));
}

function sumsUnder(subject: SubjectModel, changed: FactorMap, same: number): Sums {
  const concerned = subject.parts.map((part) => part.rows.some(({ rowId }) => changed.has(rowKey(part.id, rowId))));
  if (!subject.follows || !concerned.includes(true)) return subject.sums;
  let [points, counted] = [0, 0];
  for (const [index, part] of subject.parts.entries()) {
    const sums = concerned[index] === true ? reweighed(part, (rowId) => changed.get(rowKey(part.id, rowId)) ?? same) : part.sums;
    points += sums.points;
    counted += sums.counted;
  }
  return { points, counted };
}
