/**
 * Version 150 (2026-12): a return that the office types in (手工录入) from paper, a photo or the telephone.
 *
 * What was typed stands in a form of the unit that is stored as any other return; `typed_return` says of such a version by what way and on what
 * day the unit's words came, who typed them, and which file in `file` is the scan (扫描件) of what the unit wrote. Only ever added to. A work of
 * before has none.
 */
export const typedReturns = {
  version: 150,
  sql: `
    CREATE TABLE typed_return (
      return_id INTEGER PRIMARY KEY REFERENCES return_file (id),
      way TEXT NOT NULL CHECK (way IN ('paper', 'photo', 'phone', 'other')),
      received_on TEXT NOT NULL,
      typed_by TEXT NOT NULL,
      scan_sha256 TEXT REFERENCES file (sha256),
      scan_name TEXT,
      CHECK ((scan_sha256 IS NULL) = (scan_name IS NULL))
    ) STRICT;

    CREATE TRIGGER typed_return_kept_as_it_is BEFORE UPDATE ON typed_return BEGIN SELECT RAISE(ABORT, 'typed_return: only added to'); END;
    CREATE TRIGGER typed_return_kept BEFORE DELETE ON typed_return BEGIN SELECT RAISE(ABORT, 'typed_return: only added to'); END;
  `,
} as const;
