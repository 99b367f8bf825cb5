import type { ReadHandle, WriteHandle } from '../handles.ts';

/** A computed result (计算记录) with what it was computed from. */
export interface RunRecord {
  readonly id: number;
  readonly kind: 'assessment' | 'ranking';
  readonly period: string;
  readonly schemeVersion: string;
  readonly planVersion: string;
  /** SHA-256 of everything that went in: equal hashes must give equal results. */
  readonly inputHash: string;
  readonly result: string;
  readonly computedAt: string;
}

const RUN_COLUMNS = `id, kind, period, scheme_version AS schemeVersion, plan_version AS planVersion, input_hash AS inputHash, result, computed_at AS computedAt`;

export function insertRun(db: WriteHandle, run: Omit<RunRecord, 'id'>): number {
  return Number(
    db
      .prepare('INSERT INTO run (kind, period, scheme_version, plan_version, input_hash, result, computed_at) VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(run.kind, run.period, run.schemeVersion, run.planVersion, run.inputHash, run.result, run.computedAt).lastInsertRowid,
  );
}

export function selectLatestRun(db: ReadHandle, kind: RunRecord['kind'], period: string): RunRecord | null {
  const row = db.prepare(`SELECT ${RUN_COLUMNS} FROM run WHERE kind = ? AND period = ? ORDER BY id DESC LIMIT 1`).get(kind, period);
  return (row as RunRecord | undefined) ?? null;
}

export function selectRun(db: ReadHandle, id: number): RunRecord | null {
  return (db.prepare(`SELECT ${RUN_COLUMNS} FROM run WHERE id = ?`).get(id) as RunRecord | undefined) ?? null;
}

/** The newest run of every kind and period. */
export function selectLatestRuns(db: ReadHandle): RunRecord[] {
  return db
    .prepare(`SELECT ${RUN_COLUMNS} FROM run WHERE id IN (SELECT max(id) FROM run GROUP BY kind, period) ORDER BY kind, period`)
    .all() as RunRecord[];
}

/** A run without its result, with the id of its scheme and the name of who made it. */
export interface RunOutline extends Omit<RunRecord, 'result'> {
  /** Null where the version is gone. */
  readonly scheme: string | null;
  /** Null for a run from before names were kept. */
  readonly actor: string | null;
}

const OUTLINE = `SELECT r.id, r.kind, r.period, r.scheme_version AS schemeVersion, r.plan_version AS planVersion, r.input_hash AS inputHash,
  r.computed_at AS computedAt,
  (SELECT s.scheme_id FROM scheme_version s WHERE s.version = r.scheme_version AND s.kind = iif(r.kind = 'assessment', 'scoring', 'ranking')) AS scheme,
  (SELECT e.actor FROM event e WHERE e.kind = 'run.make' AND e.detail ->> 'runId' = r.id) AS actor
  FROM run r`;

/** Every run, the newest first. */
export const selectRunOutlines = (db: ReadHandle): RunOutline[] => db.prepare(`${OUTLINE} ORDER BY r.id DESC`).all() as RunOutline[];

export const selectRunOutline = (db: ReadHandle, id: number): RunOutline | null =>
  (db.prepare(`${OUTLINE} WHERE r.id = ?`).get(id) as RunOutline | undefined) ?? null;

export const selectRunResult = (db: ReadHandle, id: number): string | null =>
  (db.prepare('SELECT result FROM run WHERE id = ?').get(id) as { result: string } | undefined)?.result ?? null;
