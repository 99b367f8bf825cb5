import { exact, roundHalfEven } from '../../numbers/decimal.ts';
import { exactPointsAt } from '../model/average.ts';
import { gradeAt, type ScoreModel, type SubjectModel } from '../model/score-model.ts';
import { standingOf } from '../model/standings.ts';
import { placesByTotal } from '../places.ts';
import type { Outcome } from './reach.ts';

/** 修约: totals if the points of rows were not rounded but taken as they are; the total itself is rounded as ever. In the order of the model. */
export function unroundedOutcomes(model: ScoreModel): Outcome[] {
  const totals = model.subjects.map((subject) => (subject.follows ? unroundedTotal(subject, model) : subject.total));
  const standings = model.subjects.map((subject, index) => standingOf(subject, subject.sums, totals[index] ?? 0));
  const places = new Map<number, number>();
  for (const ofKind of Map.groupBy(model.subjects.keys(), (index) => model.subjects[index]?.kind).values()) {
    const placed = ofKind.filter((index) => standings[index] !== null);
    const found = placesByTotal(placed.map((index) => standings[index] ?? 0));
    for (const [order, index] of placed.entries()) places.set(index, found[order] ?? 0);
  }
  return model.subjects.map((subject, index) => {
    const total = totals[index] ?? 0;
    return { total, grade: subject.follows ? gradeAt(total, subject.sums, model) : subject.grade, place: places.get(index) ?? null };
  });
}

function unroundedTotal({ parts, sums, penalty }: SubjectModel, { totalSteps }: ScoreModel): number {
  if (sums.counted === 0) return 0;
  const points = parts
    .flatMap((part) => part.rows)
    .reduce((sum, { max, average }) => (average === null ? sum : sum.plus(exactPointsAt(max, average))), exact(0));
  return Math.max(0, Number(roundHalfEven(points.times(100 * totalSteps).div(sums.counted), 0)) + penalty);
}
