import type { Audit } from './audited-handle.ts';
import type { ReadHandle, WriteHandle } from './handles.ts';
import type { Remembering } from './known-sound.ts';
import type { Migration, MigrationMoment } from './migrations/all.ts';

/** An open work database (工作库) as everything that only reads sees it. */
export interface WorkDatabase {
  readonly path: string;
  /** It lies where nothing can be written, or was opened so: it can be read, and that is all. */
  readonly readOnly: boolean;
  readonly handle: ReadHandle;
  /** Copy made before migrating, or null when no migration was due. */
  readonly backup: string | null;
  /** SQLite's own checks: quick_check and foreign_key_check; empty when sound. */
  integrityProblems(): string[];
}

/** The same with the power to write and to close; only who opened it has it. */
export interface OpenedWork extends WorkDatabase {
  /** Fails with WORK_READ_ONLY where nothing can be written. */
  writing(audit: Audit): WriteHandle;
  /** Resolves when nothing is being written in steps. */
  idle(): Promise<void>;
  close(): void;
}

export interface OpenOptions {
  readonly migrations?: readonly Migration[];
  /** When, and for whom; stands in the event of a migration. */
  readonly moment?: MigrationMoment;
  /** Opens for reading what could be written, too. */
  readonly readOnly?: boolean;
  /** Whether a file and its folder can be written; without it the machine is asked. */
  readonly writable?: (path: string) => boolean;
  /** Where a work that cannot be read in its place is copied to; the system's own without it. */
  readonly temporaryFolder?: string;
  /** Where it is remembered which works were found sound; every opening checks without it. */
  readonly remembering?: Remembering;
}
