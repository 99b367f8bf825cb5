import { foundation } from './0010-foundation.ts';
import { monitoring } from './0020-monitoring.ts';

export interface Migration {
  /** 10, 20, 30 …; becomes user_version in the same transaction. */
  readonly version: number;
  readonly sql: string;
}

/** Released migrations, oldest first. A released one is frozen. */
export const MIGRATIONS: readonly Migration[] = [foundation, monitoring];

/** 'zhqi' in ASCII: tells our databases from any other SQLite file. */
export const APPLICATION_ID = 0x7a687169;
