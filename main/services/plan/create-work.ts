import { Failure } from '../../../shared/domain/failure.ts';
import { createDatabase, openDatabase, type OpenedWork } from '../../db/open.ts';
import { insertPlan, insertScheme } from '../../db/queries/plan.ts';
import { rmSync } from 'node:fs';
import type { Actor, ServiceEnvironment } from '../context.ts';
import { canonicalJson, contentHash } from '../files.ts';
import { loadSchemeTemplates } from '../schemes/scheme-templates.ts';
import { loadPlanTemplate } from './plan-templates.ts';
import { readWorkPlan } from './work-plan.ts';

/**
 * Makes a work database: the plan and its schemes are read and validated first and stored whole, so that the work stays readable when
 * the program's templates have long changed. Nothing is left behind when any step fails.
 */
export function createWork(environment: ServiceEnvironment, path: string, planId: string, actor: Actor): OpenedWork {
  const plan = loadPlanTemplate(environment.templatesFolder, planId);
  const schemes = loadSchemeTemplates(environment.templatesFolder, planId);
  const work = createDatabase(path);
  try {
    const storedAt = environment.now();
    const detail = { planId: plan.id, planVersion: contentHash(plan) };
    const db = work.writing({ kind: 'work.create', actor: actor.name, now: () => storedAt, input: detail });
    db.transaction(() => {
      insertPlan(db, { id: plan.id, version: contentHash(plan), content: canonicalJson(plan) }, storedAt);
      for (const scheme of schemes)
        insertScheme(db, { ...scheme, version: contentHash(scheme.content), content: canonicalJson(scheme.content) }, storedAt);
    });
    return work;
  } catch (error) {
    work.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
    throw error;
  }
}

/** Opens a work that createWork has made; a database without its plan is refused. */
export function openWork(environment: ServiceEnvironment, path: string, actor: Actor, readOnly = false): OpenedWork {
  const moment = { at: environment.now(), actor: actor.name };
  const work = openDatabase(path, { moment, readOnly, temporaryFolder: environment.cacheFolder });
  try {
    readWorkPlan(work.handle);
    return work;
  } catch (error) {
    work.close();
    throw error instanceof Failure && error.code === 'WORK_INCOMPLETE' ? new Failure('WORK_INCOMPLETE', { path }) : error;
  }
}
