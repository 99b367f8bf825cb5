import type { SubjectScore } from '../../../shared/domain/assessment/types.ts';

interface Subjects<Subject> {
  readonly district: Subject;
  readonly units: readonly Subject[];
}

/** By id or by name; the district by its own name. */
export const subjectOf = <Subject extends SubjectScore>({ district, units }: Subjects<Subject>, unit: string): Subject | undefined =>
  [district, ...units].find((subject) => subject.subjectId === unit || subject.name === unit);
