import { contract, type MethodName } from '../../shared/contract/contract.ts';
import type { Method } from '../../shared/contract/method.ts';
import type { Envelope, WireError } from '../../shared/contract/wire.ts';
import { Failure } from '../../shared/domain/failure.ts';
import type { JobContext } from '../jobs/progress.ts';
import { sqliteFailure } from '../db/open.ts';
import type { Handler, HandlerContext, Handlers } from './handler.ts';
import { assessmentHandlers } from './handlers/assessment.ts';
import { checkHandlers } from './handlers/check.ts';
import { monitoringHandlers } from './handlers/monitoring.ts';
import { planHandlers } from './handlers/plan.ts';
import { rankingHandlers } from './handlers/ranking.ts';
import { reportsHandlers } from './handlers/reports.ts';
import { returnsHandlers } from './handlers/returns.ts';
import { runDiffHandlers, whatIfHandlers } from './handlers/whatif.ts';
import { samplesHandlers } from './handlers/samples.ts';
import { workHandlers } from './handlers/work.ts';

/** Public for the test that holds its keys against the contract. */
export const handlers: Handlers<typeof contract> = {
  ...workHandlers,
  ...planHandlers,
  ...returnsHandlers,
  ...assessmentHandlers,
  ...whatIfHandlers,
  ...runDiffHandlers,
  ...monitoringHandlers,
  ...rankingHandlers,
  ...reportsHandlers,
  ...checkHandlers,
  ...samplesHandlers,
};

export interface DispatchEnvironment {
  readonly context: HandlerContext;
  /** Records an unknown throwable and gives the id under which it stands in the log. */
  logUnknown(error: unknown): string;
}

/** parse → handler → envelope. Knows no transport; nothing that is thrown leaves it. */
export async function dispatch(
  environment: DispatchEnvironment,
  name: string,
  input: unknown,
  job: JobContext,
): Promise<Envelope<unknown>> {
  if (!isMethodName(name)) return failed({ code: 'METHOD_UNKNOWN', params: { method: name } });
  const method: Method = contract[name];
  const parsed = method.input.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return failed({ code: 'INPUT_INVALID', params: { method: name, path: issue?.path.join('.') ?? '', problem: issue?.code ?? '' } });
  }
  try {
    const handler = handlers[name] as Handler<Method>;
    return { ok: true, value: await handler(environment.context, parsed.data, job) };
  } catch (error) {
    return failed(wireError(environment, error, job));
  }
}

const isMethodName = (name: string): name is MethodName => Object.hasOwn(contract, name);

const failed = (error: WireError): Envelope<never> => ({ ok: false, error });

function wireError(environment: DispatchEnvironment, error: unknown, job: JobContext): WireError {
  const failure = error instanceof Failure ? error : sqliteFailure(error, '');
  if (failure !== null) return { code: failure.code, params: failure.params };
  if (job.signal.aborted) return { code: 'CANCELLED', params: {} };
  return { code: 'INTERNAL', params: { id: environment.logUnknown(error) } };
}
