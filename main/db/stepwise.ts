import type BetterSqlite from 'better-sqlite3';

/** Work in steps (分步): between two of them others may have their turn. */
export type Steps<Result> = Generator<void, Result>;

/**
 * One transaction at a time that is written in steps (分步写入) on a connection. While it pauses, calls that read are answered from what is
 * committed. A connection has no second transaction, so nobody may write into this one: who has to write at once has the remaining steps done
 * first (`settle`), who can wait waits (`idle`). Nothing is ever written between its steps.
 */
export class StepwiseWriting {
  private readonly database: BetterSqlite.Database;
  private running: RunningSteps | null = null;
  private closed: Error | null = null;

  constructor(database: BetterSqlite.Database) {
    this.database = database;
  }

  /** Nothing is being written in steps, or it is over. */
  async idle(): Promise<void> {
    while (this.running !== null) await this.running.over;
  }

  /** Does what is left of it at once. */
  settle(): void {
    let over = this.running?.step() ?? true;
    while (!over) over = this.running?.step() ?? true;
  }

  /** Takes it back: the work is being closed. */
  abandon(reason: Error): void {
    this.closed = reason;
    this.running?.takeBack(reason);
  }

  /** `pause` lets others have their turn; where it throws, as it does for a job that was cancelled, all of it is taken back. */
  async run<Result>(begin: () => Steps<Result>, pause: () => Promise<void>): Promise<Result> {
    const transaction = await this.begun(begin, pause);
    while (!transaction.step()) {
      try {
        await pause();
      } catch (error) {
        transaction.takeBack(error);
      }
    }
    await transaction.over;
    return transaction.result();
  }

  /** Another program may be writing in steps as well, for longer than anybody may be kept waiting: it is asked again and again, not waited for. */
  private async begun<Result>(begin: () => Steps<Result>, pause: () => Promise<void>): Promise<SteppedTransaction<Result>> {
    for (let tries = 1; ; tries += 1) {
      // Not by `idle`: of two that wait, the second must look again when the first has begun.
      while (this.running !== null) await this.running.over;
      if (this.closed !== null) throw this.closed;
      if (hasBegun(this.database, tries >= MOST_TRIES)) {
        const transaction = new SteppedTransaction(this.database, begin);
        this.running = transaction;
        void transaction.over.then(() => (this.running = null));
        return transaction;
      }
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
      await pause();
    }
  }
}

const BETWEEN_TRIES_MS = 100;
/** A minute: the year of hours of a whole district is stored in less. */
const MOST_TRIES = 600;

/** False while another program writes; after the last try that is an error. */
function hasBegun(database: BetterSqlite.Database, isLast: boolean): boolean {
  const patience = database.pragma('busy_timeout', { simple: true }) as number;
  database.pragma('busy_timeout = 0');
  try {
    database.exec('BEGIN IMMEDIATE');
    return true;
  } catch (error) {
    if (isLast || !(error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY')) throw error;
    return false;
  } finally {
    database.pragma(`busy_timeout = ${patience}`);
  }
}

interface RunningSteps {
  readonly over: Promise<void>;
  /** One step further; true when it is over. */
  step(): boolean;
  /** Rolls back what is not over yet. */
  takeBack(reason: unknown): void;
}

type Outcome<Result> = { readonly ok: true; readonly value: Result } | { readonly ok: false; readonly error: unknown };

class SteppedTransaction<Result> implements RunningSteps {
  readonly over: Promise<void>;
  private readonly database: BetterSqlite.Database;
  private readonly steps: Steps<Result>;
  private outcome: Outcome<Result> | null = null;
  private tellOver: () => void = () => undefined;

  constructor(database: BetterSqlite.Database, begin: () => Steps<Result>) {
    this.database = database;
    this.over = new Promise((resolve) => (this.tellOver = resolve));
    this.steps = begin();
  }

  step(): boolean {
    if (this.outcome !== null) return true;
    try {
      const step = this.steps.next();
      if (step.done !== true) return false;
      this.database.exec('COMMIT');
      this.end({ ok: true, value: step.value });
    } catch (error) {
      this.takeBack(error);
    }
    return true;
  }

  takeBack(reason: unknown): void {
    if (this.outcome !== null) return;
    try {
      this.steps.return(undefined as Result);
    } finally {
      // SQLite has rolled back by itself where the disk is full.
      if (this.database.inTransaction) this.database.exec('ROLLBACK');
      this.end({ ok: false, error: reason });
    }
  }

  result(): Result {
    if (this.outcome === null) throw new Error('not over yet');
    if (!this.outcome.ok) throw this.outcome.error;
    return this.outcome.value;
  }

  private end(outcome: Outcome<Result>): void {
    this.outcome = outcome;
    this.tellOver();
  }
}
