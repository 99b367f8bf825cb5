import type { YearAct } from '../../../shared/domain/plan/years/opening.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';

/** A decision about a year (年度决定) as it is stored; `content` is JSON text. */
export interface StoredYearDecision {
  readonly id: number;
  readonly year: number;
  readonly act: YearAct;
  readonly content: string;
  readonly reason: string;
  readonly actor: string;
  readonly at: string;
}

/** Every decision about every year, oldest first. */
export const selectYearDecisions = (db: ReadHandle): StoredYearDecision[] =>
  db.prepare('SELECT id, year, act, content, reason, actor, at FROM year_decision ORDER BY id').all() as StoredYearDecision[];

export function insertYearDecision(db: WriteHandle, decision: Omit<StoredYearDecision, 'id'>): number {
  const { year, act, content, reason, actor, at } = decision;
  return Number(
    db
      .prepare('INSERT INTO year_decision (year, act, content, reason, actor, at) VALUES (?, ?, ?, ?, ?, ?)')
      .run(year, act, content, reason, actor, at).lastInsertRowid,
  );
}
