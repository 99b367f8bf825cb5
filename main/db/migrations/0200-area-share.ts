import { createHash } from 'node:crypto';
import type BetterSqlite from 'better-sqlite3';

/**
 * Version 200 (2026-12): where nobody says otherwise, a value of an area needs values of a share of its stations. What a work has goes on as it did:
 * one station with a value is enough, by entries that the log tells of.
 */
export const areaShare = {
  version: 200,
  sql: '',
  run(database: BetterSqlite.Database, { at }: { readonly at: string }): void {
    // A work that is being made has no plan yet.
    if (database.prepare('SELECT 1 FROM plan_document LIMIT 1').get() === undefined) return;
    for (const key of ['air.area-share', 'air.area-few-share']) keepSetting(database, at, key);
  },
} as const;

const ACTOR = '升级';
const REASON = '升级前的做法';
/** Before any monitoring by these standards. */
const FROM = '2000-01-01';
const ONE_IS_ENOUGH = '0';

function keepSetting(database: BetterSqlite.Database, at: string, key: string): void {
  const setting = { key, value: ONE_IS_ENOUGH, from: FROM, document: null, reason: REASON, actor: ACTOR, storedAt: at };
  database
    .prepare(
      `INSERT INTO setting (id, key, value, from_date, document, reason, actor, stored_at)
      VALUES ((SELECT coalesce(max(id), 0) + 1 FROM setting), ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(key, JSON.stringify(ONE_IS_ENOUGH), FROM, null, REASON, ACTOR, at);
  log(database, setting);
}

/** Puts an event behind the chain (version 30); written out here, so that it stays as it is. */
function log(database: BetterSqlite.Database, setting: { readonly key: string; readonly value: string; readonly storedAt: string }): void {
  const last = database.prepare('SELECT id, hash FROM event ORDER BY id DESC LIMIT 1').get() as { id: number; hash: string };
  const value = JSON.stringify(setting.value);
  const entry = {
    id: last.id + 1,
    at: setting.storedAt,
    kind: 'settings.set',
    detail: JSON.stringify(setting),
    actor: ACTOR,
    reason: REASON,
    subject: setting.key,
    before: value,
    after: value,
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
    .run(entry.id, entry.at, entry.kind, entry.detail, ACTOR, REASON, entry.subject, value, value, entry.prevHash, hash);
}
