import type { Finding, FindingCode, FindingParams, Severity } from '../../../shared/domain/findings.ts';
import type { ParsedValue, ReturnAnswer } from '../../../shared/domain/returns/types.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';

/** A return (填报表) that was taken in. */
export interface ReturnRecord {
  readonly id: number;
  readonly batchId: number;
  readonly sha256: string;
  readonly fileName: string;
  readonly unitId: string;
  readonly year: number;
  readonly version: number;
  readonly layoutId: string;
  readonly reportedOn: string | null;
  readonly sample: boolean;
  /** Edition of the rules by which it was read. */
  readonly reading: number;
  readonly supersededBy: number | null;
}

export interface AnswerRecord extends ReturnAnswer {
  readonly returnId: number;
  readonly unitId: string;
}

const RETURN_COLUMNS = `id, batch_id AS batchId, sha256, file_name AS fileName, unit_id AS unitId, year, version, layout_id AS layoutId,
  reported_on AS reportedOn, sample, reading, superseded_by AS supersededBy`;

interface ReturnRow extends Omit<ReturnRecord, 'sample'> {
  readonly sample: number;
}

const toReturn = (row: ReturnRow): ReturnRecord => ({ ...row, sample: row.sample === 1 });

export function insertBatch(db: WriteHandle, year: number, importedAt: string, sample: boolean): number {
  return Number(
    db.prepare('INSERT INTO import_batch (year, imported_at, sample) VALUES (?, ?, ?)').run(year, importedAt, sample ? 1 : 0)
      .lastInsertRowid,
  );
}

/** When a batch was taken in. */
export const selectBatchTime = (db: ReadHandle, batchId: number): string =>
  (db.prepare('SELECT imported_at AS at FROM import_batch WHERE id = ?').get(batchId) as { at: string } | undefined)?.at ?? '';

export function insertFile(db: WriteHandle, sha256: string, bytes: Uint8Array): void {
  db.prepare('INSERT OR IGNORE INTO file (sha256, size, bytes) VALUES (?, ?, ?)').run(sha256, bytes.byteLength, bytes);
}

export function selectFileBytes(db: ReadHandle, sha256: string): Uint8Array | null {
  const row = db.prepare('SELECT bytes FROM file WHERE sha256 = ?').get(sha256) as { bytes: Uint8Array } | undefined;
  return row?.bytes ?? null;
}

/** A stored original under the name it was last sent by. */
export function selectOriginal(db: ReadHandle, sha256: string): { sha256: string; name: string; bytes: Uint8Array } | null {
  const row = db
    .prepare(`SELECT f.sha256, s.name, f.bytes FROM file f JOIN (
    SELECT sha256, file_name AS name, id FROM return_file UNION ALL SELECT sha256, file_name, id FROM monitoring_file) s ON s.sha256 = f.sha256
    WHERE f.sha256 = ? ORDER BY s.id DESC LIMIT 1`)
    .get(sha256);
  return (row as { sha256: string; name: string; bytes: Uint8Array } | undefined) ?? null;
}

