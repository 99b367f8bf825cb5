import { z } from 'zod';
import { assessmentResult, subjectScore } from '../../../shared/contract/assessment.ts';
import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { diffResults, type ResultDifference } from '../../../shared/domain/assessment/diff-results.ts';
import type { Cause } from '../../../shared/domain/assessment/row-causes.ts';
import type { AssessmentResult } from '../../../shared/domain/assessment/types.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { documentOfRevision } from '../../../shared/domain/plan/statements.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { type RunRecord, selectRun } from '../../db/queries/runs.ts';
import { readDocuments } from '../plan/plan-documents.ts';

/** 比较 of two stored scores, of whatever years: what changed by unit and row, and why. */
export function diffRuns(db: ReadHandle, before: number, after: number): MethodOutput<'run.diff'> {
  const [then, now] = [requireScores(db, before), requireScores(db, after)];
  const difference = diffResults(then.result, now.result, { before: then.run, after: now.run });
  return { before: headOf(then), after: headOf(now), difference: withDocuments(db, difference) };
}

interface StoredScores {
  readonly run: RunRecord;
  readonly result: AssessmentResult;
}

/** Runs stored before kinds of units had names of their own read as well. */
const storedSubject = subjectScore.extend({ kindName: z.string().default('') });
const storedResult = assessmentResult.extend({ district: storedSubject, units: z.array(storedSubject).readonly() });

function requireScores(db: ReadHandle, id: number): StoredScores {
  const run = selectRun(db, id);
  if (run === null) throw new Failure('RUN_UNKNOWN', { id });
  if (run.kind !== 'assessment') throw new Failure('RUN_NOT_SCORES', { id });
  return { run, result: storedResult.parse(JSON.parse(run.result)) };
}

const headOf = ({ run: { id, period, computedAt }, result: { schemeTitle } }: StoredScores) => ({
  id,
  year: period,
  computedAt,
  schemeTitle,
});

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
