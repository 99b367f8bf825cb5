import type { ReadHandle, WriteHandle } from '../handles.ts';

/** A computed result (计算记录) with what it was computed from. */
export interface RunRecord {
  readonly id: number;
  readonly kind: 'assessment' | 'ranking' | 'scheme';
  readonly period: string;
  readonly schemeVersion: string;
  readonly planVersion: string;
  /** SHA-256 of everything that went in: equal hashes must give equal results. */
  readonly inputHash: string;
  readonly result: string;
  readonly computedAt: string;
  /** 算法版本 it was computed with; null for a run from before it was kept. */
  readonly engine: number | null;
  /** JSON text of what a run of a scheme was computed from; null for the others. */
  readonly basis: string | null;
}

const RUN_COLUMNS = `id, kind, period, scheme_version AS schemeVersion, plan_version AS planVersion, input_hash AS inputHash, result, computed_at AS computedAt, engine, basis`;

export function insertRun(db: WriteHandle, run: Omit<RunRecord, 'id'>): number {
  return Number(
    db
      .prepare(
        `INSERT INTO run (kind, period, scheme_version, plan_version, input_hash, result, computed_at, engine, basis)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(run.kind, run.period, run.schemeVersion, run.planVersion, run.inputHash, run.result, run.computedAt, run.engine, run.basis)
      .lastInsertRowid,
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

/** A run without its result and basis, with the id of its scheme and the name of who made it. */
export interface RunOutline extends Omit<RunRecord, 'result' | 'basis'> {
  /** Null where the version is gone. */
  readonly scheme: string | null;
  /** Null for a run from before names were kept. */
  readonly actor: string | null;
}

const OUTLINE = `SELECT r.id, r.kind, r.period, r.scheme_version AS schemeVersion, r.plan_version AS planVersion, r.input_hash AS inputHash,
  r.computed_at AS computedAt, r.engine,
  (SELECT s.scheme_id FROM scheme_version s WHERE s.version = r.scheme_version
    AND CASE r.kind WHEN 'assessment' THEN s.kind = 'scoring' WHEN 'ranking' THEN s.kind = 'ranking' ELSE r.period LIKE '% ' || s.scheme_id END
    LIMIT 1) AS scheme,
  (SELECT e.actor FROM event e WHERE e.kind = 'run.make' AND e.detail ->> 'runId' = r.id) AS actor
  FROM run r`;

/** Every run, the newest first. */
export const selectRunOutlines = (db: ReadHandle): RunOutline[] => db.prepare(`${OUTLINE} ORDER BY r.id DESC`).all() as RunOutline[];

export const selectRunOutline = (db: ReadHandle, id: number): RunOutline | null =>
  (db.prepare(`${OUTLINE} WHERE r.id = ?`).get(id) as RunOutline | undefined) ?? null;

/** What an event says of a run; null where it is from before that was logged. */
export interface LoggedRun extends Pick<RunRecord, 'period' | 'inputHash' | 'engine'> {
  /** Id of the event itself. */
  readonly event: number;
  readonly runId: number;
  readonly kind: string;
  /** SHA-256 of the result as it was stored. */
  readonly resultHash: string | null;
  readonly schemeVersion: string | null;
  readonly planVersion: string | null;
  readonly computedAt: string | null;
  /** SHA-256 of the basis, blank without one. */
  readonly basisHash: string | null;
}

/** What the log says was computed and stored, oldest first; before there was one word for all of them, by the kind of what was computed. */
export const selectLoggedRuns = (db: ReadHandle): LoggedRun[] =>
  db
    .prepare(
      `SELECT id AS event, detail ->> 'runId' AS runId, coalesce(detail ->> 'kind', replace(kind, '.compute', '')) AS kind, detail ->> 'period' AS period,
        detail ->> 'inputHash' AS inputHash, detail ->> 'resultHash' AS resultHash, detail ->> 'engine' AS engine,
        detail ->> 'schemeVersion' AS schemeVersion, detail ->> 'planVersion' AS planVersion, detail ->> 'at' AS computedAt,
        detail ->> 'basisHash' AS basisHash
      FROM event WHERE (kind = 'run.make' OR kind LIKE '%.compute') AND detail ->> 'runId' IS NOT NULL ORDER BY id`,
    )
    .all() as LoggedRun[];

/** Every run, for whoever checks them, oldest first. */
export const selectRuns = (db: ReadHandle): RunRecord[] => db.prepare(`SELECT ${RUN_COLUMNS} FROM run ORDER BY id`).all() as RunRecord[];
