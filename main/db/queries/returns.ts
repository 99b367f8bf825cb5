import type { Finding } from '../../../shared/domain/findings.ts';
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

/** Stores the return as the unit's next version. It counts once it is adopted. */
export function insertReturn(
  db: WriteHandle,
  record: Omit<ReturnRecord, 'id' | 'version' | 'supersededBy'>,
): { id: number; version: number } {
  const version = selectNewestVersion(db, record.year, record.unitId) + 1;
  const counting = selectCurrentReturn(db, record.year, record.unitId);
  const { id } = db.prepare('SELECT coalesce(max(id), 0) + 1 AS id FROM return_file').get() as { id: number };
  db.prepare(
    `INSERT INTO return_file (id, batch_id, sha256, file_name, unit_id, year, version, layout_id, reported_on, sample, reading, superseded_by)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    id,
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
    counting?.id ?? id,
  );
  return { id, version };
}

/** 0 before the first. */
export const selectNewestVersion = (db: ReadHandle, year: number, unitId: string): number =>
  (
    db.prepare('SELECT coalesce(max(version), 0) AS version FROM return_file WHERE unit_id = ? AND year = ?').get(unitId, year) as {
      version: number;
    }
  ).version;

export function selectCurrentReturn(db: ReadHandle, year: number, unitId: string): ReturnRecord | null {
  const row = db.prepare(`SELECT ${RETURN_COLUMNS} FROM counted_return WHERE year = ? AND unit_id = ?`).get(year, unitId);
  return row === undefined ? null : toReturn(row as ReturnRow);
}

export function selectCurrentReturns(db: ReadHandle, year: number): ReturnRecord[] {
  return (db.prepare(`SELECT ${RETURN_COLUMNS} FROM counted_return WHERE year = ? ORDER BY unit_id`).all(year) as ReturnRow[]).map(
    toReturn,
  );
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
export function selectImportedReturns(db: ReadHandle): ImportedReturn[] {
  return db
    .prepare(`
    SELECT e.detail ->> 'batchId' AS batchId, f.value ->> 'file' AS fileName, f.value ->> 'sha256' AS sha256, f.value ->> 'unit' AS unitId, e.detail ->> 'year' AS year, f.value ->> 'version' AS version,
      coalesce(f.value ->> 'reading', 1) AS reading
    FROM event e, json_each(e.detail, '$.files') f WHERE e.kind = 'returns.import' AND f.value ->> 'outcome' = 'accepted' ORDER BY e.id, f.key`)
    .all() as ImportedReturn[];
}

/** What an import says of a return that it took in. */
export type ImportedReturn = Pick<ReturnRecord, 'batchId' | 'fileName' | 'sha256' | 'unitId' | 'year' | 'version' | 'reading'>;

/** An import (批次): its year, its moment, and whether it brought 示例数据. */
export interface BatchRecord {
  readonly id: number;
  readonly year: number;
  readonly importedAt: string;
  readonly sample: boolean;
}

export const selectBatches = (db: ReadHandle): BatchRecord[] =>
  (
    db.prepare('SELECT id, year, imported_at AS importedAt, sample FROM import_batch ORDER BY id').all() as (Omit<BatchRecord, 'sample'> & {
      readonly sample: number;
    })[]
  ).map((row) => ({ ...row, sample: row.sample === 1 }));

/** Its moment is null where the event is from before it was told. */
export type LoggedBatch = Omit<BatchRecord, 'importedAt'> & { readonly importedAt: string | null };

/** Imports as the log tells them; a sample is what their returns are. */
export const selectLoggedBatches = (db: ReadHandle): LoggedBatch[] =>
  (
    db
      .prepare(`
    SELECT e.detail ->> 'batchId' AS id, e.detail ->> 'year' AS year, e.detail ->> 'at' AS importedAt,
      (SELECT max(r.sample) FROM return_file r WHERE r.batch_id = e.detail ->> 'batchId') AS sample
    FROM event e WHERE e.kind = 'returns.import' ORDER BY e.id`)
      .all() as (Omit<LoggedBatch, 'sample'> & { readonly sample: number | null })[]
  ).map((row) => ({ ...row, sample: row.sample === 1 }));

/** SHA-256 of originals that no return and no monitoring file was read from and that are evidence of no event, and of those of another size than is said. */
export const selectStrayFiles = (db: ReadHandle): { readonly sha256: string; readonly used: number }[] =>
  db
    .prepare(`
    SELECT sha256, sha256 IN (
      SELECT sha256 FROM return_file UNION SELECT sha256 FROM monitoring_file UNION SELECT opened_sha256 FROM opened_file
      UNION SELECT scan_sha256 FROM typed_return WHERE scan_sha256 IS NOT NULL
      UNION SELECT sha256 FROM outline_file WHERE sha256 IS NOT NULL
      UNION SELECT e.value ->> 'sha256' FROM event_statement s, json_each(s.evidence) e) AS used FROM file
    WHERE used = 0 OR size <> length(bytes) ORDER BY sha256`)
    .all() as { readonly sha256: string; readonly used: number }[];

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

/** A held value goes with the code of the finding that holds it, as JSON. */
function storedValue(value: ParsedValue): string {
  if (value.kind === 'held') return JSON.stringify({ value: value.value, code: value.code });
  return value.kind === 'notApplicable' ? '' : value.value;
}

const ANSWER_COLUMNS = 'a.return_id AS returnId, r.unit_id AS unitId, a.row_id AS rowId, a.field, a.kind, a.value, a.raw, a.sheet, a.cell';

interface AnswerRow extends Omit<AnswerRecord, 'value'> {
  readonly kind: ParsedValue['kind'];
  readonly value: string;
}

const toAnswer = ({ kind, value, ...row }: AnswerRow): AnswerRecord => ({ ...row, value: valueOf(kind, value) });

function valueOf(kind: ParsedValue['kind'], value: string): ParsedValue {
  if (kind === 'notApplicable') return { kind };
  return kind === 'held' ? ({ kind, ...(JSON.parse(value) as object) } as ParsedValue) : ({ kind, value } as ParsedValue);
}

/** An answer that counts; where the office has corrected it, with the correction beside what the unit wrote (`raw`). */
export interface CountedAnswer extends AnswerRecord {
  readonly correction: Correction | null;
}

export interface Correction {
  readonly typed: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

export function selectCurrentAnswers(db: ReadHandle, year: number): CountedAnswer[] {
  const rows = db
    .prepare(`
    SELECT a.return_id AS returnId, a.unit_id AS unitId, a.row_id AS rowId, a.field, a.kind, a.value, a.raw, a.sheet, a.cell,
      c.typed, c.reason, c.actor, c.at
    FROM counted_answer a LEFT JOIN finding_answer c ON c.id = a.correction_id WHERE a.year = ? ORDER BY a.unit_id, a.row_id, a.field`)
    .all(year) as (AnswerRow & { typed: string | null; reason: string; actor: string; at: string })[];
  return rows.map(({ typed, reason, actor, at, ...row }) => ({
    ...toAnswer(row),
    correction: typed === null ? null : { typed, reason, by: actor, at },
  }));
}

/** Units whose return that counts has an answer besides those in `cover`. */
export const selectUnitsWithAnswers = (db: ReadHandle, year: number, cover: readonly string[]): ReadonlySet<string> =>
  new Set(
    (
      db
        .prepare('SELECT DISTINCT unit_id AS unitId FROM counted_answer WHERE year = ? AND field NOT IN (SELECT value FROM json_each(?))')
        .all(year, JSON.stringify(cover)) as { readonly unitId: string }[]
    ).map(({ unitId }) => unitId),
  );

/** How many values of each unit are on hold (待确认). */
export const countHeld = (db: ReadHandle, year: number): ReadonlyMap<string, number> =>
  new Map(
    (
      db
        .prepare("SELECT unit_id AS unitId, count(*) AS held FROM counted_answer WHERE year = ? AND kind = 'held' GROUP BY unit_id")
        .all(year) as { readonly unitId: string; readonly held: number }[]
    ).map(({ unitId, held }) => [unitId, held]),
  );

export function selectAnswersOfReturn(db: ReadHandle, returnId: number): AnswerRecord[] {
  return (
    db
      .prepare(`SELECT ${ANSWER_COLUMNS} FROM return_answer a JOIN return_file r ON r.id = a.return_id WHERE a.return_id = ?
    ORDER BY a.row_id, a.field`)
      .all(returnId) as AnswerRow[]
  ).map(toAnswer);
}

export function insertFinding(db: WriteHandle, batchId: number, returnId: number | null, item: Finding): void {
  db.prepare(
    'INSERT INTO finding (batch_id, return_id, file_name, sheet, cell, severity, code, params) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(batchId, returnId, item.file, item.sheet, item.cell, item.severity, item.code, JSON.stringify(item.params));
}

/** Cells of a return at which an error was found when it was taken in, as sheet!cell. */
export function selectErrorCells(db: ReadHandle, returnId: number): string[] {
  const rows = db
    .prepare("SELECT DISTINCT sheet || '!' || cell AS place FROM finding WHERE return_id = ? AND severity = 'error' AND cell IS NOT NULL")
    .all(returnId) as { place: string }[];
  return rows.map(({ place }) => place);
}

/** How many errors were found in a return when it was taken in. */
export const countErrors = (db: ReadHandle, returnId: number): number =>
  (db.prepare("SELECT count(*) AS errors FROM finding WHERE return_id = ? AND severity = 'error'").get(returnId) as { errors: number })
    .errors;
