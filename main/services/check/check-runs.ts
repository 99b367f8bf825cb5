import type { CheckProblem } from '../../../shared/contract/check.ts';
import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { scoreYear } from '../../../shared/domain/assessment/score.ts';
import { ENGINE_VERSION } from '../../../shared/domain/engine.ts';
import { runLoggedText, runPlaceText, runProblemText } from '../../../shared/text/check-text.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { type LoggedRun, type RunRecord, selectLatestRuns, selectLoggedRuns, selectRuns } from '../../db/queries/runs.ts';
import { checkpoint, type JobContext } from '../../jobs/progress.ts';
import { gatherAssessment } from '../assessment/gather.ts';
import type { ServiceContext } from '../context.ts';
import { canonicalJson, sha256Of } from '../files.ts';
import { readWorkPlan } from '../plan/work-plan.ts';
import { readYearRecord } from '../plan/year-plan.ts';
import { dustOfRun } from './dust-of-run.ts';
import { computeWith, periodOfRun } from '../ranking/rank-period.ts';
import { schemeOfVersion } from '../ranking/ranking-schemes.ts';
import { schemeOfRun } from '../scheme-runs/chosen-scheme.ts';
import { computeScheme, yearAndScheme } from '../scheme-runs/compute-scheme.ts';
import { schemeOfYear } from '../schemes/scheme-acts.ts';

export interface CheckedRuns {
  readonly problems: readonly CheckProblem[];
  readonly runs: number;
  readonly stale: number;
  readonly engines: MethodOutput<'work.check'>['engines'];
}

/** 计算记录: every stored result against the log, and the newest of each kind, period and scheme computed once more. */
export async function checkRuns(context: ServiceContext, job: JobContext): Promise<CheckedRuns> {
  const { handle: db } = context.work;
  const problems: CheckProblem[] = runLogProblems(db);
  const events = new Map(selectLoggedRuns(db).map(({ runId, event }) => [runId, event]));
  const tampered = new Set(problems.map(({ place }) => place));
  const engines: CheckedRuns['engines'] = [];
  const counts = { runs: 0, stale: 0 };
  for (const run of selectLatestRuns(db)) {
    await checkpoint(job);
    const found = checkRun({ ...context, dustThen: dustOfRun(db, run, events.get(run.id) ?? null) }, run);
    if (found === 'stale') counts.stale += 1;
    else if (found === 'gone')
      problems.push({ kind: 'run', place: placeOf(run), detail: runProblemText.schemeGone(run.computedAt, run.schemeVersion) });
    else {
      counts.runs += 1;
      if (tampered.has(placeOf(run))) continue;
      if (found === 'wrong') problems.push({ kind: 'run', place: placeOf(run), detail: runProblemText.recomputed(run.computedAt) });
      if (found === 'otherEngine') engines.push({ run: run.id, made: run.engine, now: ENGINE_VERSION });
    }
  }
  return { problems, ...counts, engines };
}

const placeOf = ({ kind, period }: { readonly kind: string; readonly period: string }): string => runPlaceText(kind, period);

/** What the log says was stored is still there as it was, whatever program made it, and nothing else is. */
export function runLogProblems(db: ReadHandle): CheckProblem[] {
  const entries = selectLoggedRuns(db);
  const logged = new Map(entries.map((entry) => [entry.runId, entry]));
  const runs = selectRuns(db);
  const stored = new Set(runs.map(({ id }) => id));
  const problem = (run: Parameters<typeof placeOf>[0], detail: string): CheckProblem => ({ kind: 'run', place: placeOf(run), detail });
  return [
    ...entries.filter(({ runId }) => !stored.has(runId)).map((entry) => problem(entry, runLoggedText.missing(entry.runId))),
    ...runs.flatMap((run): CheckProblem[] => {
      const entry = logged.get(run.id);
      if (entry === undefined) return [problem(run, runLoggedText.foreign(run.id))];
      if (!sameResult(run, entry)) return [problem(run, runProblemText.log(run.id))];
      return sameHead(run, entry) ? [] : [problem(run, runLoggedText.head(run.id))];
    }),
  ];
}

