import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { type RunRecord, selectRun } from '../../db/queries/runs.ts';
import type { ServiceContext } from '../context.ts';
import { diffScores } from '../assessment/diff-runs.ts';
import { periodOfRun } from '../ranking/rank-period.ts';
import { diffSchemeRuns } from '../scheme-runs/diff-schemes.ts';

/** 比较 of two stored results, of whatever years: what changed by unit and row, and why. */
export function diffRuns({ work: { handle: db } }: ServiceContext, before: number, after: number): MethodOutput<'run.diff'> {
  const [then, now] = [before, after].map((id) => {
    const run = selectRun(db, id);
    if (run === null) throw new Failure('RUN_UNKNOWN', { id });
    if (run.kind === 'ranking') throw new Failure('RUN_NOT_SCORES', { id });
    return run;
  }) as [RunRecord, RunRecord];
  if (then.kind !== now.kind) throw new Failure('RUN_KINDS_DIFFER', { before, after });
  const { titles, difference } = then.kind === 'scheme' ? diffSchemeRuns(then, now) : diffScores(db, then, now);
  const headOf = ({ id, period, computedAt }: RunRecord, schemeTitle: string) => ({
    id,
    year: periodOfRun(period),
    computedAt,
    schemeTitle,
  });
  return { before: headOf(then, titles[0]), after: headOf(now, titles[1]), difference };
}
