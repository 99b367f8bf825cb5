import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { exact } from '../../../../shared/domain/numbers/decimal.ts';

export type Sensitivity = MethodOutput<'assessment.sensitivity'>;
export type Subject = Sensitivity['units'][number];

/** Grades that occur or can, lowest first, by the totals they are given for. */
export function gradesInOrder({ district, units }: Pick<Sensitivity, 'district' | 'units'>): string[] {
  const reported = [...units.filter((unit) => unit.reported), district];
  const seen = reported.flatMap((subject) => [
    { grade: subject.grade, total: subject.total },
    ...[...subject.cells.grade, ...subject.cells.place, ...subject.weightMoves].map(({ grade, total }) => ({ grade, total })),
  ]);
  const ordered = seen.toSorted((one, other) => exact(one.total).cmp(other.total)).map(({ grade }) => grade);
  return [...new Set([...ordered, ...reported.flatMap((subject) => subject.overall.grades)])];
}

/** Whose grade cannot change by what was varied. */
export const isStable = ({ overall, grade }: Subject): boolean => overall.grades.every((one) => one === grade);

/** The one cell that would change the grade; without one the cell that would change the place. */
export const nearestCell = ({ cells }: Subject): Subject['cells']['grade'][number] | null => cells.grade[0] ?? cells.place[0] ?? null;
