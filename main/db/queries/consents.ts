import type { ReadHandle, WriteHandle } from '../handles.ts';

/** 同意不涉及: the office's consent to a row that a unit says does not concern it, or its withdrawal (given false). Only ever added. */
export interface ConsentRecord {
  readonly id: number;
  readonly year: number;
  readonly unitId: string;
  readonly rowId: string;
  readonly given: boolean;
  /** Taken over when consents came in: counts as it counted before. */
  readonly asBefore: boolean;
  readonly reason: string;
  readonly actor: string;
  readonly at: string;
}

const CONSENT_COLUMNS = 'id, year, unit_id AS unitId, row_id AS rowId, given, as_before AS asBefore, reason, actor, at';

interface ConsentRow extends Omit<ConsentRecord, 'given' | 'asBefore'> {
  readonly given: number;
  readonly asBefore: number;
}

const toConsent = ({ given, asBefore, ...row }: ConsentRow): ConsentRecord => ({ ...row, given: given === 1, asBefore: asBefore === 1 });

export function insertConsent(db: WriteHandle, consent: Omit<ConsentRecord, 'id'>): number {
  const { year, unitId, rowId, given, asBefore, reason, actor, at } = consent;
  return Number(
    db
      .prepare('INSERT INTO consent (year, unit_id, row_id, given, as_before, reason, actor, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
      .run(year, unitId, rowId, given ? 1 : 0, asBefore ? 1 : 0, reason, actor, at).lastInsertRowid,
  );
}

/** The consents that hold for the year: the newest word on each row, where it is not a withdrawal. */
export function selectConsents(db: ReadHandle, year: number): ConsentRecord[] {
  const rows = db
    .prepare(`
    SELECT ${CONSENT_COLUMNS} FROM consent
    WHERE id IN (SELECT max(id) FROM consent WHERE year = ? GROUP BY unit_id, row_id) AND given = 1 ORDER BY unit_id, row_id`)
    .all(year) as ConsentRow[];
  return rows.map(toConsent);
}

/** Every consent and withdrawal ever recorded, oldest first. */
export const selectConsentHistory = (db: ReadHandle): ConsentRecord[] =>
  (db.prepare(`SELECT ${CONSENT_COLUMNS} FROM consent ORDER BY id`).all() as ConsentRow[]).map(toConsent);

/** What the log says was consented to or withdrawn, oldest first. */
export function selectLoggedConsents(db: ReadHandle): Omit<ConsentRecord, 'id'>[] {
  const rows = db
    .prepare(`
    SELECT detail ->> 'year' AS year, detail ->> 'unit' AS unitId, detail ->> 'row' AS rowId, detail ->> 'given' AS given,
      detail ->> 'asBefore' AS asBefore, detail ->> 'reason' AS reason, detail ->> 'by' AS actor, coalesce(detail ->> 'at', at) AS at
    FROM event WHERE kind = 'consents.give' ORDER BY id`)
    .all() as Omit<ConsentRow, 'id'>[];
  return rows.map(({ given, asBefore, ...row }) => ({ ...row, given: given === 1, asBefore: asBefore === 1 }));
}
