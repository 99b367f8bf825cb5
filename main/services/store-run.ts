import { ENGINE_VERSION } from '../../shared/domain/engine.ts';
import { insertRun, type RunRecord, selectLatestRun } from '../db/queries/runs.ts';
import type { ServiceContext, WritingContext } from './context.ts';
import { canonicalJson, sha256Of } from './files.ts';

/** What a run is known by: equal, and it comes from the same input. */
export type RunAbout = Pick<RunRecord, 'kind' | 'period' | 'schemeVersion' | 'planVersion' | 'inputHash'>;

export interface Computed<Result> {
  readonly about: RunAbout;
  readonly result: Result;
  /** What it was computed from, where that is kept with the run. */
  readonly basis?: unknown;
}

/** When a result was computed: the moment of the stored run that came from the same input, so that what is printed again is the same; else now. */
export function momentOf(context: ServiceContext, about: RunAbout): { runId: number | null; computedAt: string; inputHash: string } {
  const { inputHash } = about;
  const latest = selectLatestRun(context.work.handle, about.kind, about.period);
  return latest?.inputHash === inputHash
    ? { runId: latest.id, computedAt: latest.computedAt, inputHash }
    : { runId: null, computedAt: context.now(), inputHash };
}

/**
 * Stores a computed result as a run, unless the newest run of that period came from the same input: computing again what is already
 * there changes nothing.
 */
export function storeRun<Result>(
  { writer: db, now }: WritingContext,
  { about, result, basis }: Computed<Result>,
): { id: number; stored: boolean } {
  const text = canonicalJson(result);
  return db.transaction(() => {
    const latest = selectLatestRun(db, about.kind, about.period);
    if (latest !== null && latest.inputHash === about.inputHash && latest.result === text) return { id: latest.id, stored: false };
    const engine = ENGINE_VERSION;
    const [at, kept] = [now(), basis === undefined ? null : canonicalJson(basis)];
    const id = insertRun(db, { ...about, result: text, computedAt: at, engine, basis: kept });
    const hashes = { resultHash: sha256Of(text), basisHash: kept === null ? '' : sha256Of(kept) };
    db.note({ subject: `run ${id}`, detail: { runId: id, ...about, engine, at, ...hashes } });
    return { id, stored: true };
  });
}
