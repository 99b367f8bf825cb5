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

/** What the log says was answered, oldest first. */
export const selectLoggedFindingAnswers = (db: ReadHandle): FindingAnswerRecord[] =>
  db
    .prepare(
      `SELECT ${LOGGED.map((key) => `detail ->> '${key}' AS "${key}"`).join(', ')} FROM event WHERE kind = 'returns.answer' ORDER BY id`,
    )
    .all() as FindingAnswerRecord[];
