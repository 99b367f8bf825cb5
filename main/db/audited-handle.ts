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
export class AuditedHandle implements WriteHandle {
  readonly kind = 'write';
  private readonly connection: WritingConnection;
  private readonly audit: Audit;
  private depth = 0;
  private noted: EventNote = {};

  constructor(connection: WritingConnection, audit: Audit) {
    this.connection = connection;
    this.audit = audit;
  }

  prepare(sql: string): WriteStatement {
    this.waitForOthers();
    const made = this.connection.statement(sql);
    if (made.readonly) return made as WriteStatement;
    const inside = <Result>(write: () => Result): Result => {
      if (this.depth === 0) throw new Error(`a write outside a transaction: ${sql}`);
      return write();
    };
    return {
      run: (...parameters) => inside(() => made.run(...parameters)),
      get: (...parameters) => inside(() => made.get(...parameters)),
      all: (...parameters) => inside(() => made.all(...parameters)),
      raw: () => inside(() => made.raw() as WriteStatement),
    };
  }

  transaction<T>(work: () => T): T {
    this.waitForOthers();
    const { database } = this.connection;
    if (this.depth > 0) return database.transaction(() => this.within(work))();
    return database
      .transaction(() => {
        const before = this.begin();
        const value = this.within(work);
        this.record(before);
        return value;
      })
      .immediate();
  }

  transactionInSteps<T>(work: () => Steps<T>, pause: () => Promise<void>): Promise<T> {
    if (this.depth > 0) throw new Error('a transaction in steps within another');
    return this.connection.stepwise.run(() => this.recordedSteps(work), pause);
  }

  note(note: EventNote): void {
    if (this.depth === 0) throw new Error('a note outside a transaction');
    this.noted = { ...this.noted, ...note };
  }

  /** What somebody else writes in steps is nothing that this handle may see or add to before it is whole. */
  private waitForOthers(): void {
    if (this.depth === 0) this.connection.stepwise.settle();
  }

  private within<T>(work: () => T): T {
    this.depth += 1;
    try {
      return work();
    } finally {
      this.depth -= 1;
    }
  }

  private *recordedSteps<T>(work: () => Steps<T>): Steps<T> {
    const before = this.begin();
    this.depth += 1;
    try {
      const value = yield* work();
      this.record(before);
      return value;
    } finally {
      this.depth -= 1;
    }
  }

  private begin(): number {
    this.noted = {};
    return changes(this.connection.database);
  }

  private record(before: number): void {
    const { database } = this.connection;
    if (changes(database) !== before) appendEvent(database, eventOf(this.audit, this.noted));
  }
}

/** The connection of a work that writes. */
export interface WritingConnection {
  readonly database: BetterSqlite.Database;
  readonly statement: (sql: string) => BetterSqlite.Statement<SqlValue[]>;
  readonly stepwise: StepwiseWriting;
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
