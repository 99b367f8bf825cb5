import { createHash } from 'node:crypto';
import type BetterSqlite from 'better-sqlite3';

/**
 * Version 130 (2026-12): one running number (收件号) over the files of all kinds; what counts (采用) becomes a decision; findings are answered.
 *
 * `version_decision` holds every adoption and withdrawal, by an import, by a person or by this step: of the versions of a unit's year whose last
 * decision is an adoption, the one adopted last counts. `return_file.superseded_by` says the same in one place: null for the version that
 * counts, else the version that counts in its place, itself where none does. `finding_answer` holds the answers of the office; the newest of a
 * finding holds, and a correction stands in place of the cell's value. All of them are only ever added to.
 *
 * `counted_return`, `counted_answer`, `counted_station_day`, `counted_dust_day` and `counted_forecast` are the only place that says what counts.
 *
 * Whatever counts when this step runs is adopted by its event; nothing is judged anew.
 */
export const register = {
  version: 130,
  sql: `
    ALTER TABLE monitoring_file ADD COLUMN reading INTEGER NOT NULL DEFAULT 1;

    CREATE TABLE received_file (
      number INTEGER PRIMARY KEY,
      return_id INTEGER UNIQUE REFERENCES return_file (id),
      monitoring_id INTEGER UNIQUE REFERENCES monitoring_file (id),
      CHECK ((return_id IS NULL) <> (monitoring_id IS NULL))
    ) STRICT;

    CREATE TABLE version_decision (
      id INTEGER PRIMARY KEY,
      number INTEGER NOT NULL REFERENCES received_file (number),
      act TEXT NOT NULL CHECK (act IN ('adopt', 'withdraw')),
      cause TEXT NOT NULL CHECK (cause IN ('import', 'person', 'migration')),
      reason TEXT NOT NULL,
      actor TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX version_decision_number ON version_decision (number, id);

    CREATE TABLE finding_answer (
      id INTEGER PRIMARY KEY,
      number INTEGER NOT NULL REFERENCES received_file (number),
      finding TEXT NOT NULL,
      code TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('confirmed', 'corrected', 'returned', 'dismissed')),
      row_id TEXT,
      field TEXT,
      sheet TEXT,
      cell TEXT,
      kind TEXT,
      value TEXT,
      typed TEXT,
      reason TEXT NOT NULL,
      actor TEXT NOT NULL,
      at TEXT NOT NULL,
      CHECK ((state = 'corrected') = (value IS NOT NULL)),
      CHECK (value IS NULL OR (row_id IS NOT NULL AND field IS NOT NULL AND kind IS NOT NULL AND typed IS NOT NULL))
    ) STRICT;
    CREATE INDEX finding_answer_finding ON finding_answer (number, finding, id);
    CREATE INDEX finding_answer_place ON finding_answer (number, row_id, field);
    CREATE INDEX finding_return ON finding (return_id);

    CREATE TRIGGER received_file_kept_as_it_is BEFORE UPDATE ON received_file BEGIN SELECT RAISE(ABORT, 'received_file: only added to'); END;
    CREATE TRIGGER received_file_kept BEFORE DELETE ON received_file BEGIN SELECT RAISE(ABORT, 'received_file: only added to'); END;
    CREATE TRIGGER version_decision_kept_as_it_is BEFORE UPDATE ON version_decision BEGIN SELECT RAISE(ABORT, 'version_decision: only added to'); END;
    CREATE TRIGGER version_decision_kept BEFORE DELETE ON version_decision BEGIN SELECT RAISE(ABORT, 'version_decision: only added to'); END;
    CREATE TRIGGER finding_answer_kept_as_it_is BEFORE UPDATE ON finding_answer BEGIN SELECT RAISE(ABORT, 'finding_answer: only added to'); END;
    CREATE TRIGGER finding_answer_kept BEFORE DELETE ON finding_answer BEGIN SELECT RAISE(ABORT, 'finding_answer: only added to'); END;

    CREATE VIEW received AS
      SELECT f.number, 'return' AS kind, r.sha256, r.file_name, b.imported_at, r.sample, r.reading, f.return_id, f.monitoring_id
      FROM received_file f JOIN return_file r ON r.id = f.return_id JOIN import_batch b ON b.id = r.batch_id
      UNION ALL
      SELECT f.number, m.kind, m.sha256, m.file_name, m.imported_at, m.sample, m.reading, f.return_id, f.monitoring_id
      FROM received_file f JOIN monitoring_file m ON m.id = f.monitoring_id;

    CREATE VIEW counted_return AS SELECT * FROM return_file WHERE superseded_by IS NULL;

    CREATE VIEW answered_finding AS
      SELECT a.*, f.return_id FROM finding_answer a JOIN received_file f ON f.number = a.number
      WHERE a.id = (SELECT max(later.id) FROM finding_answer later WHERE later.number = a.number AND later.finding = a.finding);

    CREATE VIEW held_answer AS
      SELECT a.return_id, a.row_id, a.field, a.value ->> '$.value.kind' AS kind, coalesce(a.value ->> '$.value.value', '') AS value,
        EXISTS (SELECT 1 FROM answered_finding c WHERE c.state = 'confirmed' AND c.return_id = a.return_id AND c.row_id = a.row_id
          AND c.field = a.field AND c.code = a.value ->> '$.code') AS confirmed
      FROM return_answer a WHERE a.kind = 'held';

    CREATE VIEW correction AS
      SELECT a.* FROM answered_finding a WHERE a.state = 'corrected' AND a.id = (
        SELECT max(later.id) FROM answered_finding later
        WHERE later.state = 'corrected' AND later.number = a.number AND later.row_id = a.row_id AND later.field = a.field);

    CREATE VIEW counted_answer AS
      SELECT r.year, r.unit_id, a.return_id, a.row_id, a.field,
        coalesce(c.kind, CASE WHEN h.confirmed THEN h.kind END, a.kind) AS kind,
        coalesce(c.value, CASE WHEN h.confirmed THEN h.value END, a.value) AS value,
        a.raw, a.sheet, a.cell, c.id AS correction_id
      FROM counted_return r JOIN return_answer a ON a.return_id = r.id
      LEFT JOIN correction c ON c.return_id = a.return_id AND c.row_id = a.row_id AND c.field = a.field
      LEFT JOIN held_answer h ON a.kind = 'held' AND h.return_id = a.return_id AND h.row_id = a.row_id AND h.field = a.field
      UNION ALL
      SELECT r.year, r.unit_id, c.return_id, c.row_id, c.field, c.kind, c.value, '', c.sheet, c.cell, c.id
      FROM correction c JOIN counted_return r ON r.id = c.return_id
      WHERE NOT EXISTS (SELECT 1 FROM return_answer a WHERE a.return_id = c.return_id AND a.row_id = c.row_id AND a.field = c.field);

    CREATE VIEW counted_air_day AS
      SELECT r.year, r.unit_id, r.file_name, r.sha256, r.batch_id, d.* FROM counted_return r JOIN air_daily d ON d.return_id = r.id;
    CREATE VIEW counted_station_day AS SELECT * FROM station_day WHERE superseded_by IS NULL;
    CREATE VIEW counted_dust_day AS SELECT * FROM dust_day WHERE superseded_by IS NULL;
    CREATE VIEW counted_forecast AS SELECT * FROM forecast WHERE superseded_by IS NULL;
  `,
  run(database: BetterSqlite.Database, { at }: { readonly at: string }): void {
    const files = database.prepare(FILES).all() as ReceivedFile[];
    if (files.length === 0) return;
    const number = database.prepare('INSERT INTO received_file (number, return_id, monitoring_id) VALUES (?, ?, ?)');
    for (const [index, file] of files.entries()) number.run(index + 1, file.returnId, file.monitoringId);
    const adopted = database.prepare(ADOPTED).pluck().all() as number[];
    const adopt = database.prepare(
      "INSERT INTO version_decision (number, act, cause, reason, actor, at) VALUES (?, 'adopt', 'migration', ?, ?, ?)",
    );
    for (const one of adopted) adopt.run(one, REASON, ACTOR, at);
    database.exec(COUNTING_IN_ITS_PLACE);
    const numbered = files.map(({ kind, sha256 }, index) => ({ number: index + 1, kind, sha256 }));
    log(database, at, JSON.stringify({ version: 130, files: numbered, adopted }));
  },
} as const;

