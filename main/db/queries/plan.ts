import type { ReadHandle, WriteHandle } from '../handles.ts';

export interface StoredScheme {
  readonly id: string;
  readonly kind: 'scoring' | 'ranking';
  readonly year: number;
  readonly version: string;
  readonly content: string;
}

export interface StoredDecision {
  readonly subject: string;
  readonly statement: string;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: string;
}

export function insertScheme(db: WriteHandle, scheme: StoredScheme, storedAt: string): void {
  db.prepare('INSERT INTO scheme (id, kind, year, version, content, stored_at) VALUES (?, ?, ?, ?, ?, ?)').run(
    scheme.id,
    scheme.kind,
    scheme.year,
    scheme.version,
    scheme.content,
    storedAt,
  );
}

/** The newest version of a scheme, or null. */
export function selectScheme(db: ReadHandle, kind: StoredScheme['kind'], id: string): StoredScheme | null {
  const row = db
    .prepare('SELECT id, kind, year, version, content FROM scheme WHERE kind = ? AND id = ? ORDER BY rowid DESC LIMIT 1')
    .get(kind, id);
  return (row as StoredScheme | undefined) ?? null;
}

/** Ranking schemes (排名方案) with every version, in the order in which they were stored. */
export function selectRankingSchemes(db: ReadHandle): StoredScheme[] {
  return db.prepare("SELECT id, kind, year, version, content FROM scheme WHERE kind = 'ranking' ORDER BY rowid").all() as StoredScheme[];
}

export function selectSchemes(db: ReadHandle): StoredScheme[] {
  return db.prepare('SELECT id, kind, year, version, content FROM scheme ORDER BY kind, year, version').all() as StoredScheme[];
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

/** The newest decision of each subject for the year. */
export function selectDecisions(db: ReadHandle, year: number): StoredDecision[] {
  return db
    .prepare(`
    SELECT subject, statement, reason, decided_by AS decidedBy, decided_at AS decidedAt FROM conflict_decision
    WHERE year = ? AND id IN (SELECT max(id) FROM conflict_decision WHERE year = ? GROUP BY subject) ORDER BY subject`)
    .all(year, year) as StoredDecision[];
}
