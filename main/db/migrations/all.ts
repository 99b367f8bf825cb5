import type BetterSqlite from 'better-sqlite3';
import { foundation } from './0010-foundation.ts';
import { monitoring } from './0020-monitoring.ts';
import { audit } from './0030-audit.ts';
import { planYears } from './0040-plan-years.ts';
import { consents } from './0050-consents.ts';
import { formIssues } from './0060-form-issues.ts';
import { schemeVersions } from './0070-scheme-versions.ts';
import { schemeInputs } from './0080-scheme-inputs.ts';
import { schemeRuns } from './0090-scheme-runs.ts';
import { register } from './0130-register.ts';
import { openedFiles } from './0140-opened-files.ts';
import { typedReturns } from './0150-typed-returns.ts';
import { stations } from './0160-stations.ts';
import { indexStages } from './0170-index-stages.ts';
import { areaShare } from './0200-area-share.ts';
import { dustSetting } from './0210-dust-setting.ts';
import { sources } from './0220-sources.ts';
import { exceptionalEvents } from './0250-exceptional-events.ts';
import { outlines } from './0270-outlines.ts';
import { receipts } from './0280-receipts.ts';

export interface Migration {
  /** 10, 20, 30 …; becomes user_version in the same transaction. */
  readonly version: number;
  readonly sql: string;
  /** What SQL cannot say, after `sql` and in the same transaction. */
  run?(database: BetterSqlite.Database, moment: MigrationMoment): void;
}

/** When a work is migrated, and for whom. */
export interface MigrationMoment {
  readonly at: string;
  readonly actor: string;
}

/** Released migrations, oldest first. A released one is frozen. */
export const MIGRATIONS: readonly Migration[] = [
  foundation,
  monitoring,
  audit,
  planYears,
  consents,
  formIssues,
  schemeVersions,
  schemeInputs,
  schemeRuns,
  register,
  openedFiles,
  typedReturns,
  stations,
  indexStages,
  areaShare,
  dustSetting,
  sources,
  exceptionalEvents,
  outlines,
  receipts,
];

/** 'zhqi' in ASCII: tells our databases from any other SQLite file. */
export const APPLICATION_ID = 0x7a687169;
