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

export function insertEvent(db: WriteHandle, at: string, kind: string, detail: Readonly<Record<string, unknown>>): void {
  db.prepare('INSERT INTO event (at, kind, detail) VALUES (?, ?, ?)').run(at, kind, JSON.stringify(detail));
}
