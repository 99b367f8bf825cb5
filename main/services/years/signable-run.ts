import type { FinalContent } from '../../../shared/domain/plan/years/opening.ts';
import { ENGINE_VERSION } from '../../../shared/domain/engine.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { type RunOutline, selectRun } from '../../db/queries/runs.ts';
import type { StoredScheme } from '../../db/queries/schemes.ts';
import { computeScores } from '../assessment/score-year.ts';
import type { ServiceContext } from '../context.ts';
import { canonicalJson } from '../files.ts';
import { requireOpenYear } from '../plan/year-plan.ts';
import { type ChosenScheme, chosenScheme, schemeOfRun } from '../scheme-runs/chosen-scheme.ts';
import { computeScheme, yearAndScheme } from '../scheme-runs/compute-scheme.ts';
import { schemeOfVersion, schemeOfYear } from '../schemes/scheme-acts.ts';
import type { Computed } from '../store-run.ts';
import { type MissingRows, missingRows } from './open-points.ts';

/** What a run of a year would be computed to now, and by what. */
export interface Signable {
  readonly computed: Computed<unknown>;
  readonly scheme: StoredScheme | null;
  /** Subjects without a final result; the annual scheme gives 0 for what is missing. */
  readonly open: readonly string[];
  /** Rows without data by the annual scheme, of the units that reported. */
  readonly missing: readonly MissingRows[];
}

/** Of a stored run; null where it is none of the year. */
export function signable(context: ServiceContext, year: number, outline: RunOutline): Signable | null {
  const db = context.work.handle;
  const own = schemeOfYear(db, requireOpenYear(db, year).record);
  if (outline.kind === 'assessment')
    return outline.period === String(year) && own?.kind !== 'rules' ? signableScores(context, year, own) : null;
  if (outline.kind !== 'scheme') return null;
  const of = yearAndScheme(outline.period);
  const chosen = of.year === year ? schemeOfRun(context, year, of.scheme, outline.schemeVersion) : null;
  return chosen === null ? null : signableScheme(context, chosen);
}

/** By the scheme of the year. */
export function signableNow(context: ServiceContext, year: number): Signable {
  const db = context.work.handle;
  const own = schemeOfYear(db, requireOpenYear(db, year).record);
  return own?.kind === 'rules' ? signableScheme(context, chosenScheme(context, year, undefined)) : signableScores(context, year, own);
}

function signableScores(context: ServiceContext, year: number, scheme: StoredScheme | null): Signable {
  const computed = computeScores(context, year);
  return { computed, scheme, open: [], missing: missingRows(computed.result) };
}

function signableScheme(context: ServiceContext, chosen: ChosenScheme): Signable {
  const computed = computeScheme(context, chosen);
  const { id, version } = chosen.applied;
  const open = computed.results.filter(({ lacks, marked }) => lacks.length > 0 || marked.length > 0).map(({ row }) => row.name);
  return { computed, scheme: schemeOfVersion(context.work.handle, id, version), open, missing: [] };
}

/** Of the same inputs this program computes another result than the one that made the run. */
export function engineBlockers(db: ReadHandle, { id, engine }: RunOutline, result: unknown): FinalContent['blockers'] {
  const stored: unknown = JSON.parse(selectRun(db, id)?.result ?? 'null');
  if (canonicalJson(stored) === canonicalJson(result)) return [];
  return [{ code: 'engine', params: { made: engine === null ? '' : String(engine), now: String(ENGINE_VERSION) } }];
}
