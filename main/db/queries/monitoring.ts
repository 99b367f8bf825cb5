import type { Pollutant } from '../../../shared/domain/air/standards/pollutants.ts';
import type { DatedRule } from '../../../shared/domain/monitoring/value-rules.ts';
import type { Finding, FindingCode, FindingParams, Severity } from '../../../shared/domain/findings.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';

/** A stored file of monitoring data (监测数据), dust days (扣沙日清单) or forecasts (预报). */
export interface MonitoringFileRecord {
  readonly id: number;
  readonly kind: 'monitoring' | 'dust' | 'forecast';
  readonly sha256: string;
  readonly fileName: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly options: ReadingOptions;
  readonly importedAt: string;
  readonly sample: boolean;
  /** The sources (sourceKey) of its tables; null for a file of before they were kept. */
  readonly sources: readonly string[] | null;
}

/** How the file was read; the same bytes read otherwise say something else. */
export interface ReadingOptions {
  readonly hourStamp: 'auto' | 'start' | 'end';
  readonly year: number | null;
  /** Edition of the rules of reading; absent from files of the first. */
  readonly edition?: number;
  /** Whether a blank takes a measured value back; absent where it does not (since the second edition). */
  readonly blanks?: 'replace';
  /** The last entry of the register of stations (站点登记) whose names it was read by; absent while the register is empty. */
  readonly register?: number;
  /** Names of stations that were assigned to a place, before there was a register. */
  readonly assigned?: Readonly<Record<string, string>>;
  /** What hour labels mean in files of a source (sourceKey), as a person has said; absent where nobody has. */
  readonly stamps?: Readonly<Record<string, 'start' | 'end'>>;
  /** Rules of the work and of sources that decide on values of which a cell leaves it open; absent where nobody had set any. */
  readonly rules?: readonly DatedRule[];
}

/** What a row of a station's day can speak of: the pollutants, and O3 日最大1小时平均. */
export type CoveredField = Pollutant | 'o3OneHour';

const FILE_COLUMNS = 'id, kind, sha256, file_name AS fileName, format, encoding, options, imported_at AS importedAt, sample, sources';

interface FileRow extends Omit<MonitoringFileRecord, 'sample' | 'options' | 'sources'> {
  readonly sample: number;
  readonly options: string;
  readonly sources: string | null;
}

const toFile = (row: FileRow): MonitoringFileRecord => ({
  ...row,
  sample: row.sample === 1,
  options: JSON.parse(row.options) as ReadingOptions,
  sources: row.sources === null ? null : (JSON.parse(row.sources) as string[]),
});

type NewMonitoringFile = Omit<MonitoringFileRecord, 'id' | 'sources'> & Partial<Pick<MonitoringFileRecord, 'sources'>>;

export function insertMonitoringFile(db: WriteHandle, { sources = null, ...file }: NewMonitoringFile): number {
  return Number(
    db
      .prepare(
        'INSERT INTO monitoring_file (kind, sha256, file_name, format, encoding, options, imported_at, sample, sources) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        file.kind,
        file.sha256,
        file.fileName,
        file.format,
        file.encoding,
        JSON.stringify(file.options),
        file.importedAt,
        file.sample ? 1 : 0,
        sources === null ? null : JSON.stringify(sources),
      ).lastInsertRowid,
  );
}

export const selectMonitoringFiles = (db: ReadHandle): MonitoringFileRecord[] =>
  (db.prepare(`SELECT ${FILE_COLUMNS} FROM monitoring_file ORDER BY id`).all() as FileRow[]).map(toFile);

export const selectMonitoringFilesBySha256 = (db: ReadHandle, sha256: string): MonitoringFileRecord[] =>
  (db.prepare(`SELECT ${FILE_COLUMNS} FROM monitoring_file WHERE sha256 = ? ORDER BY id`).all(sha256) as FileRow[]).map(toFile);

/** What the log says of a monitoring file that was taken in; null where the event is from before it told that. */
export type ImportedMonitoring = Pick<MonitoringFileRecord, 'id' | 'sha256' | 'fileName' | 'kind'> & {
  readonly importedAt: string | null;
  /** JSON text. */
  readonly options: string | null;
  /** JSON text; null where the event does not tell of sources. */
  readonly sources: string | null;
};

export const selectImportedMonitoring = (db: ReadHandle): ImportedMonitoring[] =>
  db
    .prepare(`
    SELECT f.value ->> 'id' AS id, f.value ->> 'sha256' AS sha256, f.value ->> 'file' AS fileName, f.value ->> 'kind' AS kind,
      e.detail ->> 'at' AS importedAt, e.detail ->> 'options' AS options, f.value ->> 'sources' AS sources
    FROM event e, json_each(e.detail, '$.files') f WHERE e.kind = 'monitoring.import' AND f.value ->> 'outcome' = 'accepted'
    ORDER BY e.id, f.key`)
    .all() as ImportedMonitoring[];

