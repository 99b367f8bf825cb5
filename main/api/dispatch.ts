import type { z } from 'zod';
import type { Envelope, WireError } from '../../shared/contract/wire.ts';
import { Failure } from '../../shared/domain/failure.ts';
import type { JobContext } from '../jobs/progress.ts';
import { sqliteFailure } from '../db/open.ts';
import type { Actor } from '../services/context.ts';
import { answerers } from './features.ts';
import { contextOf, type Session } from './handler.ts';
import { requirePermission } from './permission.ts';

export interface DispatchEnvironment {
  readonly session: Session;
  /** Records an unknown throwable and gives the id under which it stands in the log. */
  logUnknown(error: unknown): string;
}

export interface Call {
  readonly method: string;
  readonly input: unknown;
  readonly job: JobContext;
}

/** parse → permission → handler → envelope, for the person who calls. Knows no transport; nothing that is thrown leaves it. */
export async function dispatch(environment: DispatchEnvironment, call: Call, actor: Actor): Promise<Envelope<unknown>> {
  const { method: name, job } = call;
  if (!answerers.has(name)) return failed({ code: 'METHOD_UNKNOWN', params: { method: name } });
  const { session } = environment;
  try {
    const found = answerers.of(name);
    const { method, handler } = found instanceof Promise ? await found : found;
    const parsed = method.input.safeParse(call.input);
    if (!parsed.success) return failed(invalid(name, parsed.error.issues[0]));
    requirePermission(actor, method, session.open);
    // What a call before this one stores in steps comes first, whole; who only looks is answered from what was there before.
    if (method.audit !== null) await session.open?.idle();
    return { ok: true, value: await handler(contextOf(session, method, parsed.data, actor) as never, parsed.data, job) };
  } catch (error) {
    return failed(wireError(environment, error, job));
  }
}

const invalid = (method: string, issue: ZodIssue | undefined): WireError => ({
  code: 'INPUT_INVALID',
  params: { method, path: issue?.path.join('.') ?? '', problem: problemOf(issue) },
});

/** blank for a text or a list that has nothing in it, else zod's own code. */
function problemOf(issue: ZodIssue | undefined): string {
  const blank = issue?.code === 'too_small' && (issue.origin === 'string' || issue.origin === 'array');
  return blank ? 'blank' : (issue?.code ?? '');
}

type ZodIssue = z.core.$ZodIssue;

const failed = (error: WireError): Envelope<never> => ({ ok: false, error });

function wireError(environment: DispatchEnvironment, error: unknown, job: JobContext): WireError {
  const failure = error instanceof Failure ? error : sqliteFailure(error, '');
  if (failure !== null) return { code: failure.code, params: failure.params };
  if (job.signal.aborted) return { code: 'CANCELLED', params: {} };
  return { code: 'INTERNAL', params: { id: environment.logUnknown(error) } };
}
