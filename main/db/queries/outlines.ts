import type { ReadHandle, WriteHandle } from '../handles.ts';

/** Which file of outlines is drawn, from when on; without a SHA-256 none. */
export interface OutlineFileRecord {
  readonly fileName: string;
  readonly sha256: string | null;
  /** Where the outlines come from. */
  readonly source: string;
  /** 示意: drawn by hand, no real borders. */
  readonly sketch: boolean;
  readonly reason: string;
  readonly actor: string;
  readonly at: string;
}

interface Row extends Omit<OutlineFileRecord, 'sketch'> {
  readonly sketch: number;
}

const toRecord = ({ sketch, ...row }: Row): OutlineFileRecord => ({ ...row, sketch: sketch === 1 });

/** In the order in which they were stored; the last one holds. */
export const selectOutlineFiles = (db: ReadHandle): OutlineFileRecord[] =>
  (db.prepare('SELECT file_name AS fileName, sha256, source, sketch, reason, actor, at FROM outline_file ORDER BY id').all() as Row[]).map(
    toRecord,
  );

export function insertOutlineFile(db: WriteHandle, { fileName, sha256, source, sketch, reason, actor, at }: OutlineFileRecord): void {
  db.prepare('INSERT INTO outline_file (file_name, sha256, source, sketch, reason, actor, at) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    fileName,
    sha256,
    source,
    sketch ? 1 : 0,
    reason,
    actor,
    at,
  );
}

/** What the log says of them. */
export const selectLoggedOutlineFiles = (db: ReadHandle): OutlineFileRecord[] =>
  (
    db
      .prepare(
        `SELECT detail ->> 'fileName' AS fileName, detail ->> 'sha256' AS sha256, detail ->> 'source' AS source, detail ->> 'sketch' AS sketch,
          detail ->> 'reason' AS reason, actor, detail ->> 'at' AS at
        FROM event WHERE kind IN ('outlines.import', 'outlines.remove') ORDER BY id`,
      )
      .all() as Row[]
  ).map(toRecord);
