/**
 * Version 160 (2026-12): the register of stations (站点登记).
 *
 * `station_statement` holds what was said of a station from a day on (set: name, code, kind, towns with weights, items, last day) and the names
 * that were assigned to it (name; a blank station takes the name from all). `station` is the key under which its days are stored: the place and
 * the name in the table `station`, parted by |. Of several statements for one day the last one holds. Only ever added to. A work of before has
 * none, and its stations are those that its files name.
 */
export const stations = {
  version: 160,
  sql: `
    CREATE TABLE station_statement (
      id INTEGER PRIMARY KEY,
      act TEXT NOT NULL CHECK (act IN ('set', 'name')),
      station TEXT NOT NULL,
      from_date TEXT,
      content TEXT NOT NULL CHECK (json_valid(content)),
      document TEXT,
      reason TEXT NOT NULL,
      actor TEXT NOT NULL,
      at TEXT NOT NULL,
      CHECK ((act = 'set') = (from_date IS NOT NULL)),
      CHECK (act = 'name' OR station <> '')
    ) STRICT;

    CREATE TRIGGER station_statement_kept_as_it_is BEFORE UPDATE ON station_statement
      BEGIN SELECT RAISE(ABORT, 'station_statement: only added to'); END;
    CREATE TRIGGER station_statement_kept BEFORE DELETE ON station_statement
      BEGIN SELECT RAISE(ABORT, 'station_statement: only added to'); END;
  `,
} as const;