interface ReceivedFile {
  readonly kind: string;
  readonly sha256: string;
  readonly returnId: number | null;
  readonly monitoringId: number | null;
}

const REASON = '升级前已采用';
const ACTOR = '升级';

/** In the order in which they came. */
const FILES = `
  SELECT kind, sha256, returnId, monitoringId FROM (
    SELECT 'return' AS kind, r.sha256, r.id AS returnId, NULL AS monitoringId, b.imported_at AS at, 0 AS turn, r.id AS id
    FROM return_file r JOIN import_batch b ON b.id = r.batch_id
    UNION ALL SELECT kind, sha256, NULL, id, imported_at, 1, id FROM monitoring_file)
  ORDER BY at, turn, id`;

/** Each version counted in its turn; last come those that count now. */
const ADOPTED = `
  SELECT f.number FROM received_file f JOIN return_file r ON r.id = f.return_id ORDER BY r.superseded_by IS NULL, r.id`;

const COUNTING_IN_ITS_PLACE = `
  UPDATE return_file SET superseded_by = (
    SELECT c.id FROM return_file c WHERE c.year = return_file.year AND c.unit_id = return_file.unit_id AND c.superseded_by IS NULL)
  WHERE superseded_by IS NOT NULL`;

/** Puts an event behind the chain (version 30); written out here, so that it stays as it is. */
function log(database: BetterSqlite.Database, at: string, detail: string): void {
  const last = database.prepare('SELECT id, hash FROM event ORDER BY id DESC LIMIT 1').get() as { id: number; hash: string };
  const entry = {
    id: last.id + 1,
    at,
    kind: 'register.adopt',
    detail,
    actor: ACTOR,
    reason: REASON,
    subject: null,
    before: null,
    after: null,
    prevHash: last.hash,
  };
  const keys = Object.keys(entry).toSorted() as (keyof typeof entry)[];
  const hash = createHash('sha256')
    .update(`{${keys.map((key) => `${JSON.stringify(key)}:${JSON.stringify(entry[key])}`).join(',')}}`)
    .digest('hex');
  database
    .prepare('INSERT INTO event (id, at, kind, detail, actor, reason, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
    .run(entry.id, entry.at, entry.kind, entry.detail, entry.actor, entry.reason, entry.prevHash, hash);
}
