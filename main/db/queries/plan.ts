import type { ReadHandle, WriteHandle } from '../handles.ts';

export interface StoredDecision {
  readonly subject: string;
  readonly statement: string;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: string;
}

export function insertDecision(db: WriteHandle, year: number, decision: StoredDecision): void {
  db.prepare('INSERT INTO conflict_decision (year, subject, statement, reason, decided_by, decided_at) VALUES (?, ?, ?, ?, ?, ?)').run(
    year,
    decision.subject,
    decision.statement,
    decision.reason,
    decision.decidedBy,
    decision.decidedAt,
  );
}

/** Every decision of the year, oldest first: what held between two of them is told by those before. */
export function selectEveryDecision(db: ReadHandle, year: number): StoredDecision[] {
  return db
    .prepare(`
    SELECT subject, statement, reason, decided_by AS decidedBy, decided_at AS decidedAt FROM conflict_decision WHERE year = ? ORDER BY id`)
    .all(year) as StoredDecision[];
}

/** The newest decision of each subject for the year. */
export function selectDecisions(db: ReadHandle, year: number): StoredDecision[] {
  return db
    .prepare(`
    SELECT subject, statement, reason, decided_by AS decidedBy, decided_at AS decidedAt FROM conflict_decision
    WHERE year = ? AND id IN (SELECT max(id) FROM conflict_decision WHERE year = ? GROUP BY subject) ORDER BY subject`)
    .all(year, year) as StoredDecision[];
}

/** A decision with the year it is for. */
export type YearlyDecision = StoredDecision & { readonly year: number };

/** Every decision of every year, oldest first. */
export const selectAllDecisions = (db: ReadHandle): YearlyDecision[] =>
  db
    .prepare('SELECT year, subject, statement, reason, decided_by AS decidedBy, decided_at AS decidedAt FROM conflict_decision ORDER BY id')
    .all() as YearlyDecision[];

/** What the log says was decided, oldest first. */
export const selectLoggedConflictDecisions = (db: ReadHandle): YearlyDecision[] =>
  db
    .prepare(`
    SELECT detail ->> 'year' AS year, detail ->> 'subject' AS subject, detail ->> 'statement' AS statement, detail ->> 'reason' AS reason,
      detail ->> 'decidedBy' AS decidedBy, detail ->> 'decidedAt' AS decidedAt
    FROM event WHERE kind = 'plan.decide' ORDER BY id`)
    .all() as YearlyDecision[];
