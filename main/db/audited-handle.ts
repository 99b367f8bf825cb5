import type BetterSqlite from 'better-sqlite3';
import type { EventNote, SqlValue, WriteHandle, WriteStatement } from './handles.ts';
import { appendEvent } from './queries/events.ts';
import type { StepwiseWriting, Steps } from './stepwise.ts';

/** Whose writing it is, and under which name it is kept. */
export interface Audit {
  /** Stable name of what is done: plan.decide. */
  readonly kind: string;
  readonly actor: string;
  /** The moment of the event as ISO text with offset. */
  now(): string;
  /** What the event holds where the service notes nothing. */
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * A handle that cannot write unseen: writing outside a transaction throws, and the outermost transaction puts its event behind the chain
 * before it is committed. A transaction that has changed no row has nothing to say and leaves no event.
 */
export function auditedHandle(
  database: BetterSqlite.Database,
  statement: (sql: string) => BetterSqlite.Statement<SqlValue[]>,
  stepwise: StepwiseWriting,
  audit: Audit,
): WriteHandle {
  let depth = 0;
  let noted: EventNote = {};
  // What somebody else writes in steps is nothing that this handle may see or add to before it is whole.
  const alone = (): void => {
    if (depth === 0) stepwise.settle();
  };
  const guarded = (sql: string): WriteStatement => {
    alone();
    const made = statement(sql);
    if (made.readonly) return made as WriteStatement;
    const inside = <Result>(write: () => Result): Result => {
      if (depth === 0) throw new Error(`a write outside a transaction: ${sql}`);
      return write();
    };
    return {
      run: (...parameters) => inside(() => made.run(...parameters)),
      get: (...parameters) => inside(() => made.get(...parameters)),
      all: (...parameters) => inside(() => made.all(...parameters)),
    };
  };
  const within = <T>(work: () => T): T => {
    depth += 1;
    try {
      return work();
    } finally {
      depth -= 1;
    }
  };
  const recorded = <T>(work: () => T): T => {
    noted = {};
    const before = changes(database);
    const value = within(work);
    if (changes(database) !== before) appendEvent(database, eventOf(audit, noted));
    return value;
  };
  function* recordedSteps<T>(work: () => Steps<T>): Steps<T> {
    noted = {};
    const before = changes(database);
    depth += 1;
    try {
      const value = yield* work();
      if (changes(database) !== before) appendEvent(database, eventOf(audit, noted));
      return value;
    } finally {
      depth -= 1;
    }
  }
  return {
    kind: 'write',
    prepare: guarded,
    transaction: (work) => {
      alone();
      return depth > 0 ? database.transaction(() => within(work))() : database.transaction(() => recorded(work)).immediate();
    },
    transactionInSteps(work, pause) {
      if (depth > 0) throw new Error('a transaction in steps within another');
      return stepwise.run(() => recordedSteps(work), pause);
    },
    note(note) {
      if (depth === 0) throw new Error('a note outside a transaction');
      noted = { ...noted, ...note };
    },
  };
}

const eventOf = ({ kind, actor, now, input }: Audit, noted: EventNote): Parameters<typeof appendEvent>[1] => ({
  ...(typeof input['reason'] === 'string' ? { reason: input['reason'] } : {}),
  ...noted,
  at: now(),
  kind,
  actor,
  detail: noted.detail ?? input,
});

/** Rows written on this connection since it was opened. */
const changes = (database: BetterSqlite.Database): number =>
  (database.prepare('SELECT total_changes() AS changes').get() as { changes: number }).changes;
