/**
 * Version 220 (2026-12): rules for values of which a cell leaves it open are said of a source (来源) too, and a file of monitoring data keeps of which
 * sources its tables are. Null for a file of before: what the work had said of such values held for all sources alike, and goes on so.
 *
 * `source_rule` is only ever added to; of two entries of a source, a key and a day the later one holds.
 *
 * `published_day` holds what a table states of a day without a concentration (公布的 AQI、级别、首要污染物). Nothing is computed from it.
 * `superseded_by` marks what a later file replaced, or, by its own file, what was taken back.
 */
export const sources = {
  version: 220,
  sql: `
    ALTER TABLE monitoring_file ADD COLUMN sources TEXT CHECK (sources IS NULL OR json_valid(sources));

    CREATE TABLE source_rule (
      id INTEGER PRIMARY KEY,
      source TEXT NOT NULL,
      key TEXT NOT NULL,
      value TEXT NOT NULL,
      from_date TEXT NOT NULL,
      document TEXT,
      reason TEXT NOT NULL,
      actor TEXT NOT NULL,
      stored_at TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER source_rule_kept_as_it_is BEFORE UPDATE ON source_rule BEGIN SELECT RAISE(ABORT, 'source_rule: only added to'); END;
    CREATE TRIGGER source_rule_kept BEFORE DELETE ON source_rule BEGIN SELECT RAISE(ABORT, 'source_rule: only added to'); END;

    CREATE TABLE published_day (
      id INTEGER PRIMARY KEY,
      file_id INTEGER NOT NULL REFERENCES monitoring_file (id),
      place_id TEXT NOT NULL,
      station TEXT NOT NULL,
      date TEXT NOT NULL,
      aqi INTEGER NOT NULL,
      level INTEGER,
      primaries TEXT CHECK (primaries IS NULL OR json_valid(primaries)),
      sheet TEXT NOT NULL,
      cell TEXT NOT NULL,
      superseded_by INTEGER REFERENCES monitoring_file (id)
    ) STRICT;
    CREATE INDEX published_day_file ON published_day (file_id);
    CREATE INDEX published_day_place ON published_day (place_id, station, date);
    CREATE VIEW counted_published_day AS SELECT * FROM published_day WHERE superseded_by IS NULL;
  `,
} as const;