/** Stores the return as the unit's current one; the one before it stays and names its successor. */
export function insertReturn(
  db: WriteHandle,
  record: Omit<ReturnRecord, 'id' | 'version' | 'supersededBy'>,
): { id: number; version: number } {
  const before = selectCurrentReturn(db, record.year, record.unitId);
  const version = (
    db
      .prepare('SELECT coalesce(max(version), 0) + 1 AS next FROM return_file WHERE unit_id = ? AND year = ?')
      .get(record.unitId, record.year) as { next: number }
  ).next;
  // The partial unique index allows one current return a unit: the old one points at itself until its successor has an id.
  if (before !== null) db.prepare('UPDATE return_file SET superseded_by = id WHERE id = ?').run(before.id);
  const id = Number(
    db
      .prepare(
        `INSERT INTO return_file (batch_id, sha256, file_name, unit_id, year, version, layout_id, reported_on, sample, reading)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        record.batchId,
        record.sha256,
        record.fileName,
        record.unitId,
        record.year,
        version,
        record.layoutId,
        record.reportedOn,
        record.sample ? 1 : 0,
        record.reading,
      ).lastInsertRowid,
  );
  if (before !== null) db.prepare('UPDATE return_file SET superseded_by = ? WHERE id = ?').run(id, before.id);
  return { id, version };
}

export function selectCurrentReturn(db: ReadHandle, year: number, unitId: string): ReturnRecord | null {
  const row = db
    .prepare(`SELECT ${RETURN_COLUMNS} FROM return_file WHERE year = ? AND unit_id = ? AND superseded_by IS NULL`)
    .get(year, unitId);
  return row === undefined ? null : toReturn(row as ReturnRow);
}

export function selectCurrentReturns(db: ReadHandle, year: number): ReturnRecord[] {
  return (
    db
      .prepare(`SELECT ${RETURN_COLUMNS} FROM return_file WHERE year = ? AND superseded_by IS NULL ORDER BY unit_id`)
      .all(year) as ReturnRow[]
  ).map(toReturn);
}

/** Every return ever taken in, superseded ones too. */
export function selectAllReturns(db: ReadHandle): ReturnRecord[] {
  return (db.prepare(`SELECT ${RETURN_COLUMNS} FROM return_file ORDER BY id`).all() as ReturnRow[]).map(toReturn);
}

/** 填报日期 of every return of the year, superseded ones too: each was sent for a round. */
export const selectReturnDates = (db: ReadHandle, year: number): { unit: string; reportedOn: string | null }[] =>
  db.prepare('SELECT unit_id AS unit, reported_on AS reportedOn FROM return_file WHERE year = ? ORDER BY id').all(year) as {
    unit: string;
    reportedOn: string | null;
  }[];

/** Returns that the log of imports says were taken in. */
export function selectImportedReturns(db: ReadHandle): Pick<ReturnRecord, 'sha256' | 'unitId' | 'year' | 'version' | 'reading'>[] {
  return db
    .prepare(`
    SELECT f.value ->> 'sha256' AS sha256, f.value ->> 'unit' AS unitId, e.detail ->> 'year' AS year, f.value ->> 'version' AS version,
      coalesce(f.value ->> 'reading', 1) AS reading
    FROM event e, json_each(e.detail, '$.files') f WHERE e.kind = 'returns.import' AND f.value ->> 'outcome' = 'accepted' ORDER BY e.id`)
    .all() as Pick<ReturnRecord, 'sha256' | 'unitId' | 'year' | 'version' | 'reading'>[];
}

export function selectReturnsBySha256(db: ReadHandle, sha256: string, year: number): ReturnRecord[] {
  return (
    db.prepare(`SELECT ${RETURN_COLUMNS} FROM return_file WHERE sha256 = ? AND year = ? ORDER BY id`).all(sha256, year) as ReturnRow[]
  ).map(toReturn);
}

export function insertAnswer(db: WriteHandle, returnId: number, answer: Omit<AnswerRecord, 'returnId' | 'unitId'>): void {
  db.prepare('INSERT INTO return_answer (return_id, row_id, field, kind, value, raw, sheet, cell) VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
    returnId,
    answer.rowId,
    answer.field,
    answer.value.kind,
    storedValue(answer.value),
    answer.raw,
    answer.sheet,
    answer.cell,
  );
}

/** Of a held answer what it was read as and why it is held, as JSON. */
function storedValue(value: ParsedValue): string {
  if (value.kind === 'notApplicable') return '';
  return value.kind === 'held' ? JSON.stringify({ value: value.value, code: value.code }) : value.value;
}

const ANSWER_SELECT = `SELECT a.return_id AS returnId, r.unit_id AS unitId, a.row_id AS rowId, a.field, a.kind, a.value, a.raw, a.sheet, a.cell
  FROM return_answer a JOIN return_file r ON r.id = a.return_id`;

interface AnswerRow extends Omit<AnswerRecord, 'value'> {
  readonly kind: ParsedValue['kind'];
  readonly value: string;
}

const toAnswer = ({ kind, value, ...row }: AnswerRow): AnswerRecord => ({
  ...row,
  value: parsedValue(kind, value),
});

function parsedValue(kind: ParsedValue['kind'], stored: string): ParsedValue {
  if (kind === 'notApplicable') return { kind };
  return (kind === 'held' ? { kind, ...(JSON.parse(stored) as object) } : { kind, value: stored }) as ParsedValue;
}

export function selectCurrentAnswers(db: ReadHandle, year: number): AnswerRecord[] {
  const rows = db.prepare(`${ANSWER_SELECT} WHERE r.year = ? AND r.superseded_by IS NULL ORDER BY r.unit_id, a.row_id, a.field`).all(year);
  return (rows as AnswerRow[]).map(toAnswer);
}

export function selectAnswersOfReturn(db: ReadHandle, returnId: number): AnswerRecord[] {
  return (db.prepare(`${ANSWER_SELECT} WHERE a.return_id = ? ORDER BY a.row_id, a.field`).all(returnId) as AnswerRow[]).map(toAnswer);
}

export function insertFinding(db: WriteHandle, batchId: number, returnId: number | null, item: Finding): void {
  db.prepare(
    'INSERT INTO finding (batch_id, return_id, file_name, sheet, cell, severity, code, params) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(batchId, returnId, item.file, item.sheet, item.cell, item.severity, item.code, JSON.stringify(item.params));
}

interface FindingRow {
  readonly returnId: number;
  readonly file: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly severity: Severity;
  readonly code: FindingCode;
  readonly params: string;
}

/** Cells of a return at which an error was found when it was taken in, as sheet!cell. */
export function selectErrorCells(db: ReadHandle, returnId: number): string[] {
  const rows = db
    .prepare("SELECT DISTINCT sheet || '!' || cell AS place FROM finding WHERE return_id = ? AND severity = 'error' AND cell IS NOT NULL")
    .all(returnId) as { place: string }[];
  return rows.map(({ place }) => place);
}

/** Findings of the returns that count now, by return. */
export function selectCurrentFindings(db: ReadHandle, year: number): { returnId: number; finding: Finding }[] {
  const rows = db
    .prepare(`
    SELECT f.return_id AS returnId, f.file_name AS file, f.sheet, f.cell, f.severity, f.code, f.params
    FROM finding f JOIN return_file r ON r.id = f.return_id WHERE r.year = ? AND r.superseded_by IS NULL ORDER BY f.id`)
    .all(year) as FindingRow[];
  return rows.map(({ returnId, params, ...row }) => ({ returnId, finding: { ...row, params: JSON.parse(params) as FindingParams } }));
}
