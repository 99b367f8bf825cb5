import type { Finding, FindingCode, FindingParams, Severity } from '../../../shared/domain/findings.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';

/** A finding of a stored return with the 收件号 of that return. */
export interface StoredFinding {
  readonly number: number;
  readonly returnId: number;
  readonly finding: Finding;
}

/** 待处理 has no answer. */
export type AnsweredState = 'confirmed' | 'corrected' | 'returned' | 'dismissed';

/** The office's answer to a finding (核实属实, 已更正, 已退回, 不再提示). Only ever added; the newest of a finding holds. */
export interface FindingAnswerRecord {
  readonly number: number;
  readonly finding: string;
  readonly code: string;
  readonly state: AnsweredState;
  /** The answer that the finding is about; null where it is about none. */
  readonly rowId: string | null;
  readonly field: string | null;
  readonly sheet: string | null;
  readonly cell: string | null;
  /** Of a correction: kind and value that count, and what was typed. */
  readonly kind: string | null;
  readonly value: string | null;
  readonly typed: string | null;
  readonly reason: string;
  readonly actor: string;
  readonly at: string;
}

interface FindingRow {
  readonly number: number;
  readonly returnId: number;
  readonly file: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly severity: Severity;
  readonly code: FindingCode;
  readonly params: string;
}

const FINDING = `SELECT i.number, f.return_id AS returnId, f.file_name AS file, f.sheet, f.cell, f.severity, f.code, f.params
  FROM finding f JOIN received_file i ON i.return_id = f.return_id`;

const toFinding = ({ number, returnId, params, ...row }: FindingRow): StoredFinding => ({
  number,
  returnId,
  finding: { ...row, params: JSON.parse(params) as FindingParams },
});

/** Findings of the returns that count now, in the order in which they were made. */
export const selectCurrentFindings = (db: ReadHandle, year: number): StoredFinding[] =>
  (db.prepare(`${FINDING} JOIN counted_return r ON r.id = f.return_id WHERE r.year = ? ORDER BY f.id`).all(year) as FindingRow[]).map(
    toFinding,
  );

export const selectFindingsOfReturn = (db: ReadHandle, returnId: number): StoredFinding[] =>
  (db.prepare(`${FINDING} WHERE f.return_id = ? ORDER BY f.id`).all(returnId) as FindingRow[]).map(toFinding);

/** Findings of every version that was ever stored. */
export const selectAllFindings = (db: ReadHandle): StoredFinding[] =>
  (db.prepare(`${FINDING} ORDER BY f.id`).all() as FindingRow[]).map(toFinding);

const ANSWER = 'number, finding, code, state, row_id AS rowId, field, sheet, cell, kind, value, typed, reason, actor, at';

export function insertFindingAnswer(db: WriteHandle, answer: FindingAnswerRecord): void {
  const { number, finding, code, state, rowId, field, sheet, cell, kind, value, typed, reason, actor, at } = answer;
  db.prepare(`INSERT INTO finding_answer (number, finding, code, state, row_id, field, sheet, cell, kind, value, typed, reason, actor, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(
    number,
    finding,
    code,
    state,
    rowId,
    field,
    sheet,
    cell,
    kind,
    value,
    typed,
    reason,
    actor,
    at,
  );
}

/** The answers that hold: the newest of each finding. */
export const selectHoldingAnswers = (db: ReadHandle): FindingAnswerRecord[] =>
  db.prepare(`SELECT ${ANSWER} FROM answered_finding ORDER BY id`).all() as FindingAnswerRecord[];

/** Every answer ever given, oldest first. */
export const selectFindingAnswers = (db: ReadHandle): FindingAnswerRecord[] =>
  db.prepare(`SELECT ${ANSWER} FROM finding_answer ORDER BY id`).all() as FindingAnswerRecord[];

const LOGGED = ['number', 'finding', 'code', 'state', 'rowId', 'field', 'sheet', 'cell', 'kind', 'value', 'typed', 'reason', 'actor', 'at'];

/** What the log says was answered, oldest first: one by one (returns.answer) or many of a rule at once (returns.answers). */
export const selectLoggedFindingAnswers = (db: ReadHandle): FindingAnswerRecord[] =>
  db
    .prepare(`WITH given AS (
        SELECT id, 0 AS turn, detail AS said FROM event WHERE kind = 'returns.answer'
        UNION ALL SELECT e.id, a.key, a.value FROM event e, json_each(e.detail, '$.answers') a WHERE e.kind = 'returns.answers')
      SELECT ${LOGGED.map((key) => `said ->> '${key}' AS "${key}"`).join(', ')} FROM given ORDER BY id, turn`)
    .all() as FindingAnswerRecord[];

/** A stored finding as the check goes through them; `returnId` is null for one about a file that was not taken in. */
export interface FindingRecord {
  readonly batchId: number;
  readonly returnId: number | null;
  readonly finding: Finding;
}

/** Every finding of every import, in the order in which they were made. */
export const selectFindingRecords = (db: ReadHandle): FindingRecord[] =>
  (
    db
      .prepare(
        'SELECT batch_id AS batchId, return_id AS returnId, file_name AS file, sheet, cell, severity, code, params FROM finding ORDER BY id',
      )
      .all() as (Omit<FindingRow, 'number' | 'returnId'> & { readonly batchId: number; readonly returnId: number | null })[]
  ).map(({ batchId, returnId, params, ...row }) => ({
    batchId,
    returnId,
    finding: { ...row, params: JSON.parse(params) as FindingParams },
  }));

/** A file of an import as the log tells it. */
export interface LoggedImport {
  readonly batchId: number;
  readonly file: string;
  /** The return that it was stored as; null for one that was not taken in, or whose return is gone. */
  readonly returnId: number | null;
  readonly accepted: boolean;
  /** JSON text of what was found; null where the event is from before that was told. */
  readonly found: string | null;
}

export const selectLoggedImports = (db: ReadHandle): LoggedImport[] =>
  (
    db
      .prepare(`
    SELECT e.detail ->> 'batchId' AS batchId, f.value ->> 'file' AS file, f.value ->> 'outcome' = 'accepted' AS accepted,
      f.value -> 'found' AS found, (SELECT r.id FROM return_file r WHERE f.value ->> 'outcome' = 'accepted'
        AND r.year = e.detail ->> 'year' AND r.unit_id = f.value ->> 'unit' AND r.version = f.value ->> 'version') AS returnId
    FROM event e, json_each(e.detail, '$.files') f WHERE e.kind = 'returns.import' ORDER BY e.id, f.key`)
      .all() as (Omit<LoggedImport, 'accepted'> & { readonly accepted: number })[]
  ).map((row) => ({ ...row, accepted: row.accepted === 1 }));

/** The same of monitoring files, dust days and forecasts that were taken in. */
export const selectLoggedMonitoringFindings = (db: ReadHandle): { readonly fileId: number; readonly found: string | null }[] =>
  db
    .prepare(`
    SELECT f.value ->> 'id' AS fileId, f.value -> 'found' AS found FROM event e, json_each(e.detail, '$.files') f
    WHERE e.kind = 'monitoring.import' AND f.value ->> 'outcome' = 'accepted' ORDER BY e.id, f.key`)
    .all() as { readonly fileId: number; readonly found: string | null }[];
