import { z } from 'zod';
import { assessmentResult, subjectScore } from '../../../shared/contract/assessment.ts';
import { diffResults, type ResultDifference } from '../../../shared/domain/assessment/diff-results.ts';
import type { Cause } from '../../../shared/domain/assessment/row-causes.ts';
import type { AssessmentResult } from '../../../shared/domain/assessment/types.ts';
import { documentOfRevision } from '../../../shared/domain/plan/statements.ts';
import type { ReadHandle } from '../../db/handles.ts';
import type { RunRecord } from '../../db/queries/runs.ts';
import { readDocuments } from '../plan/plan-documents.ts';

/** 比较 of two stored scores, of whatever years: what changed by unit and row, and why. */
export function diffScores(
  db: ReadHandle,
  before: RunRecord,
  after: RunRecord,
): { readonly titles: readonly [string, string]; readonly difference: ResultDifference } {
  const [then, now] = [storedScores(before), storedScores(after)];
  const difference = withEngines(diffResults(then, now, { before, after }), before, after);
  return { titles: [then.schemeTitle, now.schemeTitle], difference: withDocuments(db, difference) };
}

/** Runs stored before kinds of units had names of their own read as well. */
const storedSubject = subjectScore.extend({ kindName: z.string().default('') });
const storedResult = assessmentResult.extend({ district: storedSubject, units: z.array(storedSubject).readonly() });

/** The scores of a stored run of a year, as they were stored. */
export const storedScores = ({ result }: Pick<RunRecord, 'result'>): AssessmentResult => storedResult.parse(JSON.parse(result));

function withEngines(difference: ResultDifference, { engine: before }: RunRecord, { engine: after }: RunRecord): ResultDifference {
  if (before === after) return difference;
  const params = { before: before === null ? '' : String(before), after: after === null ? '' : String(after) };
  return { ...difference, versions: [...difference.versions, { code: 'engineVersion', params }] };
}

/** A target that an adjusting document set is named by the document's 文号. */
function withDocuments(db: ReadHandle, difference: ResultDifference): ResultDifference {
  const numbers = new Map(readDocuments(db).map(({ id, number }) => [id, number]));
  const named = (cause: Cause): Cause => {
    const id = documentOfRevision(cause.params['from'] ?? '');
    const number = id === null ? undefined : numbers.get(id);
    return number === undefined ? cause : { ...cause, params: { ...cause.params, document: number } };
  };
  return {
    ...difference,
    subjects: difference.subjects.map((subject) => ({
      ...subject,
      rows: subject.rows.map((row) => ({ ...row, causes: row.causes.map(named) })),
    })),
  };
}
