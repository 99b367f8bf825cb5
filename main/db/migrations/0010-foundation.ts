/**
 * Version 10 (2026-11): plan, returns with their original bytes, values with their cells, daily air values, findings, runs, events.
 *
 * `file.bytes` keeps every accepted return exactly as it was sent: each value can be looked up in it by sheet and cell years later.
 * A unit's return that is replaced stays, with `superseded_by` naming its successor.
 */
export const foundation = {
  version: 10,
  sql: `
    CREATE TABLE plan (
      id TEXT PRIMARY KEY,
      version TEXT NOT NULL,
      content TEXT NOT NULL CHECK (json_valid(content)),
      stored_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE scheme (
      id TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('scoring', 'ranking')),
      year INTEGER NOT NULL,
      version TEXT NOT NULL,
      content TEXT NOT NULL CHECK (json_valid(content)),
      stored_at TEXT NOT NULL,
      PRIMARY KEY (kind, year, version)
    ) STRICT;

    CREATE TABLE conflict_decision (
      id INTEGER PRIMARY KEY,
      year INTEGER NOT NULL,
      subject TEXT NOT NULL,
      statement TEXT NOT NULL,
      reason TEXT NOT NULL,
      decided_by TEXT NOT NULL,
      decided_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE file (
      sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
      size INTEGER NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;

    CREATE TABLE import_batch (
      id INTEGER PRIMARY KEY,
      year INTEGER NOT NULL,
      imported_at TEXT NOT NULL,
      sample INTEGER NOT NULL CHECK (sample IN (0, 1))
    ) STRICT;

    CREATE TABLE return_file (
      id INTEGER PRIMARY KEY,
      batch_id INTEGER NOT NULL REFERENCES import_batch (id),
      sha256 TEXT NOT NULL REFERENCES file (sha256),
      file_name TEXT NOT NULL,
      unit_id TEXT NOT NULL,
      year INTEGER NOT NULL,
      version INTEGER NOT NULL,
      layout_id TEXT NOT NULL,
      reported_on TEXT,
      sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
      superseded_by INTEGER REFERENCES return_file (id),
      UNIQUE (unit_id, year, version)
    ) STRICT;
    CREATE UNIQUE INDEX return_file_current ON return_file (year, unit_id) WHERE superseded_by IS NULL;
    CREATE INDEX return_file_sha256 ON return_file (sha256);

    CREATE TABLE return_answer (
      return_id INTEGER NOT NULL REFERENCES return_file (id),
      row_id TEXT NOT NULL,
      field TEXT NOT NULL,
      kind TEXT NOT NULL,
      value TEXT NOT NULL,
      raw TEXT NOT NULL,
      sheet TEXT NOT NULL,
      cell TEXT NOT NULL,
      PRIMARY KEY (return_id, row_id, field)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE air_daily (
      return_id INTEGER NOT NULL REFERENCES return_file (id),
      date TEXT NOT NULL,
      pm25 TEXT, pm10 TEXT, so2 TEXT, no2 TEXT, co TEXT, o3 TEXT,
      sheet TEXT NOT NULL,
      cells TEXT NOT NULL CHECK (json_valid(cells)),
      PRIMARY KEY (return_id, date)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE finding (
      id INTEGER PRIMARY KEY,
      batch_id INTEGER NOT NULL REFERENCES import_batch (id),
      return_id INTEGER REFERENCES return_file (id),
      file_name TEXT NOT NULL,
      sheet TEXT,
      cell TEXT,
      severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
      code TEXT NOT NULL,
      params TEXT NOT NULL CHECK (json_valid(params))
    ) STRICT;
    CREATE INDEX finding_batch ON finding (batch_id);

    CREATE TABLE run (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('assessment', 'ranking')),
      period TEXT NOT NULL,
      scheme_version TEXT NOT NULL,
      plan_version TEXT NOT NULL,
      input_hash TEXT NOT NULL,
      result TEXT NOT NULL CHECK (json_valid(result)),
      computed_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX run_latest ON run (kind, period, id);

    CREATE TABLE event (
      id INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      kind TEXT NOT NULL,
      detail TEXT NOT NULL CHECK (json_valid(detail))
    ) STRICT;
  `,
} as const;
