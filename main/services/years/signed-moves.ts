import type { SignedMove } from '../../../shared/contract/signed.ts';
import type { BeforeAfter, SubjectDifference } from '../../../shared/domain/assessment/diff-results.ts';
import { ENGINE_VERSION } from '../../../shared/domain/engine.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { type RunRecord, selectRun, selectRunOutline } from '../../db/queries/runs.ts';
import { diffScores } from '../assessment/diff-runs.ts';
import type { ServiceContext } from '../context.ts';
import { canonicalJson } from '../files.ts';
import { readYearRecord } from '../plan/year-plan.ts';
import { diffSchemeRuns } from '../scheme-runs/diff-schemes.ts';
import type { Computed } from '../store-run.ts';
import { signable } from './signable-run.ts';

/**
 * 定稿后的变动: whose score would come out otherwise than in the signed run, as monitoring data and settings may still come in. Empty where nobody's
 * does or the year is not signed; null where nothing can be computed any more. `known` is what was just computed by the year's scheme.
 */
export function movesSinceSigning(context: ServiceContext, year: number, known?: Computed<unknown>): SignedMove[] | null {
  const db = context.work.handle;
  const signed = readYearRecord(db, year)?.final?.run;
  const run = signed === undefined ? null : selectRun(db, signed);
  if (run === null) return [];
  const same = known?.about.kind === run.kind && known.about.period === run.period;
  const computed = same ? known : computedNow(context, year, run.id);
  if (computed === null) return null;
  if (computed.about.inputHash === run.inputHash) return [];
  const now: RunRecord = { ...run, ...computed.about, engine: ENGINE_VERSION, result: canonicalJson(computed.result) };
  const { difference } = run.kind === 'scheme' ? diffSchemeRuns(run, now) : diffScores(db, run, now);
  return difference.subjects
    .filter(isMoved)
    .map(({ name, total, grade }) => ({ name, before: shownOf(total.before, grade.before), after: shownOf(total.after, grade.after) }));
}

/** The signed run and what has moved since; null for a year that is not signed. */
export function signedState(
  context: ServiceContext,
  year: number,
  known?: Computed<unknown>,
): { run: number; moved: SignedMove[] | null } | null {
  const final = readYearRecord(context.work.handle, year)?.final ?? null;
  return final === null ? null : { run: final.run, moved: movesSinceSigning(context, year, known) };
}

/** A refusal here is no refusal to look at the year. */
function computedNow(context: ServiceContext, year: number, run: number): Computed<unknown> | null {
  const outline = selectRunOutline(context.work.handle, run);
  try {
    return outline === null ? null : (signable(context, year, outline)?.computed ?? null);
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}

/** A source or a place that changes while every score stays is none. */
const isMoved = ({ total, grade, rows }: SubjectDifference): boolean =>
  differs(total) || differs(grade) || rows.some(({ points }) => differs(points));

const differs = ({ before, after }: BeforeAfter<unknown>): boolean => before !== after;

const shownOf = (total: string | null, grade: string | null): string | null => total ?? grade;
