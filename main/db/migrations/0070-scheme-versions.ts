/**
 * Version 70 (2026-12): schemes for scoring and ranking, and those written as rules (办法), are one kind of thing: numbered versions that are
 * only ever added, and acts on them (approved with a document, retired). `source` is the file as its author wrote it; null for one that came in
 * before it was kept, or with the program.
 */
export const schemeVersions = {
  version: 70,
  sql: `
    CREATE TABLE scheme_version (
      id INTEGER PRIMARY KEY,
      scheme_id TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('scoring', 'ranking', 'rules')),
      year INTEGER NOT NULL,
      number INTEGER NOT NULL,
      version TEXT NOT NULL,
      content TEXT NOT NULL CHECK (json_valid(content)),
      source TEXT,
      reason TEXT NOT NULL,
      actor TEXT NOT NULL,
      stored_at TEXT NOT NULL,
      UNIQUE (scheme_id, version),
      UNIQUE (scheme_id, number)
    ) STRICT;

    CREATE TABLE scheme_act (
      id INTEGER PRIMARY KEY,
      scheme_id TEXT NOT NULL,
      version TEXT,
      act TEXT NOT NULL CHECK (act IN ('approve', 'retire', 'restore')),
      document TEXT,
      reason TEXT NOT NULL,
      actor TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX scheme_act_scheme ON scheme_act (scheme_id, id);

    INSERT INTO scheme_version (scheme_id, kind, year, number, version, content, source, reason, actor, stored_at)
      SELECT id, kind, year, row_number() OVER (PARTITION BY id ORDER BY rowid), version, content, NULL, '', '', stored_at FROM scheme ORDER BY rowid;
    DROP TABLE scheme;

    CREATE TRIGGER scheme_version_kept_as_it_is BEFORE UPDATE ON scheme_version BEGIN SELECT RAISE(ABORT, 'scheme_version: only added to'); END;
    CREATE TRIGGER scheme_version_kept BEFORE DELETE ON scheme_version BEGIN SELECT RAISE(ABORT, 'scheme_version: only added to'); END;
    CREATE TRIGGER scheme_act_kept_as_it_is BEFORE UPDATE ON scheme_act BEGIN SELECT RAISE(ABORT, 'scheme_act: only added to'); END;
    CREATE TRIGGER scheme_act_kept BEFORE DELETE ON scheme_act BEGIN SELECT RAISE(ABORT, 'scheme_act: only added to'); END;
  `,
} as const;
