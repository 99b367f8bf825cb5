import { createHash } from 'node:crypto';
import type BetterSqlite from 'better-sqlite3';

/**
 * Version 50 (2026-12): 不涉及 is asked for by the unit and counts once the office has consented (同意不涉及). Consents are only ever added to;
 * the newest of a row holds. `reading` is the edition of the rules by which a return was read; those before are of the first.
 *
 * What counted without consent until now goes on counting: it is recorded as taken over (`as_before`) and counts as it counted then, which is
 * for a status: left out of the score unless a later lead said more; for a rate whose denominator may be 0: 全年没有发生, full marks; for another
 * figure: a later lead's stands in. A figure in whose place nobody's stood was missing, and stays so without a consent.
 */
export const consents = {
  version: 50,
  sql: `
    CREATE TABLE consent (
      id INTEGER PRIMARY KEY,
      year INTEGER NOT NULL,
      unit_id TEXT NOT NULL,
      row_id TEXT NOT NULL,
      given INTEGER NOT NULL CHECK (given IN (0, 1)),
      as_before INTEGER NOT NULL DEFAULT 0 CHECK (as_before IN (0, 1)),
      reason TEXT NOT NULL,
      actor TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX consent_row ON consent (year, unit_id, row_id, id);

    CREATE TRIGGER consent_kept_as_it_is BEFORE UPDATE ON consent BEGIN SELECT RAISE(ABORT, 'consent: only added to'); END;
    CREATE TRIGGER consent_kept BEFORE DELETE ON consent BEGIN SELECT RAISE(ABORT, 'consent: only added to'); END;

    ALTER TABLE return_file ADD COLUMN reading INTEGER NOT NULL DEFAULT 1;
  `,
  run(database: BetterSqlite.Database, { at }: { readonly at: string }): void {
    const measures = measuresOf(database);
    const answers = database.prepare(ANSWERS).all() as Answer[];
    const rows = Map.groupBy(answers, ({ year, unitId, rowId }) => `${year}|${unitId}|${rowId}`);
    const insert = database.prepare(
      'INSERT INTO consent (year, unit_id, row_id, given, as_before, reason, actor, at) VALUES (?, ?, ?, 1, 1, ?, ?, ?)',
    );
    for (const row of rows.values()) {
      const [{ year, unitId, rowId } = NOTHING] = row;
      if (!counted(row, measures.get(rowId), answers)) continue;
      insert.run(year, unitId, rowId, REASON, ACTOR, at);
      log(database, at, JSON.stringify({ year, unit: unitId, row: rowId, given: true, asBefore: true, reason: REASON, by: ACTOR }));
    }
  },
} as const;

/** Puts an event behind the chain (version 30); written out here, so that it stays as it is. */
function log(database: BetterSqlite.Database, at: string, detail: string): void {
  const last = database.prepare('SELECT id, hash FROM event ORDER BY id DESC LIMIT 1').get() as { id: number; hash: string };
  const entry = {
    id: last.id + 1,
    at,
    kind: 'consents.give',
    detail,
    actor: ACTOR,
    reason: REASON,
    subject: null,
    before: null,
    after: null,
    prevHash: last.hash,
  };
  const keys = Object.keys(entry).toSorted() as (keyof typeof entry)[];
  const hash = createHash('sha256')
    .update(`{${keys.map((key) => `${JSON.stringify(key)}:${JSON.stringify(entry[key])}`).join(',')}}`)
    .digest('hex');
  database
    .prepare('INSERT INTO event (id, at, kind, detail, actor, reason, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
    .run(entry.id, entry.at, entry.kind, entry.detail, entry.actor, entry.reason, entry.prevHash, hash);
}

const REASON = '迁移前已计入';
const ACTOR = '升级';
const NOTHING = { year: 0, unitId: '', rowId: '' };

const ANSWERS = `
  SELECT r.year, r.unit_id AS unitId, a.row_id AS rowId, a.field, a.kind, a.value FROM return_answer a JOIN return_file r ON r.id = a.return_id
  WHERE r.superseded_by IS NULL ORDER BY r.year, r.unit_id, a.row_id, a.field`;

interface Answer {
  readonly year: number;
  readonly unitId: string;
  readonly rowId: string;
  readonly field: string;
  readonly kind: string;
  readonly value: string;
}

/** What this step reads of a measure in a stored plan document, and the units that lead its row. */
interface Measure {
  readonly zeroDenominator?: string;
  readonly kind?: string;
  readonly leadUnits: readonly string[];
}

/** Measures of every document by id, wherever in it they stand. */
function measuresOf(database: BetterSqlite.Database): Map<string, Measure> {
  const measures = new Map<string, Measure>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { measures: own, leadUnits } = node as { measures?: unknown; leadUnits?: unknown };
    if (Array.isArray(own) && Array.isArray(leadUnits))
      for (const measure of own as ({ id: string } & Omit<Measure, 'leadUnits'>)[])
        measures.set(measure.id, { ...measure, leadUnits: leadUnits as string[] });
    for (const child of Object.values(node)) visit(child);
  };
  const contents = database.prepare('SELECT content FROM plan_document ORDER BY id').pluck().all() as string[];
  for (const content of contents) visit(JSON.parse(content));
  return measures;
}

/** Whether 不涉及 in this row of a return counted for something until now. */
function counted(row: readonly Answer[], measure: Measure | undefined, all: readonly Answer[]): boolean {
  if (row.some((answer) => answer.field === 'status' && answer.value === 'notApplicable')) return true;
  if (measure === undefined || !row.some(saysNotApplicable)) return false;
  if (measure.kind === 'rate' && measure.zeroDenominator === 'complete' && countedAsNone(row)) return true;
  const [{ year, unitId, rowId } = NOTHING] = row;
  const others = measure.leadUnits.filter((lead) => lead !== unitId);
  return all.some(
    (answer) => answer.year === year && answer.rowId === rowId && others.includes(answer.unitId) && answer.kind === 'quantity',
  );
}

const saysNotApplicable = (answer: Answer | undefined): boolean => answer?.kind === 'notApplicable';

/** 无 over 无, or 无 for the rate itself, was read as 0/0. */
function countedAsNone(row: readonly Answer[]): boolean {
  const [above, below, typed] = ['numerator', 'denominator', 'value'].map((field) => row.find((answer) => answer.field === field));
  if (typed?.kind === 'quantity') return false;
  if (saysNotApplicable(below) && (above?.kind !== 'quantity' || Number(above.value) === 0)) return true;
  return above?.kind !== 'quantity' && below?.kind !== 'quantity' && saysNotApplicable(typed ?? above);
}
