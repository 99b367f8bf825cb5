import type { VersionDecision } from '../../../shared/domain/returns/standing.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';

/** A received file (收到的文件) of any kind under its running number (收件号). */
export interface ReceivedRecord {
  readonly number: number;
  readonly kind: 'return' | 'monitoring' | 'dust' | 'forecast';
  readonly sha256: string;
}

/** 采用 or 撤回 of a version with who, when and why. */
export interface DecisionRecord extends VersionDecision {
  readonly cause: 'import' | 'person' | 'migration';
  readonly reason: string;
  readonly actor: string;
  readonly at: string;
}

/** A version of a unit's return as the register knows it. */
export interface VersionRecord {
  readonly number: number;
  readonly returnId: number;
  readonly unitId: string;
  readonly year: number;
  readonly version: number;
  readonly fileName: string;
  readonly sha256: string;
  readonly reportedOn: string | null;
  readonly importedAt: string;
  readonly sample: boolean;
  readonly counts: boolean;
}

/** Gives a stored file its 收件号. */
export function insertReceived(db: WriteHandle, file: { readonly returnId: number } | { readonly monitoringId: number }): number {
  const [returnId, monitoringId] = 'returnId' in file ? [file.returnId, null] : [null, file.monitoringId];
  return Number(
    db.prepare('INSERT INTO received_file (return_id, monitoring_id) VALUES (?, ?)').run(returnId, monitoringId).lastInsertRowid,
  );
}

/** 收件号 of every monitoring file, by its id. */
export const selectMonitoringNumbers = (db: ReadHandle): ReadonlyMap<number, number> =>
  new Map(
    (
      db.prepare('SELECT monitoring_id AS id, number FROM received_file WHERE monitoring_id IS NOT NULL').all() as {
        id: number;
        number: number;
      }[]
    ).map(({ id, number }) => [id, number]),
  );

export const selectMonitoringId = (db: ReadHandle, number: number): number | null =>
  (db.prepare('SELECT monitoring_id AS id FROM received_file WHERE number = ?').get(number) as { id: number | null } | undefined)?.id ??
  null;

/** Ids of the monitoring files about which the last word is a withdrawal. */
export const selectWithdrawnMonitoring = (db: ReadHandle): ReadonlySet<number> =>
  new Set(
    (
      db
        .prepare(`
    SELECT f.monitoring_id AS id FROM version_decision d JOIN received_file f ON f.number = d.number
    WHERE f.monitoring_id IS NOT NULL AND d.act = 'withdraw'
      AND d.id = (SELECT max(later.id) FROM version_decision later WHERE later.number = d.number)`)
        .all() as { id: number }[]
    ).map(({ id }) => id),
  );

export const selectReceived = (db: ReadHandle): ReceivedRecord[] =>
  db.prepare('SELECT number, kind, sha256 FROM received ORDER BY number').all() as ReceivedRecord[];

/** Files that the log says were given a number. */
export const selectLoggedReceived = (db: ReadHandle): ReceivedRecord[] =>
  db
    .prepare(`
    SELECT f.value ->> 'number' AS number, coalesce(f.value ->> 'kind', 'return') AS kind, f.value ->> 'sha256' AS sha256
    FROM event e, json_each(e.detail, '$.files') f
    WHERE e.kind IN ('register.adopt', 'returns.import', 'monitoring.import') AND f.value ->> 'number' IS NOT NULL ORDER BY e.id`)
    .all() as ReceivedRecord[];

/** Cells of returns, as sheet!cell, that were put on hold at their import by what other returns said. */
export const selectLoggedHolds = (db: ReadHandle): { readonly returnId: number; readonly place: string }[] =>
  db
    .prepare(`
    SELECT r.return_id AS returnId, h.value AS place
    FROM event e, json_each(e.detail, '$.files') f, json_each(f.value, '$.held') h JOIN received_file r ON r.number = f.value ->> 'number'
    WHERE e.kind = 'returns.import' AND r.return_id IS NOT NULL`)
    .all() as { readonly returnId: number; readonly place: string }[];

export function insertDecision(db: WriteHandle, { number, act, cause, reason, actor, at }: DecisionRecord): void {
  db.prepare('INSERT INTO version_decision (number, act, cause, reason, actor, at) VALUES (?, ?, ?, ?, ?, ?)').run(
    number,
    act,
    cause,
    reason,
    actor,
    at,
  );
}

const DECISION = 'number, act, cause, reason, actor, at';

/** Every adoption and withdrawal ever made, oldest first. */
export const selectDecisions = (db: ReadHandle): DecisionRecord[] =>
  db.prepare(`SELECT ${DECISION} FROM version_decision ORDER BY id`).all() as DecisionRecord[];

