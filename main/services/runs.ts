import type { WriteHandle } from '../db/handles.ts';
import { insertEvent, insertRun, type RunRecord, selectLatestRun } from '../db/queries/runs.ts';
import { canonicalJson } from './files.ts';

export interface ComputedRun<Result> {
  readonly runId: number;
  readonly computedAt: string;
  readonly inputHash: string;
  readonly result: Result;
}

/**
 * Stores a computed result as a run, unless the newest run of that period came from the same input: computing again what is already
 * there changes nothing.
 */
export function storeRun<Result>(
  db: WriteHandle,
  now: string,
  run: { kind: RunRecord['kind']; period: string; schemeVersion: string; planVersion: string; inputHash: string },
  result: Result,
): ComputedRun<Result> {
  const text = canonicalJson(result);
  return db.transaction(() => {
    const latest = selectLatestRun(db, run.kind, run.period);
    if (latest !== null && latest.inputHash === run.inputHash && latest.result === text) {
      return { runId: latest.id, computedAt: latest.computedAt, inputHash: latest.inputHash, result };
    }
    const runId = insertRun(db, { ...run, result: text, computedAt: now });
    insertEvent(db, now, `${run.kind}.compute`, { runId, period: run.period, inputHash: run.inputHash });
    return { runId, computedAt: now, inputHash: run.inputHash, result };
  });
}
