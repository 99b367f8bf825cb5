/**
 * Version 90 (2026-12): runs of any scheme of the work (kind `scheme`) beside the year's scores and the rankings. Every run keeps the version of
 * the algorithms it was computed with (算法版本; null for runs from before) and, of a scheme, what it was computed from: plan documents, files,
 * inputs, settings. CHECK cannot be widened in place, so the table is made anew.
 */
export const schemeRuns = {
  version: 90,
  sql: `
    CREATE TABLE run_made (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('assessment', 'ranking', 'scheme')),
      period TEXT NOT NULL,
      scheme_version TEXT NOT NULL,
      plan_version TEXT NOT NULL,
      input_hash TEXT NOT NULL,
      result TEXT NOT NULL CHECK (json_valid(result)),
      computed_at TEXT NOT NULL,
      engine INTEGER,
      basis TEXT CHECK (basis IS NULL OR json_valid(basis))
    ) STRICT;
    INSERT INTO run_made (id, kind, period, scheme_version, plan_version, input_hash, result, computed_at)
      SELECT id, kind, period, scheme_version, plan_version, input_hash, result, computed_at FROM run ORDER BY id;
    DROP TABLE run;
    ALTER TABLE run_made RENAME TO run;
    CREATE INDEX run_latest ON run (kind, period, id);
  `,
} as const;
