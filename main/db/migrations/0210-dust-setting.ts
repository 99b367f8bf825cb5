import { createHash } from 'node:crypto';
import type BetterSqlite from 'better-sqlite3';

/**
 * Version 210 (2026-12): dust days (扣沙日) are one dated setting of the whole work and no longer said by each ranking (排名办法). A work goes on as
 * the ranking that is taken where nobody names one had it: that becomes the setting, from before all its data. What somebody had set before held
 * for evaluations alone: from its day on the setting is what the ranking had, too, by an entry behind it. Rankings and rules lose what they said of
 * it; `dustSaidIn` what came in still tells it, for the runs that were made by it.
 *
 * A version of a scheme is known by the hash of its content as it came, which stands in `origin`.
 */
export const dustSetting = {
  version: 210,
  sql: 'DROP TRIGGER scheme_version_kept_as_it_is;',
  run(database: BetterSqlite.Database, { at }: { readonly at: string }): void {
    const schemes = storedSchemes(database);
    const dust = dustOfRanking(database, schemes);
    const carried = carrySchemes(database, schemes);
    database.exec(
      "CREATE TRIGGER scheme_version_kept_as_it_is BEFORE UPDATE ON scheme_version BEGIN SELECT RAISE(ABORT, 'scheme_version: only added to'); END;",
    );
    if (carried.length > 0)
      log(database, at, { kind: 'schemes.carry', subject: null, before: null, after: null, detail: { version: 210, schemes: carried } });
    // A work that is being made has no plan yet.
    if (database.prepare('SELECT 1 FROM plan_document LIMIT 1').get() === undefined) return;
    for (const [key, value] of [
      ['dust.concentrations', dust.concentrations],
      ['dust.days', dust.days],
    ] as const)
      keepSetting(database, at, key, value);
  },
} as const;

/** Content of a stored scheme without what it said of dust days; null where it said nothing. */
export function withoutDust(content: unknown): unknown {
  if (!isRecord(content)) return null;
  const { rules } = content;
  if (!isRecord(rules)) return cut(content);
  const own = cut(rules);
  if (own !== null) return { ...content, rules: own };
  const parts = Object.entries(rules).map(([name, rule]) => [name, cut(rule)] as const);
  if (parts.every(([, part]) => part === null)) return null;
  return { ...content, rules: Object.fromEntries(parts.map(([name, part]) => [name, part ?? rules[name]])) };
}

type Raw = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

function cut(rule: unknown): Raw | null {
  if (!isRecord(rule) || !isRecord(rule['evaluation']) || rule['evaluation']['dust'] === undefined) return null;
  const { dust: _, ...evaluation } = rule['evaluation'];
  return { ...rule, evaluation };
}

interface Stored {
  readonly rowId: number;
  readonly id: string;
  readonly kind: string;
  readonly year: number;
  readonly version: string;
  readonly content: Raw;
}

const storedSchemes = (database: BetterSqlite.Database): Stored[] =>
  (
    database
      .prepare('SELECT id AS rowId, scheme_id AS id, kind, year, version, content FROM scheme_version ORDER BY scheme_version.id')
      .all() as (Omit<Stored, 'content'> & { content: string })[]
  ).map(({ content, ...stored }) => ({ ...stored, content: JSON.parse(content) as Raw }));

/** 停用. */
function retiredIds(database: BetterSqlite.Database): ReadonlySet<string> {
  const acts = database.prepare("SELECT scheme_id AS id, act FROM scheme_act WHERE act <> 'approve' ORDER BY scheme_act.id").all() as {
    id: string;
    act: string;
  }[];
  const last = new Map(acts.map(({ id, act }) => [id, act]));
  return new Set([...last].filter(([, act]) => act === 'retire').map(([id]) => id));
}

interface Dust {
  readonly concentrations: boolean;
  readonly days: 'kept' | 'left-out';
}

/**
 * What the ranking said that is taken where nobody names one; one that says nothing takes nothing out. A work without any goes on as its evaluations
 * were where nobody said otherwise.
 */
function dustOfRanking(database: BetterSqlite.Database, schemes: readonly Stored[]): Dust {
  const retired = retiredIds(database);
  const newest = new Map<string, Stored>();
  for (const stored of schemes.filter(({ kind, id }) => kind === 'ranking' && !retired.has(id))) {
    const known = newest.get(stored.id);
    if (known === undefined || known.year <= stored.year) newest.set(stored.id, stored);
  }
  const used = [...newest.values()];
  const preferred = used.findLast(({ content }) => content['preferred'] === true) ?? used[0];
  return preferred === undefined ? { concentrations: true, days: 'kept' } : dustSaidIn(preferred.content);
}

/** What a scheme said of dust days before they were a setting of the work; where it says nothing, nothing is taken out. */
export function dustSaidIn(content: unknown): Dust {
  const rules = isRecord(content) ? content['rules'] : undefined;
  const said = isRecord(rules) ? rules['evaluation'] : isRecord(content) ? content['evaluation'] : undefined;
  const dust = isRecord(said) && isRecord(said['dust']) ? said['dust'] : {};
  return { concentrations: dust['concentrations'] === true, days: dust['days'] === true ? 'left-out' : 'kept' };
}

function carrySchemes(database: BetterSqlite.Database, schemes: readonly Stored[]): { id: string; version: string }[] {
  const carry = database.prepare('UPDATE scheme_version SET origin = coalesce(origin, content), content = ? WHERE id = ?');
  return schemes.flatMap(({ rowId, id, version, content }) => {
    const left = withoutDust(content);
    if (left === null) return [];
    carry.run(JSON.stringify(left), rowId);
    return [{ id, version }];
  });
}

const ACTOR = '升级';
const REASON = '升级前的做法';
/** Before any monitoring by these standards. */
const FROM = '2000-01-01';

/** How the log tells of it: runs from before this event knew no such setting. */
export const DUST_CARRIED = { kind: 'settings.set', subject: 'dust.days', actor: ACTOR } as const;

/** From the first day on, and again from each day of which somebody has said otherwise. */
function keepSetting(database: BetterSqlite.Database, at: string, key: string, value: boolean | string): void {
  const known = database.prepare('SELECT from_date AS "from", value FROM setting WHERE key = ? ORDER BY id').all(key) as {
    from: string;
    value: string;
  }[];
  const said = new Map(known.map((entry) => [entry.from, meant(key, entry.value)]));
  const stored = JSON.stringify(value);
  keepFrom(database, at, { key, value, from: FROM, before: stored });
  for (const [from, before] of said) if (before !== stored && from > FROM) keepFrom(database, at, { key, value, from, before });
}

/** Days were left out or not while that was a yes or no. */
const meant = (key: string, stored: string): string =>
  key === 'dust.days' ? JSON.stringify(stored === 'true' ? 'left-out' : 'kept') : stored;

interface Kept {
  readonly key: string;
  readonly value: boolean | string;
  readonly from: string;
  readonly before: string;
}

function keepFrom(database: BetterSqlite.Database, at: string, { key, value, from, before }: Kept): void {
  const setting = { key, value, from, document: null, reason: REASON, actor: ACTOR, storedAt: at };
  const stored = JSON.stringify(value);
  database
    .prepare(
      `INSERT INTO setting (id, key, value, from_date, document, reason, actor, stored_at)
      VALUES ((SELECT coalesce(max(id), 0) + 1 FROM setting), ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(key, stored, from, null, REASON, ACTOR, at);
  log(database, at, { kind: 'settings.set', subject: key, before, after: stored, detail: setting });
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
