import type { z } from 'zod';
import type { Method } from '../../shared/contract/method.ts';
import { Failure } from '../../shared/domain/failure.ts';
import type { OpenedWork, WorkDatabase } from '../db/open.ts';
import type { JobContext } from '../jobs/progress.ts';
import type { Actor, ServiceEnvironment, ServiceParts, WritingContext } from '../services/context.ts';
import type { ReadingContext } from '../services/monitoring/receiving/file-reader.ts';
import type { Grants } from './grants.ts';

/** What stays between calls: the environment, the granted files, the open work if there is one. */
export interface Session {
  readonly environment: ServiceEnvironment;
  readonly grants: Grants;
  readonly parts: ServiceParts & Pick<ReadingContext, 'reader'>;
  /** The open work, or null. */
  readonly open: OpenedWork | null;
  /** Takes over as the open work; the one before is closed. */
  adopt(work: OpenedWork): void;
}

/** What the handler of a query, or of a job that changes nothing, can reach: nothing in it can write. */
export interface HandlerContext {
  readonly environment: ServiceEnvironment;
  readonly grants: Grants;
  readonly actor: Actor;
  readonly printer: ServiceParts['printer'];
  readonly tables: ServiceParts['tables'];
  /** The open work, or null. */
  readonly openWork: WorkDatabase | null;
  /** What the use cases need of the open work; fails with WORK_NONE when none is open. */
  work(): ReadingContext;
}

/** Of a command that changes which work is open, and nothing in one. */
export interface OpeningContext extends HandlerContext {
  setWork(work: OpenedWork): void;
}

/** Of a command or job that changes the work; what it changes leaves an event. */
export interface WritingHandlerContext extends HandlerContext {
  work(): WritingContext & ReadingContext;
}

type ContextOf<M extends Method> = M['audit'] extends null
  ? M['kind'] extends 'command'
    ? OpeningContext
    : HandlerContext
  : WritingHandlerContext;

export type Handler<M extends Method> = (
  context: ContextOf<M>,
  input: z.output<M['input']>,
  job: JobContext,
) => Promise<z.input<M['output']>> | z.input<M['output']>;

/** A handler for every method of a part of the contract: one missing is a compile error. */
export type Handlers<Methods extends Record<string, Method>> = { readonly [Name in keyof Methods]: Handler<Methods[Name]> };

/** The powers that a method has by the contract, and no others. */
export function contextOf(session: Session, { kind, audit }: Method, input: unknown, actor: Actor): HandlerContext {
  const { environment, grants, parts } = session;
  const opened = (): OpenedWork => session.open ?? noWork();
  const reading: HandlerContext = {
    environment,
    grants,
    actor,
    printer: parts.printer,
    tables: parts.tables,
    get openWork() {
      return session.open;
    },
    work: () => ({ ...environment, ...parts, work: opened() }),
  };
  if (audit !== null) {
    const entry = { kind: audit, actor: actor.name, now: () => environment.now(), input: keptInput(input as object) };
    const writing: WritingHandlerContext = {
      ...reading,
      work: () => ({ ...environment, ...parts, work: opened(), actor, writer: opened().writing(entry) }),
    };
    return writing;
  }
  if (kind !== 'command') return reading;
  const opening: OpeningContext = { ...reading, setWork: (work) => session.adopt(work) };
  return opening;
}

/** What an event may hold of a call: all of it but the passwords, which are the senders' and are kept nowhere. */
function keptInput(input: { readonly passwords?: unknown }): Readonly<Record<string, unknown>> {
  const { passwords: _unkept, ...kept } = input;
  return kept;
}

function noWork(): never {
  throw new Failure('WORK_NONE');
}
