import type { EventStatement } from '../../../shared/domain/monitoring/events/exceptional-events.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';

interface Row {
  readonly id: number;
  readonly event: number;
  readonly act: EventStatement['act'];
  readonly content: string;
  readonly evidence: string;
  readonly reason: string;
  readonly actor: string;
  readonly at: string;
}

/** What was said of 例外事件, in the order in which it was said. */
export const selectEventStatements = (db: ReadHandle): EventStatement[] =>
  (db.prepare('SELECT id, event, act, content, evidence, reason, actor, at FROM event_statement ORDER BY id').all() as Row[]).map(
    ({ content, evidence, ...row }) =>
      ({ ...row, content: JSON.parse(content) as unknown, evidence: JSON.parse(evidence) as unknown }) as EventStatement,
  );

/** 0 without one. */
export const newestEventStatement = (db: ReadHandle): number =>
  (db.prepare('SELECT max(id) AS id FROM event_statement').get() as { id: number | null }).id ?? 0;

export function insertEventStatement(db: WriteHandle, { id, event, act, content, evidence, reason, actor, at }: EventStatement): void {
  db.prepare('INSERT INTO event_statement (id, event, act, content, evidence, reason, actor, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
    id,
    event,
    act,
    JSON.stringify(content),
    JSON.stringify(evidence),
    reason,
    actor,
    at,
  );
}