const sameResult = (run: RunRecord, { resultHash, engine }: LoggedRun): boolean =>
  resultHash === null || (resultHash === sha256Of(run.result) && engine === run.engine);

/** What the run was made of, as far as its event tells it. */
const sameHead = (run: RunRecord, { kind, period, inputHash, schemeVersion, planVersion, computedAt, basisHash }: LoggedRun): boolean =>
  kind === run.kind &&
  period === run.period &&
  inputHash === run.inputHash &&
  (schemeVersion ?? run.schemeVersion) === run.schemeVersion &&
  (planVersion ?? run.planVersion) === run.planVersion &&
  (computedAt ?? run.computedAt) === run.computedAt &&
  (basisHash ?? hashOf(run.basis)) === hashOf(run.basis);

const hashOf = (basis: string | null): string => (basis === null ? '' : sha256Of(basis));

type Verdict = 'same' | 'wrong' | 'otherEngine' | 'stale' | 'gone';

function checkRun(context: ServiceContext, run: RunRecord): Verdict {
  const again = recomputed(context, run);
  if (again === 'gone' || again === 'stale') return again;
  if (again.inputHash !== run.inputHash) return 'stale';
  const same = canonicalJson(withoutWords(again.result)) === canonicalJson(withoutWords(JSON.parse(run.result)));
  return resultVerdict(same, run.engine, ENGINE_VERSION);
}

/** The versions that were made before they were kept are those of the first. */
const FIRST_ENGINE = 1;

/** Of equal inputs another result is a fault, unless another version of the algorithms made it. */
export function resultVerdict(same: boolean, made: number | null, now: number): 'same' | 'wrong' | 'otherEngine' {
  if (same) return 'same';
  return (made ?? FIRST_ENGINE) === now ? 'wrong' : 'otherEngine';
}

interface Recomputed {
  readonly inputHash: string;
  readonly result: unknown;
}

function recomputed(context: ServiceContext, run: RunRecord): Recomputed | 'gone' | 'stale' {
  switch (run.kind) {
    case 'assessment':
      return recomputeAssessment(context, Number(run.period));
    case 'ranking':
      return recomputeRanking(context, run);
    case 'scheme':
      return recomputeScheme(context, run);
  }
}

/** A year that goes by another form of scheme since is computed otherwise. */
function recomputeAssessment(context: ServiceContext, year: number): Recomputed | 'stale' {
  const record = readYearRecord(context.work.handle, year);
  if (record === null || schemeOfYear(context.work.handle, record)?.kind !== 'scoring') return 'stale';
  const gathered = gatherAssessment(context, year);
  return { inputHash: gathered.inputHash, result: scoreYear(gathered.input) };
}

/** By the version of the scheme that the run names, whatever has been added since. */
function recomputeRanking(context: ServiceContext, run: RunRecord): Recomputed | 'gone' {
  const used = schemeOfVersion(context.work.handle, readWorkPlan(context.work.handle).plan, run.schemeVersion);
  if (used === null) return 'gone';
  const { inputHash, result } = computeWith(context, periodOfRun(run.period), used);
  return { inputHash: inputHash(), result };
}

function recomputeScheme(context: ServiceContext, run: RunRecord): Recomputed | 'gone' | 'stale' {
  const { year, scheme } = yearAndScheme(run.period);
  if (readYearRecord(context.work.handle, year) === null) return 'stale';
  const chosen = schemeOfRun(context, year, scheme, run.schemeVersion);
  if (chosen === null) return 'gone';
  const { about, result } = computeScheme(context, chosen);
  return { inputHash: about.inputHash, result };
}

/** Sentences that a result carries with it follow the wording of the program; what is checked are its numbers. */
const withoutWords = (result: unknown): unknown =>
  isRecord(result) ? Object.fromEntries(Object.entries(result).filter(([key]) => !WORDS.has(key))) : result;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const WORDS: ReadonlySet<string> = new Set(['method', 'notes']);
