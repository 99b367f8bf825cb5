import { Failure } from '../../../shared/domain/failure.ts';
import { createDatabase, openDatabase, type WorkDatabase } from '../../db/open.ts';
import { insertPlan, insertScheme } from '../../db/queries/plan.ts';
import { insertEvent } from '../../db/queries/runs.ts';
import { rmSync } from 'node:fs';
import type { ServiceEnvironment } from '../context.ts';
import { canonicalJson, contentHash } from '../files.ts';
import { loadSchemeTemplates } from '../schemes/scheme-templates.ts';
import { loadPlanTemplate } from './plan-templates.ts';
import { readWorkPlan } from './work-plan.ts';

/**
 * Makes a work database: the plan and its schemes are read and validated first and stored whole, so that the work stays readable when
 * the program's templates have long changed. Nothing is left behind when any step fails.
 */
export function createWork(environment: ServiceEnvironment, path: string, planId: string): WorkDatabase {
  const plan = loadPlanTemplate(environment.templatesFolder, planId);
  const schemes = loadSchemeTemplates(environment.templatesFolder, planId);
  const work = createDatabase(path);
  try {
    const storedAt = environment.now();
    work.handle.transaction(() => {
      insertPlan(work.handle, { id: plan.id, version: contentHash(plan), content: canonicalJson(plan) }, storedAt);
      for (const scheme of schemes)
        insertScheme(work.handle, { ...scheme, version: contentHash(scheme.content), content: canonicalJson(scheme.content) }, storedAt);
      insertEvent(work.handle, storedAt, 'work.create', { planId: plan.id, planVersion: contentHash(plan) });
    });
    return work;
  } catch (error) {
    work.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
    throw error;
  }
}

/** Opens a work that createWork has made; a database without its plan is refused. */
export function openWork(path: string): WorkDatabase {
  const work = openDatabase(path);
  try {
    readWorkPlan(work.handle);
    return work;
  } catch (error) {
    work.close();
    throw error instanceof Failure && error.code === 'WORK_INCOMPLETE' ? new Failure('WORK_INCOMPLETE', { path }) : error;
  }
}
