import type { SignedScore } from '../../../shared/contract/signed.ts';
import type { AssessmentResult, ScoreRow, SubjectScore } from '../../../shared/domain/assessment/types.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectRun } from '../../db/queries/runs.ts';
import { readYearRecord } from '../plan/year-plan.ts';
import { storedScores } from './diff-runs.ts';

/** 定稿的计算记录 of a year: by which run the year counts, and since when it is signed. */
export interface SignedRun {
  readonly run: number;
  readonly computedAt: string;
  readonly signedAt: string;
  /** Null where the year was signed by a run of a scheme that is written as rules: it has no points by rows of the annexes. */
  readonly scores: AssessmentResult | null;
}

/** Null while the year is not signed. */
export function signedRunOf(db: ReadHandle, year: number): SignedRun | null {
  const final = readYearRecord(db, year)?.final ?? null;
  const run = final === null ? null : selectRun(db, final.run);
  if (final === null || run === null) return null;
  return {
    run: run.id,
    computedAt: run.computedAt,
    signedAt: final.at,
    scores: run.kind === 'assessment' ? storedScores(run) : null,
  };
}

/** The signed score of one subject beside the one that is computed now. */
export function signedScoreOf(signed: SignedRun | null, now: SubjectScore): SignedScore {
  if (signed === null) return null;
  const { run, computedAt, scores } = signed;
  const then = scores === null ? undefined : [scores.district, ...scores.units].find(({ subjectId }) => subjectId === now.subjectId);
  if (then === undefined) return { run, computedAt, same: false, total: null, grade: null, rows: [] };
  const rows = movedRows(then, now);
  const same = then.total === now.total && then.grade === now.grade && rows.length === 0;
  // Without a return there is nothing to grade.
  return { run, computedAt, same, total: then.total, grade: then.reported ? then.grade : null, rows };
}

/** Rows whose points differ, also those that only one of the two has. */
function movedRows(then: SubjectScore, now: SubjectScore): NonNullable<SignedScore>['rows'] {
  const [before, after] = [rowsOf(then), rowsOf(now)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((rowId) => {
    const [signed, computed] = [before.get(rowId), after.get(rowId)];
    const points = { before: signed?.points ?? null, after: computed?.points ?? null };
    return points.before === points.after ? [] : [{ rowId, title: (computed ?? signed)?.title ?? '', ...points }];
  });
}

const rowsOf = ({ parts }: SubjectScore): ReadonlyMap<string, ScoreRow> =>
  new Map(parts.flatMap(({ rows }) => rows).map((row) => [row.rowId, row]));
