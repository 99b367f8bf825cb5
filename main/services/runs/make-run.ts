import type { MethodOutput } from '../../../shared/contract/contract.ts';
import type { RunSummary } from '../../../shared/contract/runs.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { type RunOutline, selectRunOutline, selectRunOutlines, selectRunResult } from '../../db/queries/runs.ts';
import { computeScores } from '../assessment/score-year.ts';
import type { ServiceContext, WritingContext } from '../context.ts';
import { periodOfRun, rankPeriod } from '../ranking/rank-period.ts';
import { type Computed, storeRun } from '../store-run.ts';

export type RunRequest = { readonly year: number } | { readonly ranking: string; readonly scheme?: string | undefined };

/** 计算并存档: the year's scores or a ranking, as a run that can be shown, printed and checked later. */
export function makeRun(context: WritingContext, request: RunRequest): MethodOutput<'run.make'> {
  const computed: Computed<unknown> =
    'year' in request
      ? computeScores(context, request.year)
      : rankPeriod(context, { period: request.ranking, ...(request.scheme === undefined ? {} : { scheme: request.scheme }) });
  const { id, stored } = storeRun(context, computed);
  return { run: requireRun(context, id), stored };
}

export const listRuns = ({ work }: ServiceContext): RunSummary[] => selectRunOutlines(work.handle).map(summaryOf);

/** A run with its result as it was stored, whatever has changed since. */
export function showRun(context: ServiceContext, id: number): MethodOutput<'run.show'> {
  const run = requireRun(context, id);
  const result: unknown = JSON.parse(selectRunResult(context.work.handle, id) ?? 'null');
  return { kind: run.kind, run, result } as MethodOutput<'run.show'>;
}

function requireRun({ work }: ServiceContext, id: number): RunSummary {
  const outline = selectRunOutline(work.handle, id);
  if (outline === null) throw new Failure('RUN_UNKNOWN', { id });
  return summaryOf(outline);
}

/** The period of a stored ranking carries its scheme, so that each scheme has runs of its own. */
const summaryOf = (outline: RunOutline): RunSummary => ({ ...outline, period: periodOfRun(outline.period) });