/** Those of one unit's year. */
export const selectDecisionsOf = (db: ReadHandle, { year, unitId }: Pick<VersionRecord, 'year' | 'unitId'>): DecisionRecord[] =>
  db
    .prepare(`SELECT ${DECISION} FROM version_decision WHERE number IN (
      SELECT f.number FROM received_file f JOIN return_file r ON r.id = f.return_id WHERE r.year = ? AND r.unit_id = ?) ORDER BY id`)
    .all(year, unitId) as DecisionRecord[];

/** What the log says was adopted and withdrawn, oldest first: by the step that made the register, by imports, by persons. */
export const selectLoggedDecisions = (db: ReadHandle): DecisionRecord[] =>
  db
    .prepare(`
    SELECT a.value AS number, 'adopt' AS act, 'migration' AS cause, e.reason, e.actor, e.at, e.id AS event, a.key AS place
    FROM event e, json_each(e.detail, '$.adopted') a WHERE e.kind = 'register.adopt'
    UNION ALL
    SELECT f.value ->> 'number', 'adopt', 'import', '', e.actor, e.detail ->> 'at', e.id, f.key
    FROM event e, json_each(e.detail, '$.files') f WHERE e.kind = 'returns.import' AND f.value ->> 'adopted'
    UNION ALL
    SELECT e.detail ->> 'number', CASE WHEN e.kind LIKE '%.withdraw' THEN 'withdraw' ELSE 'adopt' END, 'person',
      e.detail ->> 'reason', e.detail ->> 'by', e.detail ->> 'at', e.id, 0
    FROM event e WHERE e.kind IN ('returns.adopt', 'returns.withdraw', 'monitoring.withdraw', 'monitoring.restore')
    ORDER BY event, place`)
    .all()
    .map((row) => {
      const { number, act, cause, reason, actor, at } = row as DecisionRecord;
      return { number, act, cause, reason, actor, at };
    });

const VERSION = `SELECT f.number, r.id AS returnId, r.unit_id AS unitId, r.year, r.version, r.file_name AS fileName, r.sha256,
    r.reported_on AS reportedOn, b.imported_at AS importedAt, r.sample, r.id IN (SELECT id FROM counted_return) AS counts
  FROM received_file f JOIN return_file r ON r.id = f.return_id JOIN import_batch b ON b.id = r.batch_id`;

type VersionRow = Omit<VersionRecord, 'sample' | 'counts'> & { readonly sample: number; readonly counts: number };

const toVersion = (row: VersionRow): VersionRecord => ({ ...row, sample: row.sample === 1, counts: row.counts === 1 });

/** Every version of every unit, by year, unit and version. */
export const selectVersions = (db: ReadHandle): VersionRecord[] =>
  (db.prepare(`${VERSION} ORDER BY r.year, r.unit_id, r.version`).all() as VersionRow[]).map(toVersion);

export const selectVersionsOf = (db: ReadHandle, year: number, unitId: string): VersionRecord[] =>
  (db.prepare(`${VERSION} WHERE r.year = ? AND r.unit_id = ? ORDER BY r.version`).all(year, unitId) as VersionRow[]).map(toVersion);

/** 收件号 of the version of a unit that counts, and the newest that is not withdrawn. */
export interface UnitVersions {
  readonly unitId: string;
  readonly counting: number | null;
  readonly newest: number | null;
}

export const selectUnitVersions = (db: ReadHandle, year: number): UnitVersions[] =>
  db
    .prepare(`
    SELECT r.unit_id AS unitId, max(CASE WHEN r.id IN (SELECT id FROM counted_return) THEN f.number END) AS counting,
      max(CASE WHEN coalesce((SELECT d.act FROM version_decision d WHERE d.number = f.number ORDER BY d.id DESC LIMIT 1), '') <> 'withdraw'
        THEN f.number END) AS newest
    FROM return_file r JOIN received_file f ON f.return_id = r.id WHERE r.year = ? GROUP BY r.unit_id`)
    .all(year) as UnitVersions[];

export function selectVersion(db: ReadHandle, number: number): VersionRecord | null {
  const row = db.prepare(`${VERSION} WHERE f.number = ?`).get(number) as VersionRow | undefined;
  return row === undefined ? null : toVersion(row);
}

/** Makes one version of a unit's year the one that counts; null: none does. */
export function markCounting(db: WriteHandle, { year, unitId }: Pick<VersionRecord, 'year' | 'unitId'>, returnId: number | null): void {
  // The index allows one that counts: all step back before one steps forward.
  db.prepare('UPDATE return_file SET superseded_by = coalesce(?, id) WHERE year = ? AND unit_id = ?').run(returnId, year, unitId);
  if (returnId !== null) db.prepare('UPDATE return_file SET superseded_by = NULL WHERE id = ?').run(returnId);
}
