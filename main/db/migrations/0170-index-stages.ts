import { createHash } from 'node:crypto';
import type BetterSqlite from 'better-sqlite3';

/**
 * Version 170 (2026-12): where nobody says otherwise, the composite index (综合指数) is rounded in stages. What a work has goes on as it did: a
 * stored scheme that says nothing of it now says `sum`, and so does the work's own setting.
 *
 * A version of a scheme is known by the hash of its content; the content as it came stands in `origin`, and the hash is of that.
 */
export const indexStages = {
  version: 170,
  sql: `
    DROP TRIGGER scheme_version_kept_as_it_is;
    ALTER TABLE scheme_version ADD COLUMN origin TEXT CHECK (origin IS NULL OR json_valid(origin));
  `,
  run(database: BetterSqlite.Database, { at }: { readonly at: string }): void {
    const carried = carrySchemes(database);
    database.exec(
      "CREATE TRIGGER scheme_version_kept_as_it_is BEFORE UPDATE ON scheme_version BEGIN SELECT RAISE(ABORT, 'scheme_version: only added to'); END;",
    );
    if (carried.length > 0)
      log(database, at, { kind: 'schemes.carry', subject: null, before: null, after: null, detail: { version: 170, schemes: carried } });
    // A work that is being made has no plan yet.
    if (database.prepare('SELECT 1 FROM plan_document LIMIT 1').get() !== undefined) keepSetting(database, at);
  },
} as const;

/** Content of a stored scheme that says how the index is rounded, as it was meant; null where it says so already or has nothing to do with it. */
export function carriedScheme(kind: string, content: unknown): unknown {
  if (!isRecord(content)) return null;
  const { rules } = content;
  if (!isRecord(rules)) return kind === 'ranking' ? withRounding(content, true) : null;
  const own = withRounding(rules, kind === 'ranking');
  if (own !== null) return { ...content, rules: own };
  const parts = Object.entries(rules).map(([name, rule]) => [name, isRecord(rule) ? withRounding(rule, false) : null] as const);
  if (parts.every(([, part]) => part === null)) return null;
  return { ...content, rules: Object.fromEntries(parts.map(([name, part]) => [name, part ?? rules[name]])) };
}

/** `always`: a ranking has an evaluation of its own whether or not it is written. */
function withRounding(rule: Raw, always: boolean): Raw | null {
  const { evaluation = always ? {} : null } = rule;
  if (!isRecord(evaluation)) return null;
  const { index = {} } = evaluation;
  if (!isRecord(index) || index['rounding'] !== undefined) return null;
  return { ...rule, evaluation: { ...evaluation, index: { ...index, rounding: 'sum' } } };
}

type Raw = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

interface Carried {
  readonly id: string;
  readonly version: string;
}

function carrySchemes(database: BetterSqlite.Database): Carried[] {
  const stored = database.prepare('SELECT id, scheme_id AS schemeId, kind, version, content FROM scheme_version ORDER BY id').all() as {
    id: number;
    schemeId: string;
    kind: string;
    version: string;
    content: string;
  }[];
  const carry = database.prepare('UPDATE scheme_version SET origin = content, content = ? WHERE id = ?');
  return stored.flatMap(({ id, schemeId, kind, version, content }) => {
    const said = carriedScheme(kind, JSON.parse(content));
    if (said === null) return [];
    carry.run(JSON.stringify(said), id);
    return [{ id: schemeId, version }];
  });
}

const ACTOR = '升级';
const REASON = '升级前的做法';
/** Before any monitoring by these standards. */
const FROM = '2000-01-01';

function keepSetting(database: BetterSqlite.Database, at: string): void {
  const setting = { key: 'index.rounding', value: 'sum', from: FROM, document: null, reason: REASON, actor: ACTOR, storedAt: at };
  database
    .prepare(
      `INSERT INTO setting (id, key, value, from_date, document, reason, actor, stored_at)
      VALUES ((SELECT coalesce(max(id), 0) + 1 FROM setting), ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(setting.key, JSON.stringify(setting.value), setting.from, null, setting.reason, setting.actor, setting.storedAt);
  const value = JSON.stringify(setting.value);
  log(database, at, { kind: 'settings.set', subject: setting.key, before: value, after: value, detail: setting });
}

interface Told {
  readonly kind: string;
  readonly subject: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly detail: object;
}

/** Puts an event behind the chain (version 30); written out here, so that it stays as it is. */
function log(database: BetterSqlite.Database, at: string, { kind, subject, before, after, detail }: Told): void {
  const last = database.prepare('SELECT id, hash FROM event ORDER BY id DESC LIMIT 1').get() as { id: number; hash: string };
  const entry = {
    id: last.id + 1,
    at,
    kind,
    detail: JSON.stringify(detail),
    actor: ACTOR,
    reason: REASON,
    subject,
    before,
    after,
    prevHash: last.hash,
  };
  const keys = Object.keys(entry).toSorted() as (keyof typeof entry)[];
  const hash = createHash('sha256')
    .update(`{${keys.map((key) => `${JSON.stringify(key)}:${JSON.stringify(entry[key])}`).join(',')}}`)
    .digest('hex');
  database
    .prepare(
      `INSERT INTO event (id, at, kind, detail, actor, reason, subject, "before", "after", prev_hash, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(entry.id, entry.at, entry.kind, entry.detail, entry.actor, entry.reason, subject, before, after, entry.prevHash, hash);
}
