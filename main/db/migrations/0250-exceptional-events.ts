/**
 * Version 250 (2026-12): 例外事件 (dust, smoke, fireworks, others) as entries.
 *
 * `event_statement` holds what was said of an event: that it was (report), that it was approved or refused, that it is taken back (withdraw), and
 * that the act before is (undo). `event` is the id of the statement that entered it. Evidence is named by its SHA-256 in `file`. Only ever added
 * to. A work of before has none; its dust lists go on as they are.
 */
export const exceptionalEvents = {
  version: 250,
  sql: `
    CREATE TABLE event_statement (
      id INTEGER PRIMARY KEY,
      event INTEGER NOT NULL,
      act TEXT NOT NULL CHECK (act IN ('report', 'approve', 'refuse', 'withdraw', 'undo')),
      content TEXT NOT NULL CHECK (json_valid(content)),
      evidence TEXT NOT NULL CHECK (json_valid(evidence)),
      reason TEXT NOT NULL,
      actor TEXT NOT NULL,
      at TEXT NOT NULL,
      CHECK ((act = 'report') = (event = id))
    ) STRICT;
    CREATE INDEX event_statement_event ON event_statement (event, id);

    CREATE TRIGGER event_statement_kept_as_it_is BEFORE UPDATE ON event_statement
      BEGIN SELECT RAISE(ABORT, 'event_statement: only added to'); END;
    CREATE TRIGGER event_statement_kept BEFORE DELETE ON event_statement
      BEGIN SELECT RAISE(ABORT, 'event_statement: only added to'); END;
  `,
} as const;
