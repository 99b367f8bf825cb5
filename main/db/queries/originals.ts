import type { ReadHandle, WriteHandle } from '../handles.ts';

/** A file that came with a password (打开密码), and the same without it, by their SHA-256. */
export interface OpenedRecord {
  readonly sha256: string;
  readonly opened: string;
}

export function insertFile(db: WriteHandle, sha256: string, bytes: Uint8Array): void {
  db.prepare('INSERT OR IGNORE INTO file (sha256, size, bytes) VALUES (?, ?, ?)').run(sha256, bytes.byteLength, bytes);
}

export function insertOpened(db: WriteHandle, { sha256, opened }: OpenedRecord): void {
  db.prepare('INSERT INTO opened_file (sha256, opened_sha256) VALUES (?, ?)').run(sha256, opened);
}

export function selectFileBytes(db: ReadHandle, sha256: string): Uint8Array | null {
  const row = db.prepare('SELECT bytes FROM file WHERE sha256 = ?').get(sha256) as { bytes: Uint8Array } | undefined;
  return row?.bytes ?? null;
}

/** SHA-256 of the file without its password; null for one that came without. */
export function selectOpened(db: ReadHandle, sha256: string): string | null {
  const row = db.prepare('SELECT opened_sha256 AS opened FROM opened_file WHERE sha256 = ?').get(sha256);
  return (row as { opened: string } | undefined)?.opened ?? null;
}

export const selectAllOpened = (db: ReadHandle): OpenedRecord[] =>
  db.prepare('SELECT sha256, opened_sha256 AS opened FROM opened_file ORDER BY sha256').all() as OpenedRecord[];

/** Those that the log of imports speaks of. */
export const selectLoggedOpened = (db: ReadHandle): OpenedRecord[] =>
  db
    .prepare(`
    SELECT DISTINCT f.value ->> 'sha256' AS sha256, f.value ->> 'opened' AS opened FROM event e, json_each(e.detail, '$.files') f
    WHERE e.kind IN ('returns.import', 'monitoring.import') AND f.value ->> 'opened' IS NOT NULL ORDER BY sha256`)
    .all() as OpenedRecord[];

/** A stored original under the name it was last sent by, as it is to be read: without the password it may have come with. */
export function selectOriginal(db: ReadHandle, sha256: string): { sha256: string; name: string; bytes: Uint8Array } | null {
  const row = db
    .prepare(`SELECT p.sha256, s.name, f.bytes FROM (
      SELECT sha256, coalesce((SELECT o.opened_sha256 FROM opened_file o WHERE o.sha256 = file.sha256), sha256) AS read_as FROM file
      WHERE sha256 = ?) p
    JOIN file f ON f.sha256 = p.read_as
    JOIN (SELECT sha256, file_name AS name, id FROM return_file UNION ALL SELECT sha256, file_name, id FROM monitoring_file) s ON s.sha256 = p.sha256
    ORDER BY s.id DESC LIMIT 1`)
    .get(sha256);
  return (row as { sha256: string; name: string; bytes: Uint8Array } | undefined) ?? null;
}
