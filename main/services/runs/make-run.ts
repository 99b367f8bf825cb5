import type { MethodOutput } from '../../../shared/contract/contract.ts';
import type { RunSummary } from '../../../shared/contract/runs.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { ENGINE_VERSION } from '../../../shared/domain/engine.ts';
import { type RunOutline, selectRun, selectRunOutline, selectRunOutlines } from '../../db/queries/runs.ts';
import { computeScores } from '../assessment/score-year.ts';
import type { ServiceContext, WritingContext } from '../context.ts';
import { requireOpenYear } from '../plan/year-plan.ts';
import { periodOfRun, rankPeriod } from '../ranking/rank-period.ts';
import { chosenScheme } from '../scheme-runs/chosen-scheme.ts';
import { computeScheme } from '../scheme-runs/compute-scheme.ts';
import { schemeOfYear } from '../schemes/scheme-acts.ts';
import { type Computed, storeRun } from '../store-run.ts';

export type RunRequest =
  | { readonly year: number; readonly scheme?: string | undefined }
  | { readonly ranking: string; readonly scheme?: string | undefined };

/** 计算并存档: the year's scores or a ranking, as a run that can be shown, printed and checked later. */
export function makeRun(context: WritingContext, request: RunRequest): MethodOutput<'run.make'> {
  const computed: Computed<unknown> =
    'year' in request
      ? computeYear(context, request.year, request.scheme)
      : rankPeriod(context, { period: request.ranking, ...(request.scheme === undefined ? {} : { scheme: request.scheme }) });
  const { id, stored } = storeRun(context, computed);
  return { run: requireRun(context, id), stored };
}

/** By the annual scheme of the year as its scores, by any other one as that one says. */
export function computeYear(context: ServiceContext, year: number, id?: string): Computed<unknown> {
  const { record } = requireOpenYear(context.work.handle, year);
  const own = schemeOfYear(context.work.handle, record);
  const annual = (own === null || own.kind === 'scoring') && (id === undefined || id === own?.id);
  return annual ? computeScores(context, year) : computeScheme(context, chosenScheme(context, year, id));
}

export const listRuns = ({ work }: ServiceContext): RunSummary[] => selectRunOutlines(work.handle).map(summaryOf);

/** A run with its result as it was stored, whatever has changed since. */
export function showRun(context: ServiceContext, id: number): MethodOutput<'run.show'> {
  const run = requireRun(context, id);
  const stored = selectRun(context.work.handle, id);
  const result: unknown = JSON.parse(stored?.result ?? 'null');
  const basis: unknown = JSON.parse(stored?.basis ?? 'null');
  return { kind: run.kind, run, engine: ENGINE_VERSION, result, ...(run.kind === 'scheme' ? { basis } : {}) } as MethodOutput<'run.show'>;
}

function requireRun({ work }: ServiceContext, id: number): RunSummary {
  const outline = selectRunOutline(work.handle, id);
  if (outline === null) throw new Failure('RUN_UNKNOWN', { id });
  return summaryOf(outline);
}

/** The period of a stored ranking carries its scheme, so that each scheme has runs of its own. */
const summaryOf = (outline: RunOutline): RunSummary => ({ ...outline, period: periodOfRun(outline.period) });
