import { join } from 'node:path';
import { Failure } from '../../../shared/domain/failure.ts';
import { openDatabase, type OpenedWork } from '../../db/open.ts';
import type { Actor, ServiceEnvironment } from '../context.ts';
import { readWorkPlan } from './work-plan.ts';

/** Opens a work that createWork has made; a database without its plan is refused. */
export function openWork(environment: ServiceEnvironment, path: string, actor: Actor, readOnly = false): OpenedWork {
  const moment = { at: environment.now(), actor: actor.name };
  const remembering = { folder: join(environment.cacheFolder, 'sound'), at: moment.at };
  const work = openDatabase(path, { moment, readOnly, remembering });
  try {
    readWorkPlan(work.handle);
    return work;
  } catch (error) {
    work.close();
    throw error instanceof Failure && error.code === 'WORK_INCOMPLETE' ? new Failure('WORK_INCOMPLETE', { path }) : error;
  }
}
