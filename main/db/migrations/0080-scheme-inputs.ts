/**
 * Version 80 (2026-12): what a scheme needs and neither returns nor monitoring data give (评审分, 参数, 事件) is entered for it by period and
 * subject, with its document. Only ever added to; the newest of a place counts, and one without a value takes the earlier ones away (撤回).
 */
export const schemeInputs = {
  version: 80,
  sql: `
    CREATE TABLE scheme_input (
      id INTEGER PRIMARY KEY,
      scheme_id TEXT NOT NULL,
      period TEXT NOT NULL,
      subject_id TEXT,
      kind TEXT NOT NULL CHECK (kind IN ('manual', 'param', 'event')),
      name TEXT NOT NULL,
      value TEXT,
      document TEXT NOT NULL,
      actor TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX scheme_input_scheme ON scheme_input (scheme_id, period, id);

    CREATE TRIGGER scheme_input_kept_as_it_is BEFORE UPDATE ON scheme_input BEGIN SELECT RAISE(ABORT, 'scheme_input: only added to'); END;
    CREATE TRIGGER scheme_input_kept BEFORE DELETE ON scheme_input BEGIN SELECT RAISE(ABORT, 'scheme_input: only added to'); END;
  `,
} as const;
