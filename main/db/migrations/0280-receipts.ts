/**
 * Version 280 (2026-12): when a return came in (收到日期) and by what way, the deadline of single units (延期, 免于迟报扣分), what the office says of a
 * unit's return as a whole (审核), and that its form was sent out (发出).
 *
 * All four are only ever added to; the newest word of a version, a unit's year and kind, a unit's year holds, which is what the `standing_` views
 * say. `review.number` is the version that was looked at, 0 where none counted; `seen`, `decided`, `answered` are the newest 收件号, decision and answer of
 * that moment, so that whatever came after it is known as such. A work of before has none: its returns are as late as their 填报日期 says.
 */
export const receipts = {
  version: 280,
  sql: `
    CREATE TABLE receipt (
      id INTEGER PRIMARY KEY,
      number INTEGER NOT NULL REFERENCES received_file (number),
      received_on TEXT NOT NULL,
      via TEXT NOT NULL,
      cause TEXT NOT NULL CHECK (cause IN ('import', 'person')),
      reason TEXT NOT NULL,
      actor TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX receipt_number ON receipt (number, id);

    CREATE TABLE deadline (
      id INTEGER PRIMARY KEY,
      year INTEGER NOT NULL,
      unit_id TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('waiver', 'extension')),
      given INTEGER NOT NULL CHECK (given IN (0, 1)),
      until TEXT,
      reason TEXT NOT NULL,
      actor TEXT NOT NULL,
      at TEXT NOT NULL,
      CHECK ((until IS NOT NULL) = (kind = 'extension' AND given = 1))
    ) STRICT;
    CREATE INDEX deadline_unit ON deadline (year, unit_id, kind, id);

    CREATE TABLE review (
      id INTEGER PRIMARY KEY,
      year INTEGER NOT NULL,
      unit_id TEXT NOT NULL,
      act TEXT NOT NULL CHECK (act IN ('passed', 'returned', 'open')),
      number INTEGER NOT NULL,
      seen INTEGER NOT NULL,
      decided INTEGER NOT NULL,
      answered INTEGER NOT NULL,
      reason TEXT NOT NULL,
      actor TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX review_unit ON review (year, unit_id, id);

    CREATE TABLE sending (
      id INTEGER PRIMARY KEY,
      year INTEGER NOT NULL,
      unit_id TEXT NOT NULL,
      act TEXT NOT NULL CHECK (act IN ('send', 'undo')),
      form TEXT,
      version TEXT,
      sent_on TEXT,
      via TEXT,
      reason TEXT NOT NULL,
      actor TEXT NOT NULL,
      at TEXT NOT NULL,
      CHECK ((act = 'send') = (form IS NOT NULL AND version IS NOT NULL AND sent_on IS NOT NULL AND via IS NOT NULL))
    ) STRICT;
    CREATE INDEX sending_unit ON sending (year, unit_id, id);

    CREATE TRIGGER receipt_kept_as_it_is BEFORE UPDATE ON receipt BEGIN SELECT RAISE(ABORT, 'receipt: only added to'); END;
    CREATE TRIGGER receipt_kept BEFORE DELETE ON receipt BEGIN SELECT RAISE(ABORT, 'receipt: only added to'); END;
    CREATE TRIGGER deadline_kept_as_it_is BEFORE UPDATE ON deadline BEGIN SELECT RAISE(ABORT, 'deadline: only added to'); END;
    CREATE TRIGGER deadline_kept BEFORE DELETE ON deadline BEGIN SELECT RAISE(ABORT, 'deadline: only added to'); END;
    CREATE TRIGGER review_kept_as_it_is BEFORE UPDATE ON review BEGIN SELECT RAISE(ABORT, 'review: only added to'); END;
    CREATE TRIGGER review_kept BEFORE DELETE ON review BEGIN SELECT RAISE(ABORT, 'review: only added to'); END;
    CREATE TRIGGER sending_kept_as_it_is BEFORE UPDATE ON sending BEGIN SELECT RAISE(ABORT, 'sending: only added to'); END;
    CREATE TRIGGER sending_kept BEFORE DELETE ON sending BEGIN SELECT RAISE(ABORT, 'sending: only added to'); END;

    CREATE VIEW standing_receipt AS
      SELECT r.*, f.return_id FROM receipt r JOIN received_file f ON f.number = r.number
      WHERE r.id = (SELECT max(later.id) FROM receipt later WHERE later.number = r.number);
    CREATE VIEW standing_deadline AS
      SELECT * FROM deadline d WHERE given = 1 AND id = (
        SELECT max(later.id) FROM deadline later WHERE later.year = d.year AND later.unit_id = d.unit_id AND later.kind = d.kind);
    CREATE VIEW standing_review AS
      SELECT * FROM review r WHERE act <> 'open' AND id = (
        SELECT max(later.id) FROM review later WHERE later.year = r.year AND later.unit_id = r.unit_id);
    CREATE VIEW standing_sending AS
      SELECT * FROM sending s WHERE act = 'send' AND id = (
        SELECT max(later.id) FROM sending later WHERE later.year = s.year AND later.unit_id = s.unit_id);
  `,
} as const;
