import type BetterSqlite from 'better-sqlite3';
import { eventHash, type EventRow, GENESIS } from '../event-chain.ts';
import type { EventNote, ReadHandle } from '../handles.ts';

const EVENT_COLUMNS = `id, at, kind, detail, actor, reason, subject, "before", "after", prev_hash AS prevHash, hash`;

/** Every event in the order in which things happened. */
export const selectEvents = (db: ReadHandle): EventRow[] =>
  db.prepare(`SELECT ${EVENT_COLUMNS} FROM event ORDER BY id`).all() as EventRow[];

export interface NewEvent extends EventNote {
  readonly at: string;
  readonly kind: string;
  readonly actor: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Puts an event behind the last one. Only audited-handle.ts calls it, inside the transaction that the event speaks of. */
export function appendEvent(database: BetterSqlite.Database, event: NewEvent): void {
  const last = database.prepare('SELECT id, hash FROM event ORDER BY id DESC LIMIT 1').get() as Pick<EventRow, 'id' | 'hash'> | undefined;
  const row: EventRow = {
    id: (last?.id ?? 0) + 1,
    at: event.at,
    kind: event.kind,
    detail: JSON.stringify(event.detail),
    actor: event.actor,
    reason: event.reason ?? null,
    subject: event.subject ?? null,
    before: jsonOrNull(event.before),
    after: jsonOrNull(event.after),
    prevHash: last?.hash ?? GENESIS,
    hash: null,
  };
  database
    .prepare(
      `INSERT INTO event (id, at, kind, detail, actor, reason, subject, "before", "after", prev_hash, hash)
      VALUES (@id, @at, @kind, @detail, @actor, @reason, @subject, @before, @after, @prevHash, @hash)`,
    )
    .run({ ...row, hash: eventHash(row) });
}

const jsonOrNull = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
