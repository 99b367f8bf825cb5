/**
 * Version 270 (2026-12): outlines of units (轮廓), for drawing them as a map.
 *
 * `outline_file` says which file (its bytes stand in `file` under their SHA-256) is drawn from then on, and where it comes from; a row without a file takes
 * it away again. The last row holds. Only ever added to. No number comes from it.
 */
export const outlines = {
  version: 270,
  sql: `
    CREATE TABLE outline_file (
      id INTEGER PRIMARY KEY,
      file_name TEXT NOT NULL,
      sha256 TEXT REFERENCES file (sha256),
      source TEXT NOT NULL,
      sketch INTEGER NOT NULL CHECK (sketch IN (0, 1)),
      reason TEXT NOT NULL,
      actor TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;

    CREATE TRIGGER outline_file_kept_as_it_is BEFORE UPDATE ON outline_file
      BEGIN SELECT RAISE(ABORT, 'outline_file: only added to'); END;
    CREATE TRIGGER outline_file_kept BEFORE DELETE ON outline_file
      BEGIN SELECT RAISE(ABORT, 'outline_file: only added to'); END;
  `,
} as const;
