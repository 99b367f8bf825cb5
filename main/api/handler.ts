import type { z } from 'zod';
import type { Method } from '../../shared/contract/method.ts';
import { Failure } from '../../shared/domain/failure.ts';
import type { JobContext } from '../jobs/progress.ts';
import type { ServiceEnvironment } from '../services/context.ts';
import type { ReadingContext } from '../services/monitoring/receiving/file-reader.ts';
import type { WorkDatabase } from '../db/open.ts';
import type { Grants } from './grants.ts';

/** What a handler can reach: the environment, the granted files, the open work if there is one. */
export interface HandlerContext {
  readonly environment: ServiceEnvironment;
  readonly grants: Grants;
  /** The open work, or null. */
  readonly openWork: WorkDatabase | null;
  /** What the use cases need of the open work; fails with WORK_NONE when none is open. */
  work(): ReadingContext;
  /** Takes over as the open work; the one before is closed. */
  setWork(work: WorkDatabase): void;
}

export type Handler<M extends Method> = (
  context: HandlerContext,
  input: z.output<M['input']>,
  job: JobContext,
) => Promise<z.input<M['output']>> | z.input<M['output']>;

/** A handler for every method of a part of the contract: one missing is a compile error. */
export type Handlers<Methods extends Record<string, Method>> = { readonly [Name in keyof Methods]: Handler<Methods[Name]> };

export function noWork(): never {
  throw new Failure('WORK_NONE');
}
