import type { runsMethods } from '../../../shared/contract/runs.ts';
import { ENGINE_VERSION } from '../../../shared/domain/engine.ts';
import { listRuns, makeRun, showRun } from '../../services/runs/make-run.ts';
import type { Handlers } from '../handler.ts';

export const runsHandlers: Handlers<typeof runsMethods> = {
  'run.make': (context, request) => makeRun(context.work(), request),
  'run.list': (context) => ({ runs: listRuns(context.work()), engine: ENGINE_VERSION }),
  'run.show': (context, { id }) => showRun(context.work(), id),
};