/** What results depend on, in one text: a new file of any kind and a version that counts now change it, and so does anything that another connection writes. */
export function airState(db: ReadHandle): string {
  const { version, newestFile } = dataState(db);
  const row = db
    .prepare(
      `SELECT (SELECT max(id) FROM version_decision) AS versions, (SELECT max(id) FROM plan_document) AS documents,
        (SELECT max(id) FROM station_statement) AS stations, (SELECT max(id) FROM setting) AS settings,
        (SELECT max(id) FROM event_statement) AS events`,
    )
    .get() as {
    versions: number | null;
    documents: number | null;
    stations: number | null;
    settings: number | null;
    events: number | null;
  };
  const { versions, documents, stations, settings, events } = row;
  return [version, newestFile, ...[versions, documents, stations, settings, events].map((id) => id ?? 0)].join(' ');
}

export interface DataState {
  /** A number that another connection's writing changes. */
  readonly version: number;
  /** 0 without one. */
  readonly newestFile: number;
  /** The last withdrawal or restoration of a monitoring file; 0 without one. */
  readonly newestDecision: number;
  readonly newestEvent: number;
}

/** The program's own writing, in whichever process, leaves an event: a change of the version without one is another tool's. */
export function dataState(db: ReadHandle): DataState {
  const row = db.prepare('SELECT max(id) AS id FROM monitoring_file').get() as { id: number | null };
  const decision = db
    .prepare('SELECT max(d.id) AS id FROM version_decision d JOIN received_file f ON f.number = d.number WHERE f.monitoring_id IS NOT NULL')
    .get() as { id: number | null };
  const { data_version: version } = db.prepare('PRAGMA data_version').get() as { data_version: number };
  const event = db.prepare('SELECT max(id) AS id FROM event').get() as { id: number | null };
  return { version, newestFile: row.id ?? 0, newestDecision: decision.id ?? 0, newestEvent: event.id ?? 0 };
}

export interface StationRecord {
  readonly id: number;
  /** Town, or 'district' for a station of the district itself. */
  readonly placeId: string;
  /** Blank where the data name no station. */
  readonly name: string;
}

export const selectStations = (db: ReadHandle): StationRecord[] =>
  db.prepare('SELECT id, place_id AS placeId, name FROM station ORDER BY place_id, name').all() as StationRecord[];

export function selectStation(db: ReadHandle, placeId: string, name: string): StationRecord | null {
  return (
    (db.prepare('SELECT id, place_id AS placeId, name FROM station WHERE place_id = ? AND name = ?').get(placeId, name) as
      | StationRecord
      | undefined) ?? null
  );
}

/** Stations of which no file has a day. */
export const selectUnusedStations = (db: ReadHandle): StationRecord[] =>
  db
    .prepare(
      'SELECT id, place_id AS placeId, name FROM station WHERE id NOT IN (SELECT station_id FROM station_day) ORDER BY place_id, name',
    )
    .all() as StationRecord[];

/** The station's id; a name that is new makes a new station. */
export function ensureStation(db: WriteHandle, placeId: string, name: string): number {
  const known = selectStation(db, placeId, name);
  return known?.id ?? Number(db.prepare('INSERT INTO station (place_id, name) VALUES (?, ?)').run(placeId, name).lastInsertRowid);
}

export function insertMonitoringFinding(db: WriteHandle, fileId: number, item: Finding): void {
  db.prepare('INSERT INTO monitoring_finding (file_id, sheet, cell, severity, code, params) VALUES (?, ?, ?, ?, ?, ?)').run(
    fileId,
    item.sheet,
    item.cell,
    item.severity,
    item.code,
    JSON.stringify(item.params),
  );
}

/** Names of stations or places that files that were taken in have and nothing knew then, oldest first. */
export const selectUnknownNames = (db: ReadHandle): { readonly name: string; readonly file: string; readonly at: string }[] =>
  db
    .prepare(
      `SELECT n.params ->> 'column' AS name, f.file_name AS file, f.imported_at AS at
      FROM monitoring_finding n JOIN monitoring_file f ON f.id = n.file_id WHERE n.code = 'MONITOR_PLACE_UNKNOWN' ORDER BY n.id`,
    )
    .all() as { readonly name: string; readonly file: string; readonly at: string }[];

/** Findings of one stored file in the order in which they were made. */
export function selectMonitoringFindings(db: ReadHandle, file: Pick<MonitoringFileRecord, 'id' | 'fileName'>): Finding[] {
  const rows = db
    .prepare('SELECT sheet, cell, severity, code, params FROM monitoring_finding WHERE file_id = ? ORDER BY id')
    .all(file.id) as { sheet: string | null; cell: string | null; severity: Severity; code: FindingCode; params: string }[];
  return rows.map(({ params, ...row }) => ({ file: file.fileName, ...row, params: JSON.parse(params) as FindingParams }));
}
