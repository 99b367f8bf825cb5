import type { AssessmentResult, ScoreRow, SubjectScore } from '../../shared/domain/assessment/types.ts';

export function subject(result: AssessmentResult, id: string): SubjectScore {
  const found = [result.district, ...result.units].find((candidate) => candidate.subjectId === id);
  if (found === undefined) throw new Error(`no subject ${id}`);
  return found;
}

export function row(result: AssessmentResult, id: string, rowId: string): ScoreRow {
  const found = subject(result, id)
    .parts.flatMap((part) => part.rows)
    .find((candidate) => candidate.rowId === rowId);
  if (found === undefined) throw new Error(`no row ${rowId} of ${id}`);
  return found;
}
